"""The sitemaps: one for each kind of thing, real translations only, news for two days."""

import datetime
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from ampcpp.models import SiteDetails
from ampcpp.sitemaps import SITEMAPS, LanguagesSitemap, NewsSitemap
from news.models import Photo
from tests.factories import make_page, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
SPACES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}


def parsed(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)


def texts(element, path):
    return [unquote(found.text) for found in element.findall(path, SPACES)]


def locations(client, section):
    """The paths that a sitemap lists."""
    found = texts(parsed(client, f"/sitemap-{section}.xml"), "url/loc")
    return [url.removeprefix(HOST) for url in found]


def test_the_index_names_a_sitemap_for_each_kind_of_thing(client, demo):
    index = parsed(client, "/sitemap.xml")
    sections = [
        *("news", "lists", "releases", "pages", "programmes", "mandates", "rosters", "people")
    ]
    assert texts(index, "sitemap/loc") == [f"{HOST}/sitemap-{name}.xml" for name in sections]
    assert list(SITEMAPS) == sections


def test_an_unknown_section_or_page_is_not_there(client):
    for path in ("/sitemap-nothing.xml", "/sitemap-releases.xml?p=2", "/sitemap-lists.xml?p=x"):
        assert client.get(path).status_code == 404


def test_real_translations_only(client):
    translated = make_release("عنوان", title_fr="Titre", body_fr="<p>Texte</p>")
    arabic_only = make_release("بالعربية", title_fr="Titre sans texte")
    arabic, french, alone = (
        f"/news/{translated.number}/عنوان/",
        f"/fr/news/{translated.number}/titre/",
        f"/news/{arabic_only.number}/بالعربية/",
    )
    urls = parsed(client, "/sitemap-releases.xml").findall("url", SPACES)
    found = {
        unquote(url.find("loc", SPACES).text): {
            link.get("hreflang"): unquote(link.get("href"))
            for link in url.findall("xhtml:link", SPACES)
        }
        for url in urls
    }
    both = {"ar": HOST + arabic, "fr": HOST + french, "x-default": HOST + arabic}
    assert found == {
        HOST + arabic: both,
        HOST + french: both,
        HOST + alone: {"ar": HOST + alone, "x-default": HOST + alone},
    }


def test_every_location_answers_at_once_and_is_the_address_to_keep(client, demo):
    paths = [path for section in SITEMAPS for path in locations(client, section)]
    assert len(paths) > 100
    assert len(set(paths)) == len(paths)
    wrong = {}
    for path in paths:
        response = client.get(path)
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', response.text)
        if response.status_code != 200 or unquote(canonical[1]) != HOST + path:
            wrong[path] = (response.status_code, canonical and unquote(canonical[1]))
    assert wrong == {}


def test_it_says_when_a_page_changed(client, noon):
    """A scheduled text changed, for the public, when it appeared."""
    later = datetime.datetime(2022, 6, 18, 9, tzinfo=datetime.UTC)
    make_release("موعود", published_at=later)
    saved = make_page("صفحة")
    noon.move_to("2022-06-20T12:00:00+01:00")
    saved.save()
    assert texts(parsed(client, "/sitemap-releases.xml"), "url/lastmod") == ["2022-06-18"]
    assert texts(parsed(client, "/sitemap-pages.xml"), "url/lastmod") == ["2022-06-20"]
    index = parsed(client, "/sitemap.xml")
    moments = {
        site.find("loc", SPACES).text.rpartition("-")[2]: datetime.datetime.fromisoformat(at.text)
        for site in index.findall("sitemap", SPACES)
        if (at := site.find("lastmod", SPACES)) is not None
    }
    assert moments == {
        "releases.xml": later,
        "pages.xml": datetime.datetime(2022, 6, 20, 11, tzinfo=datetime.UTC),
    }


def test_a_long_section_has_pages_that_the_index_names(client, monkeypatch):
    monkeypatch.setattr(LanguagesSitemap, "limit", 2)
    releases = [make_release(f"خبر {number}") for number in range(3)]
    index = texts(parsed(client, "/sitemap.xml"), "sitemap/loc")
    pages = [url for url in index if "releases" in url]
    assert pages == [f"{HOST}/sitemap-releases.xml", f"{HOST}/sitemap-releases.xml?p=2"]
    found = [texts(parsed(client, url.removeprefix(HOST)), "url/loc") for url in pages]
    assert [len(urls) for urls in found] == [2, 1]
    expected = [HOST + unquote(release.get_absolute_url()) for release in releases]
    assert [url for urls in found for url in urls] == expected


def test_sitemaps_stay_within_their_limits():
    assert NewsSitemap.limit == 1000
    assert LanguagesSitemap.limit * 4000 < 50 * 1024 * 1024  # bytes; four long addresses each


def test_news_of_the_last_two_days(client, noon):
    SiteDetails.objects.create(name_ar="جمعية", name_fr="Association", name_en="Association")
    now = timezone.now()
    hour = datetime.timedelta(hours=1)
    make_release("قديم", published_at=now - 49 * hour)
    make_release("غدا", published_at=now + hour)
    make_release("مسحوب", published_at=now - hour, state="withdrawn")
    new = make_release(
        "«جديد» & <قريب>",
        title_fr="Nouveau",
        body_fr="<p>Texte</p>",
        title_en="Without a text",
        published_at=now - 47 * hour,
    )
    file = ContentFile(picture("JPEG"), name="a.jpg")
    photo = Photo.objects.create(release=new, image=file, is_decorative=True)
    root = parsed(client, "/sitemap-news.xml")

    found = [
        {
            child.tag.partition("}")[2]: child.text
            for child in url.iter()
            if (child.text or "").strip()
        }
        for url in root.findall("url", SPACES)
    ]
    for url in found:
        del url["loc"]
    same = {"publication_date": "2022-06-13T13:00:00+01:00"}
    assert found == [
        {"name": "جمعية", "language": "ar", "title": "«جديد» & <قريب>", **same},
        {"name": "Association", "language": "fr", "title": "Nouveau", **same},
    ]
    assert [unquote(url) for url in texts(root, "url/loc")] == [
        f"{HOST}/news/{new.number}/جديد-قريب/",
        f"{HOST}/fr/news/{new.number}/nouveau/",
    ]
    assert texts(root, "url/image:image/image:loc") == [HOST + photo.image.url] * 2
