"""How a page looks when its link is shared, and the links that share it."""

import datetime
import random
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import translation
from PIL import Image

from ampcpp.models import SiteDetails
from ampcpp.templatetags.sharing import qr_code, share_links
from news.models import Category, Photo
from tests.factories import make_page, make_person, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
CARDS = Path(settings.BASE_DIR) / "static" / "img" / "cards"
MOST_BYTES = 300_000  # of a picture that every messenger shows


@pytest.fixture(autouse=True)
def site(db):
    return SiteDetails.objects.create(name_ar="جمعية", name_fr="Association")


@pytest.fixture
def release():
    return make_release("عنوان «الخبر» & أكثر", lead_ar="مقدمة\nالخبر")


def add_photo(release, size=(2000, 1500), kind="JPEG", **values):
    image = ContentFile(picture(kind, size), name="x.jpg")
    return Photo.objects.create(release=release, image=image, **values)


def get(client, thing, language="ar"):
    with translation.override(language):
        return client.get(thing.get_absolute_url()).text


def tags(html):
    """Property or name → content of the tags that messengers read; a list where there are more."""
    found = {}
    for name, content in re.findall(
        r'<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)"', html
    ):
        found.setdefault(name, []).append(unescape(content))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


# Open Graph


def test_a_release(client, release, noon):
    release.published_at = datetime.datetime(2022, 4, 10, 9, tzinfo=datetime.UTC)
    release.save()
    assert tags(get(client, release)) == {
        "og:type": "article",
        "og:site_name": "جمعية",
        "og:title": "عنوان «الخبر» & أكثر",
        "og:description": "مقدمة\nالخبر",
        "og:url": HOST + release.get_absolute_url(),
        "og:locale": "ar_MA",
        "og:image": f"{HOST}/static/img/cards/star.jpg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "جمعية",
        "twitter:card": "summary_large_image",
        "article:published_time": "2022-04-10T09:00:00+00:00",
        "article:modified_time": "2022-06-15T12:00:00+01:00",
        "article:section": "لقاءات",
    }


def test_the_cover_is_the_picture(client, release):
    photo = add_photo(release, alternative_text_ar="رؤساء المجالس")
    found = tags(get(client, release))
    path = f"/media/{photo.image.name.removesuffix('.jpg')}-shared.jpg"
    assert found["og:image"] == HOST + path
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "900")
    assert found["og:image:alt"] == "رؤساء المجالس"

    photo.is_decorative = True
    photo.save()
    assert tags(get(client, release))["og:image:alt"] == "عنوان «الخبر» & أكثر"


def test_messengers_get_a_jpeg_of_its_size(release):
    out = BytesIO()
    Image.new("RGBA", (1500, 1000), (255, 0, 0, 0)).save(out, "PNG")
    image = ContentFile(out.getvalue(), name="x.png")
    file = Photo.objects.create(release=release, image=image, is_decorative=True).image
    stored = Image.open(default_storage.path(file.shared.name))
    assert (stored.format, stored.size) == ("JPEG", (1200, 800))
    assert (file.shared.width, file.shared.height) == stored.size
    assert stored.getpixel((600, 400)) == (255, 255, 255)
    name = file.shared.name
    file.delete(save=False)
    assert not default_storage.exists(name)


def noise(size):
    """The heaviest picture of a size: no part of it tells of another."""
    out = BytesIO()
    pixels = random.Random(1).randbytes(3 * size[0] * size[1])
    Image.frombytes("RGB", size, pixels).save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (noise((1600, 1600)), (1200, 1200)),
        (noise((1200, 1000)), (1200, 1000)),
        (picture("JPEG", (1500, 2000)), (900, 1200)),
        (picture("WEBP", (640, 480)), (640, 480)),
        (picture("PNG", (300, 200)), (300, 200)),
    ],
    ids=["noise", "small noise", "portrait", "small WebP", "small PNG"],
)
def test_every_messenger_shows_it(release, content, size):
    image = ContentFile(content, name="x.jpg")
    file = Photo.objects.create(release=release, image=image, is_decorative=True).image
    path = Path(default_storage.path(file.shared.name))
    stored = Image.open(path)
    assert (stored.format, stored.size) == ("JPEG", size)
    assert (file.shared.width, file.shared.height) == size
    assert path.stat().st_size < MOST_BYTES


def test_what_messengers_are_shown_is_made_for_pictures_that_lack_it(release):
    file = add_photo(release, (640, 480)).image
    default_storage.delete(file.shared.name)
    call_command("make_versions")
    assert Image.open(default_storage.path(file.shared.name)).size == (640, 480)


def test_the_title_is_escaped_once(client, release):
    html = get(client, release)
    assert "<title>عنوان «الخبر» &amp; أكثر – جمعية</title>" in html
    assert '<meta name="description" content="مقدمة\nالخبر">' in html
    release.lead_ar = '"><script>'
    release.save()
    assert 'content="&quot;&gt;&lt;script&gt;"' in get(client, release)


