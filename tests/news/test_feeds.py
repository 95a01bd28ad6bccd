"""RSS and Atom, read back by a feed reader: entries, languages, pictures, odd texts."""

import datetime
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation

from ampcpp.models import SiteDetails
from news.feeds import with_absolute_links
from news.models import Photo, Release
from tests.factories import make_category, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
NAMES = {"ar": "جمعية الرؤساء", "fr": "Association des présidents", "en": "Association"}
CATEGORIES = {"ar": "لقاءات", "fr": "Rencontres", "en": "Meetings"}


@pytest.fixture
def details(db):
    return SiteDetails.objects.create(**{f"name_{code}": name for code, name in NAMES.items()})


@pytest.fixture
def meetings(db):
    category = make_category("meetings")
    for code, name in CATEGORIES.items():
        setattr(category, f"name_{code}", name)
    category.save()
    return category


def read(client, path):
    response = client.get(path)
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.bozo_exception
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


def html_of(entry):
    """The text of an entry: Atom calls it content, RSS description."""
    return entry.content[0].value if "content" in entry else entry.summary


def make_photo(release, **values):
    file = ContentFile(picture("JPEG", (1700, 850)), name="photo.jpg")
    return Photo.objects.create(release=release, image=file, **values)


@pytest.mark.parametrize("path", ["feed/", "atom/"])
@pytest.mark.parametrize(
    ("prefix", "expected"),
    [("", ["ثالث", "ثان", "أول"]), ("/fr", ["Troisième", "Premier"]), ("/en", [])],
)
def test_each_language_has_what_can_be_read_in_it(client, details, path, prefix, expected):
    text = "<p>Texte</p>"
    moment = datetime.datetime(2022, 6, 1, 10, tzinfo=datetime.UTC)
    for day, (title, french) in enumerate(
        [("أول", {"title_fr": "Premier", "body_fr": text}), ("ثان", {"title_fr": "Deuxième"}),
         ("ثالث", {"title_fr": "Troisième", "body_fr": text})]
    ):  # fmt: skip
        make_release(title, published_at=moment + datetime.timedelta(day), **french)
    feed = read(client, f"{prefix}/news/{path}")
    language = prefix[1:] or "ar"
    assert titles(feed) == expected
    assert feed.feed.language == language
    assert feed.feed.title == NAMES[language]
    assert feed.feed.link == f"{HOST}{prefix}/news/"
    [own] = [link.href for link in feed.feed.links if link.rel == "self"]
    assert own == f"{HOST}{prefix}/news/{path}"


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_a_category_has_its_own(client, details, meetings, path):
    make_release("لقاء", title_fr="Rencontre", body_fr="<p>x</p>")
    make_release("تقرير", category=make_category("reports"), title_fr="R", body_fr="<p>x</p>")
    feed = read(client, f"/fr/news/category/meetings/{path}")

    assert titles(feed) == ["Rencontre"]
    assert feed.feed.title == "Association des présidents – Rencontres"
    assert feed.feed.subtitle == "Les dernières actualités de l’association\xa0: Rencontres"
    assert feed.feed.link == f"{HOST}/fr/news/?category=meetings"
    [tag] = feed.entries[0].tags
    assert tag.term == "Rencontres"


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_an_unknown_category_has_none(client, path):
    assert client.get(f"/news/category/nothing/{path}").status_code == 404


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_an_entry_says_who_when_and_where(client, details, noon, path):
    """Scheduled yesterday for this morning: it changed, for the public, this morning."""
    morning = datetime.datetime(2022, 6, 15, 9, tzinfo=datetime.UTC)
    noon.move_to("2022-06-14T12:00:00+01:00")
    release = make_release("خبر", published_at=morning)
    noon.move_to("2022-06-15T12:00:00+01:00")
    feed = read(client, f"/news/{path}")
    [entry] = feed.entries

    assert entry.author == NAMES["ar"]
    assert entry.published_parsed[:6] == feed.feed.updated_parsed[:6] == (2022, 6, 15, 9, 0, 0)
    assert entry.link == HOST + release.get_absolute_url()
    if path == "atom/":
        assert feed.feed.author == NAMES["ar"]
        assert entry.updated_parsed[:6] == (2022, 6, 15, 9, 0, 0)


