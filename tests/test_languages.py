"""Arabic first, honestly: addresses, fallbacks, and what other languages are told."""

import re
from urllib.parse import unquote

import pytest
from django.utils import translation

from governance.models import Person
from tests.factories import make_release

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def links(html, rel):
    """hreflang → path of the links of a kind in the head; without hreflang, under None."""
    found = {}
    for tag in re.findall(rf'<link rel="{rel}"[^>]*>', html):
        if "application/" not in tag:  # not of the feeds
            language = re.search(r'hreflang="([^"]+)"', tag)
            href = re.search(r'href="([^"]+)"', tag)[1]
            found[language and language[1]] = unquote(href.removeprefix(HOST))
    return found


@pytest.fixture
def translated(db):
    return make_release(
        "عنوان الخبر",
        title_fr="Titre du\u00a0communiqué",
        body_fr="<p>Texte</p>",
        lead_ar="مقدمة",
    )


@pytest.fixture
def arabic_only(db):
    return make_release("بالعربية فقط", title_fr="Titre sans texte")


def test_addresses_carry_a_translated_slug(translated):
    number = translated.number
    assert unquote(translated.get_absolute_url()) == f"/news/{number}/عنوان-الخبر/"
    with translation.override("fr"):
        expected = f"/fr/news/{number}/titre-du-communiqué/"
        assert unquote(translated.get_absolute_url()) == expected


@pytest.mark.parametrize(
    "slug",
    ["", "x/", "%D8%B9%D9%86%D9%88/", "%d8%b9%d9%86%d9%88%d8%a7%d9%86/", "عنوان-الخبر-قديم/"],
)
def test_wrong_cut_and_missing_slugs_redirect(client, translated, slug):
    response = client.get(f"/news/{translated.number}/{slug}?page=1")
    assert response.status_code == 302
    assert response["Location"] == translated.get_absolute_url() + "?page=1"


def test_both_cases_of_percent_encoding_are_the_address(client, translated):
    path = translated.get_absolute_url()
    assert client.get(path).status_code == 200
    assert client.get(path.lower()).status_code == 200


def test_the_short_form(client, translated):
    response = client.get(f"/n/{translated.number}")
    assert response["Location"] == translated.get_absolute_url()


def test_a_translated_page_names_its_translations(client, translated):
    path = translated.get_absolute_url()
    french = f"/fr/news/{translated.number}/titre-du-communiqué/"
    for page in (path, french):
        html = client.get(page).text
        assert links(html, "canonical") == {None: unquote(page)}
        assert links(html, "alternate") == {
            "ar": unquote(path),
            "fr": french,
            "x-default": unquote(path),
        }


def test_a_fallback_page_says_so(client, arabic_only):
    arabic = unquote(arabic_only.get_absolute_url())
    with translation.override("en"):
        response = client.get(arabic_only.get_absolute_url())

    assert '<html lang="en" dir="ltr">' in response.text
    assert '<h1 lang="ar" dir="rtl">بالعربية فقط</h1>' in response.text
    assert '<p class="notice">' in response.text
    assert links(response.text, "canonical") == {None: arabic}
    assert links(response.text, "alternate") == {"ar": arabic, "x-default": arabic}


def test_a_title_alone_is_not_a_translation(client, arabic_only):
    with translation.override("fr"):
        html = client.get(arabic_only.get_absolute_url()).text
    assert "<h1>Titre sans texte</h1>" in html
    assert 'class="prose" lang="ar" dir="rtl"' in html
    assert '<p class="notice">' in html


def test_the_language_switch_says_beforehand(client, translated):
    html = client.get(translated.get_absolute_url()).text
    switch = html.partition('class="language-switch"')[2].partition("</nav>")[0]
    french, english = (
        re.search(rf'<a [^>]*lang="{code}"[^>]*>(.*?)</a>', switch, re.DOTALL)[1]
        for code in ("fr", "en")
    )
    assert french.strip() == "Français"
    assert "Arabic" in english


def test_lists_show_everything_and_mark_what_is_not_translated(client, translated, arabic_only):
    html = client.get("/fr/news/").text
    assert "Titre du\u00a0communiqué" in html
    assert html.count('class="language-mark"') == 1


def test_parameters_of_advertisers_are_not_canonical(client, demo):
    html = client.get("/news/?fbclid=x&year=2022&utm_source=whatsapp").text
    assert links(html, "canonical") == {None: "/news/?year=2022"}
    assert links(html, "alternate")["fr"] == "/fr/news/?year=2022"


def test_what_is_not_there_has_no_canonical(client, demo):
    for path in ("/news/99999/", "/nowhere"):
        html = client.get(path).text
        assert (links(html, "canonical"), links(html, "alternate")) == ({}, {})


def test_people_are_named_in_the_letters_of_the_page(client, demo):
    person = Person.objects.get(name_ar="لحسن زلماط")
    html = client.get(person.get_absolute_url()).text
    number = person.number
    assert links(html, "alternate") == {
        "ar": f"/governance/people/{number}/لحسن-زلماط/",
        "fr": f"/fr/governance/people/{number}/lahcen-zellmat/",
        "en": f"/en/governance/people/{number}/lahcen-zellmat/",
        "x-default": f"/governance/people/{number}/لحسن-زلماط/",
    }
    person.name_fr = ""
    person.save()
    html = client.get(f"/fr/governance/people/{number}/x/", follow=True).text
    assert links(html, "canonical") == {None: f"/governance/people/{number}/لحسن-زلماط/"}


def test_an_unprefixed_page_is_arabic_whatever_the_browser_prefers(client, demo):
    response = client.get("/", headers={"accept-language": "fr"})
    assert '<html lang="ar" dir="rtl">' in response.text
    assert "Accept-Language" not in response.get("Vary", "")
    assert response["Content-Language"] == "ar"


def test_foreign_texts_carry_their_language_on_every_list(client, demo):
    """On French pages every Arabic word stands inside an element that says it is Arabic."""
    for path in ("/fr/", "/fr/news/", "/fr/programme/2022/", "/fr/governance/", "/fr/documents/"):
        html = client.get(path).text
        body = html.partition("<body>")[2]
        without = re.sub(r'<(\w+)[^>]*\blang="ar"[^>]*>.*?</\1>', "", body, flags=re.DOTALL)
        left = re.findall(r">([^<]*[\u0621-\u064a][^<]*)<", without)
        assert left == [], path