def test_every_pattern_has_a_card():
    assert {card.stem for card in CARDS.iterdir()} == set(Category.Pattern)
    for card in CARDS.iterdir():
        image = Image.open(card)
        assert (image.format, image.size) == ("JPEG", (1200, 630))
        assert card.stat().st_size < MOST_BYTES


def test_translations(client, release):
    release.title_fr, release.body_fr = "Titre", "<p>Texte</p>"
    release.save()
    french = tags(get(client, release, "fr"))
    assert (french["og:title"], french["og:site_name"]) == ("Titre", "Association")
    assert (french["og:locale"], french["og:locale:alternate"]) == ("fr_FR", "ar_MA")
    assert french["og:url"].startswith(f"{HOST}/fr/news/")


def test_a_fallback_page_is_shared_as_the_arabic_one(client, release):
    arabic = tags(get(client, release))
    assert "og:locale:alternate" not in arabic
    assert tags(get(client, release, "en")) == arabic


def test_a_fallback_page_keeps_the_title_it_shows(client, release):
    release.title_fr = "Titre sans texte"
    release.save()
    found = tags(get(client, release, "fr"))
    assert (found["og:title"], found["og:locale"]) == ("Titre sans texte", "ar_MA")
    assert found["og:url"] == HOST + release.get_absolute_url()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_lists_and_home(client, language):
    with translation.override(language):
        prefix = "" if language == "ar" else f"/{language}"
        home, news = (tags(client.get(prefix + path).text) for path in ("/", "/news/?x=1"))
        name = SiteDetails.load().name
    assert home["og:title"] == home["og:site_name"] == name
    assert len(home["og:locale:alternate"]) == 2
    assert (home["og:type"], news["og:type"]) == ("website", "website")
    assert news["og:url"] == f"{HOST}{prefix}/news/"
    assert news["og:title"] == {"ar": "الأخبار", "fr": "Actualités", "en": "News"}[language]
    assert news["og:description"] != name


def test_a_person_is_shown_by_the_portrait(client):
    person = make_person(portrait=ContentFile(picture("JPEG", (600, 600)), name="x.jpg"))
    found = tags(get(client, person))
    assert (found["og:type"], found["twitter:card"]) == ("profile", "summary")
    assert found["og:image"] == HOST + person.portrait.shared.url
    assert found["og:image:alt"] == person.name


def test_what_is_not_published_offers_nothing(staff, client):
    for state in ("draft", "in_review", "withdrawn"):
        for thing in (make_release(state=state), make_page(state=state)):
            html = get(staff, thing)
            assert tags(html) == {}
            assert 'class="share"' not in html
            assert "copy-link.js" not in html
    scheduled = make_release(published_at="2100-01-01T10:00Z")
    assert tags(get(staff, scheduled)) == {}
    assert tags(client.get("/nothing-here/").text) == {}


# The links


def share(html):
    return html.partition('<section class="share"')[2].partition("</section>")[0]


def test_plain_links(client, release):
    release.title_ar = "عنوان «الخبر» & أكثر؟ 100%"
    release.save()
    section = share(get(client, release))
    links = [unescape(href) for href in re.findall(r'href="([^"]+)"', section)]
    title, short = release.title_ar, f"{HOST}/n/{release.number}"

    assert {link.partition("?")[0]: parse_qs(link.partition("?")[2]) for link in links} == {
        "https://wa.me/": {"text": [f"{title}\n{short}"]},
        "mailto:": {"subject": [title], "body": [f"{title}\r\n\r\n{short}"]},
        "https://www.facebook.com/sharer/sharer.php": {"u": [short]},
        "https://x.com/intent/post": {"text": [title], "url": [short]},
    }
    for link in links:
        assert link.isascii()
        assert not set("+ «»") & set(link)  # mail programs read no plus as a space
    assert section.count('rel="noopener nofollow"') == len(links)
    assert re.findall(r'aria-label="([^"]+)"', section)[0] == "مشاركة عبر واتساب"


def test_an_address_in_the_title_stays_in_the_text():
    links = share_links("a&url=https://evil.example#x", "https://a.b/n/1")
    assert parse_qs(urlsplit(links["x"]).query)["url"] == ["https://a.b/n/1"]


@pytest.mark.parametrize(("language", "path"), [("ar", "/n/"), ("fr", "/fr/n/")])
def test_the_short_link(client, release, language, path):
    html = get(client, release, language)
    [address] = re.findall(r'<bdi class="copy-link__address" dir="ltr">([^<]+)</bdi>', html)
    assert address == f"{HOST}{path}{release.number}"
    response = client.get(address.removeprefix(HOST))
    with translation.override(language):
        assert unquote(response["Location"]) == unquote(release.get_absolute_url())
    assert re.search(r'<button type="button" hidden ', share(html))
    assert re.search(r'<script src="/static/js/copy-link\.js" defer></script>', share(html))


def test_the_code_is_drawn_without_styles():
    code = qr_code("https://ampcpp.example/n/12")
    assert re.match(r'<svg viewBox="0 0 \d+ \d+" class="share__qr"><path [^>]+/></svg>\s*$', code)
    assert "style" not in code
