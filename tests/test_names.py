"""What pages, lists, tables and links are called: by their title, and to those who listen."""

import re
from html import unescape

import pytest

from news.models import Category, Photo
from tests.factories import make_category, make_release

pytestmark = pytest.mark.django_db
NAME = "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم"


def words(html):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip())


def found(pattern, html):
    return words(re.search(pattern, html, re.DOTALL)[1])


def titles(client, path):
    """What a page is called in its title, its heading and where its link is shared."""
    html = re.sub(r"<span hidden>.*?</span>", "", client.get(path).text)
    return (
        found(r"<title>(.*?)</title>", html).removesuffix(f" – {NAME}"),
        found(r"<h1[^>]*>(.*?)</h1>", html),
        found(r'<meta property="og:title" content="(.*?)"', html),
    )


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "الأخبار"),
        ("?year=2022", "الأخبار – 2022"),
        ("?category=meetings", "لقاءات"),
        ("?category=meetings&year=2022&month=3", "لقاءات – مارس 2022"),
    ],
)
def test_a_narrowed_list_says_what_it_is(client, demo, query, title):
    assert titles(client, f"/news/{query}") == (title, title, title)


def test_a_list_of_a_category_is_described_and_has_a_place(client, demo):
    html = client.get("/news/?category=meetings").text
    assert '<meta name="description" content="آخر أخبار الجمعية: لقاءات">' in html
    trail = found(r'<nav class="breadcrumbs".*?>(.*?)</nav>', html)
    assert trail == "الرئيسية الأخبار لقاءات"


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/search/", ["البحث في الموقع", "البحث"]),
        ("/fr/search/?q=x", ["Rechercher sur le site", "Recherche"]),
    ],
)
def test_two_searches_have_two_names(client, db, path, names):
    forms = re.findall(r'role="search" aria-label="([^"]+)"', client.get(path).text)
    assert forms == names
    assert client.get(path).text.count('role="search"') == 2


def test_a_search_says_its_question(client, demo):
    assert titles(client, "/search/?q=%3Cb%3E") == (
        "<b> – البحث",
        "نتائج البحث عن «<b>»",
        "<b> – البحث",
    )
    assert titles(client, "/search/") == ("البحث", "البحث", "البحث")


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
@pytest.mark.parametrize("path", ["/", "/programme/subscribe/", "/search/"])
def test_a_page_is_described_by_more_than_the_name(client, demo, language, path):
    html = client.get(language + path).text
    description = found(r'<meta name="description" content="(.*?)"', html)
    name = found(r'<meta property="og:site_name" content="(.*?)"', html)
    assert len(description.removeprefix(name)) > 30


def test_the_feeds_of_the_news_and_of_every_category_have_names(client, db):
    make_category("meetings")
    Category.objects.create(slug="reports", name_ar="تقارير")
    section = re.search(
        r'<section class="feeds".*?</section>', client.get("/news/").text, re.DOTALL
    )[0]
    links = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', section, re.DOTALL)
    assert '<h2 id="feeds">' in section
    expected = [("/news/feed/", "RSS – كل الأخبار"), ("/news/atom/", "Atom – كل الأخبار")]
    for category in Category.objects.all():
        path = f"/news/category/{category.slug}"
        expected += [
            (f"{path}/feed/", f"RSS – {category}"),
            (f"{path}/atom/", f"Atom – {category}"),
        ]
    assert [(path, words(text)) for path, text in links] == expected
    assert len(expected) == 6


def test_people_are_led_to_the_feeds_and_programs_to_the_file(client, demo):
    head, _, body = client.get("/").text.partition("</head>")
    assert body.count('href="/news/#feeds"') == 2  # beside the other ways to follow, in the foot
    assert "/news/feed/" not in body
    assert 'type="application/rss+xml"' in head


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/governance/2022-01-29/health/", "لائحة أعضاء لجنة الصحة"),
        ("/governance/councils/", "المجالس ورؤساؤها"),
        ("/programme/2022/", "برنامج عمل الجمعية لسنة 2022"),
    ],
)
def test_a_table_has_the_name_of_its_page(client, demo, path, name):
    html = client.get(path).text
    caption = found(r'<table[^>]*>\s*<caption class="visually-hidden"[^>]*>(.*?)</caption>', html)
    assert caption == found(r"<h1[^>]*>(.*?)</h1>", html) == name


def test_the_day_of_an_activity_is_said_once(client, demo):
    items = re.findall(r'<li class="activity-item">.*?</li>', client.get("/").text, re.DOTALL)
    assert [item.count("<time") for item in items] == [1] * len(items) == [1] * 4
    assert all('<p class="date-leaf" aria-hidden="true">' in item for item in items)


@pytest.mark.parametrize(
    "path", ["/governance/2022-01-29/bureau/", "/governance/2022-01-29/", "/fr/programme/2022/"]
)
def test_a_sheet_says_where_it_comes_from(client, demo, path):
    foot = found(r'<p class="source paper-only">(.*?)</p>', client.get(path).text)
    assert foot.endswith(f" http://testserver{path}")


def test_the_link_of_a_photo_says_what_it_does(client, db):
    release = make_release()
    Photo.objects.create(
        release=release, image="x.jpg", width=4, height=3, alternative_text_ar="قاعة الاجتماع"
    )
    link = found(
        r'<figure class="photo">\s*<a [^>]+>(.*?)</a>', client.get(release.get_absolute_url()).text
    )
    assert link == "– فتح الصورة كاملة"  # after the alternative text