def test_both_kinds_name_an_entry_alike_and_for_ever(client):
    release = make_release("خبر", title_fr="Nouvelle", body_fr="<p>x</p>")

    def identities(prefix):
        paths = ("feed/", "atom/", "category/meetings/feed/", "category/meetings/atom/")
        return {read(client, f"{prefix}/news/{path}").entries[0].id for path in paths}

    [arabic], [french] = identities(""), identities("/fr")
    assert arabic != french
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", arabic)
    release.title_ar = "عنوان آخر"
    release.save()
    assert identities("") == {arabic}
    assert identities("/fr") == {french}


ODD = """<p>«اقتباس» &amp; "quotes" 'x' a &lt; b \x0b\x0c\ufffe العيون\u200f</p>
<p>]]&gt; &amp;lt;b&amp;gt;</p>
<table><tbody><tr><th colspan="2">أ</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>
<blockquote><p>كلمة</p></blockquote>
<p><a href="/documents/?kind=report&amp;page=2">1</a> <a href="#photos">2</a>
<a href="https://example.ma/?a=1&amp;b=2">3</a> <a href="mailto:a@b.ma">4</a> <a href="//[x">5</a>
&lt;a href="/not-a-link"</p>"""


@pytest.mark.parametrize("path", ["feed/", "atom/", "category/meetings/feed/"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_odd_texts_arrive_whole(client, path, language):
    release, title = make_release(), "«العيون» & <بوجدور>"
    setattr(release, f"title_{language}", title + "\x0b")
    setattr(release, f"body_{language}", ODD)
    release.save()
    make_photo(release, is_decorative=True, **{f"caption_{language}": 'صورة\x0b & "x" <y>'})
    prefix = "" if language == "ar" else "/fr"
    root = ElementTree.fromstring(client.get(f"{prefix}/news/{path}").content)
    atom = "{http://www.w3.org/2005/Atom}"
    entry = root.find(f"{atom}entry") if path == "atom/" else root.find("channel/item")
    tag = atom if path == "atom/" else ""
    html = entry.find(f"{tag}content" if path == "atom/" else "description").text

    assert entry.find(f"{tag}title").text == title
    stored = getattr(Release.objects.get(), f"body_{language}")
    assert "«اقتباس» &amp; \"quotes\" 'x' a &lt; b  العيون</p>" in stored
    with translation.override(language):
        page = HOST + release.get_absolute_url()
    moved = stored.replace('"/documents/?', f'"{HOST}/documents/?')
    assert moved.replace('"#photos"', f'"{page}#photos"') in html
    assert "صورة &amp; &quot;x&quot; &lt;y&gt;" in html
    direction = "rtl" if language == "ar" else "ltr"
    assert html.strip().startswith(f'<div lang="{language}" dir="{direction}">')


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_what_names_the_feed_may_be_odd_too(client, details, meetings, path):
    details.name_ar, meetings.name_ar = "جمعية\x0b & <ب>", "لقاءات\x0b"
    details.save()
    meetings.save()
    make_release()
    feed = read(client, f"/news/category/meetings/{path}")
    assert feed.feed.title.startswith("جمعية & ")
    assert feed.entries[0].tags[0].term == "لقاءات"


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_photos_stand_after_the_text_and_the_first_is_enclosed(client, path):
    release = make_release("خبر", lead_ar="مقدمة", title_fr="Nouvelle", body_fr="<p>Texte</p>")
    first = make_photo(
        release,
        position=1,
        alternative_text_ar='رؤساء "المجالس"',
        caption_ar="لقاء",
        credit="مصلحة التواصل",
        alternative_text_fr="Des présidents",
    )
    second = make_photo(release, position=2, is_decorative=True, alternative_text_ar="لا يقرأ")
    third = make_photo(release, position=3, alternative_text_ar="قاعة")
    urls = [HOST + photo.image.version(1200).url for photo in (first, second, third)]

    def entry_of(prefix):
        [entry] = read(client, f"{prefix}/news/{path}").entries
        return entry

    entry = entry_of("")
    html = html_of(entry)
    assert re.findall(r'src="([^"]+)"', html) == urls
    assert html.index("مقدمة") < html.index("نص") < html.index("<img")
    assert re.findall(r'alt="([^"]*)"', html) == ["رؤساء &quot;المجالس&quot;", "", "قاعة"]
    caption = re.findall(r"<figcaption>(.*?)</figcaption>", html, re.DOTALL)
    assert [" ".join(re.sub("<[^>]*>", " ", text).split()) for text in caption] == [
        "لقاء مصدر الصورة: مصلحة التواصل"
    ]
    [enclosure] = entry.enclosures
    assert (enclosure.href, enclosure.type) == (urls[0], "image/webp")
    name = enclosure.href.removeprefix(f"{HOST}/media/")
    assert int(enclosure.length) == default_storage.size(name) > 0

    french = html_of(entry_of("/fr"))
    assert ("مقدمة" in french, "لقاء" in french) == (False, False)
    assert 'alt="Des présidents"' in french
    assert re.search(r'<img[^>]*alt="قاعة"[^>]*lang="ar"|lang="ar"[^>]*alt="قاعة"', french)


def test_a_lost_picture_is_not_enclosed(client):
    photo = make_photo(make_release(), is_decorative=True)
    default_storage.delete(photo.image.version(1200).name)
    [entry] = read(client, "/news/feed/").entries
    assert entry.enclosures == []


@pytest.mark.parametrize("path", ["feed/", "atom/"])
def test_the_feed_of_the_demo_site(client, demo, path):
    newest = Release.objects.published().newest_first()
    arabic, french = read(client, f"/news/{path}"), read(client, f"/fr/news/{path}")
    assert titles(arabic) == [release.title_ar for release in newest]
    assert titles(french) == [release.title_fr for release in newest if release.body_fr]
    for entry in arabic.entries + french.entries:
        addresses = re.findall(r'(?:href|src)="([^"]*)"', html_of(entry))
        assert [url for url in addresses if not re.match(r"https?://|mailto:|tel:", url)] == []
        assert client.get(unquote(entry.link).removeprefix(HOST)).status_code == 200


def test_only_the_newest(client):
    moment = datetime.datetime(2022, 6, 1, 10, tzinfo=datetime.UTC)
    for number in range(32):
        make_release(str(number), published_at=moment + datetime.timedelta(hours=number))
    assert titles(read(client, "/news/feed/")) == [str(number) for number in range(31, 1, -1)]


@pytest.mark.parametrize("path", ["/news/feed/", "/news/category/meetings/atom/"])
def test_who_asks_again_is_told_in_a_line_that_nothing_changed(client, path):
    release, other = make_release("خبر"), make_release("آخر")
    first = client.get(path)
    same = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert not first.has_header("Last-Modified")  # it would hide what is withdrawn
    assert not first.has_header("Vary")

    other.state = "withdrawn"
    other.save()
    changed = client.get(path, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    make_photo(release, is_decorative=True)
    assert client.get(path, headers={"if-none-match": changed["ETag"]}).status_code == 200


def feed_links(html):
    """type and address of the feeds that a page names in its head."""
    tags = re.findall(r'<link rel="alternate" type="application/(\w+)\+xml"[^>]*>', html)
    urls = re.findall(r'<link rel="alternate" type="application/\w+\+xml"[^>]*href="([^"]+)"', html)
    return list(zip(tags, urls, strict=True))


def test_pages_name_the_feeds_of_their_language(client, meetings):
    own = [("rss", "/fr/news/feed/"), ("atom", "/fr/news/atom/")]
    for path in ("/fr/", "/fr/governance/councils/", "/fr/documents/", "/fr/news/"):
        assert feed_links(client.get(path).text) == own
    assert feed_links(client.get("/fr/news/?category=meetings").text) == [
        ("rss", "/fr/news/category/meetings/feed/"),
        ("atom", "/fr/news/category/meetings/atom/"),
        *own,
    ]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/documents/", "https://site.ma/documents/"),
        ("../8/", "https://site.ma/news/8/"),
        ("?page=2", "https://site.ma/news/7/?page=2"),
        ("//other.ma/x", "https://other.ma/x"),
        ("tel:+212537000000", "tel:+212537000000"),
        ("/a&amp;b&quot;c", "https://site.ma/a&amp;b&quot;c"),
        ("http://[x", "http://[x"),
        ("", "https://site.ma/news/7/"),
    ],
)
def test_links_are_what_they_are_from_anywhere(href, expected):
    source = '<p>href="/x" <a href="{}" rel="noopener">t</a></p>'
    page = "https://site.ma/news/7/"
    assert with_absolute_links(source.format(href), page) == source.format(expected)
