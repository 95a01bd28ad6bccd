"""Rich text, folding, slugs, dates: the pure functions of the ground floor."""

import datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ampcpp.arabic import fold
from ampcpp.dates import format_date, format_range, format_weekday, today
from ampcpp.richtext import PHOTO, sanitize, to_text
from ampcpp.slugs import LONGEST, slug_of


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("<p>نص</p>", "<p>نص</p>"),
        ("<b>ب</b><i>م</i>", "<strong>ب</strong><em>م</em>"),
        ("<B class=x>ب</B><br>", "<strong>ب</strong><br>"),
        ("<p onclick='x()'>ا</p><script>alert(1)</script>", "<p>ا</p>"),
        ('<a href="javascript:x">ا</a>', '<a rel="noopener">ا</a>'),
        ('<a href="java\u200bscript:x">ا</a>', '<a rel="noopener">ا</a>'),
        ('<a href="\u202ahttps://x.ma/a:b\u202c">ا</a>',
         '<a href="https://x.ma/a:b" rel="noopener">ا</a>'),
        ('<a href="/n/1?a=b:c">ا</a>', '<a href="/n/1?a=b:c" rel="noopener">ا</a>'),
        ('<a href="/news/1/" target=_blank>ا</a>', '<a href="/news/1/" rel="noopener">ا</a>'),
        ('<p style="color:red" class=MsoNormal>ا</p>', "<p>ا</p>"),
        ("<h1>ا</h1><h4>ب</h4><div>ج</div>", "<h2>ا</h2><h3>ب</h3><p>ج</p>"),
        ('<p lang="fr" title="x">ا</p>', "<p>ا</p>"),
        ("<p>&#x202e;ا&rlm;\x0b</p>", "<p>ا</p>"),
        ('<td colspan="2">ا</td>', "ا"),
        ("<p>\u202bنص\u202c\ufeff</p>", "<p>نص</p>"),
        ('<a href="www.x.ma">x</a>', '<a href="https://www.x.ma" rel="noopener">x</a>'),
        ('<figure data-photo="a-B_1"></figure>', '<figure data-photo="a-B_1"></figure>'),
        ('<p>ا<figure data-photo=a class=x><img src=x onerror=y()><figcaption>ب</figcaption>'
         "</figure>", '<p>ا</p><figure data-photo="a"></figure>ب'),
        ('<figure data-photo="../a">ا</figure>', "ا"),
        ('<figure data-photo="a&quot; onload=&quot;b">ا</figure>', "ا"),
        ('<img data-photo="a">ا<p data-photo="b">ب</p>', "ا<p>ب</p>"),
        ("<xml><w:View>Normal</w:View></xml><p>ا<o:p></o:p></p>", "<p>ا</p>"),
        ("<p></p>", ""),
        ("<p>&nbsp;</p>", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_sanitize(source, clean):
    assert sanitize(source) == clean


PIECES = [
    '<figure data-photo="a">',
    "<figure>",
    "</figure>",
    "<p>",
    "</p>",
    "<td>",
    "<strong>",
    "ا",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_sanitizing_photos_twice_changes_nothing(source):
    once = sanitize(source)
    assert sanitize(once) == once
    assert once.count("<figure") == once.count("</figure>") == len(PHOTO.findall(once))


@given(st.text(alphabet=st.sampled_from("<>/bp&;#x20e=\"' ابت\u202e\x0b")))
def test_sanitizing_twice_changes_nothing(source):
    once = sanitize(source)
    assert sanitize(once) == once


def test_text_of_html():
    assert (
        to_text("<h2>أ</h2><p>ب &amp; <strong>ج</strong>د</p><ul><li>ه</li></ul>") == "أ ب & جد ه"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آسفي", "اسفي"),
        ("الأقاليم", "الاقاليم"),
        ("جمعية", "جمعيه"),
        ("التعميرُ", "التعمير"),
        ("الجمعـــية", "الجمعية"),
        ("أݣادير", "اكادير"),
        ("مسؤول", "مسوول"),
        ("شؤون هيئة", "شوون هييه"),
        ("٢٠٢٢", "2022"),
        ("Tétouan", "tetouan"),
        ("l’emploi", "l'emploi"),
        ("سماء", "سما"),
    ],
)
def test_spellings_that_fold_into_one(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("بلاغ صحفي، باريس", "بلاغ-صحفي-باريس"),
        ("L’été à Fès", "lété-à-fès"),
        ("؟!", "-"),
        ("", "-"),
        ("كلمة " * 30, "-".join(["كلمة"] * 12)),
        ("ا" * 90, "ا" * LONGEST),
    ],
)
def test_slug(title, slug):
    assert slug_of(title) == slug
    assert len(slug) <= LONGEST


def on(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("language", "first", "last", "text"),
    [
        ("ar", "2022-08-05", None, "5 غشت 2022"),
        ("ar", "2022-03-22", "2022-03-24", "22–24 مارس 2022"),
        ("ar", "2022-09-29", "2022-10-01", "29 شتنبر – 1 أكتوبر 2022"),
        ("ar", "2022-12-30", "2023-01-02", "30 دجنبر 2022 – 2 يناير 2023"),
        ("ar", "2022-05-07", "2022-05-07", "7 ماي 2022"),
        ("fr", "2022-10-01", None, "1er octobre 2022"),
        ("fr", "2022-10-01", "2022-10-03", "1er–3 octobre 2022"),
        ("fr", "2022-09-29", "2022-10-01", "29 septembre – 1er octobre 2022"),
        ("en", "2022-03-22", "2022-03-24", "22–24 March 2022"),
    ],
)
def test_ranges(language, first, last, text):
    with translation.override(language):
        assert format_range(on(first), last and on(last)) == text


def test_weekdays():
    assert format_weekday(on("2022-09-30")) == "الجمعة 30 شتنبر 2022"
    assert format_date(None) == ""
    with translation.override("en"):
        assert format_weekday(on("2022-09-30")) == "Friday, 30 September 2022"


def test_a_moment_is_told_by_the_clocks_of_morocco():
    late = datetime.datetime(2022, 6, 30, 23, 30, tzinfo=datetime.UTC)
    assert format_date(late) == "1 يوليوز 2022"


def test_today_is_morocco_s(noon):
    noon.move_to("2022-06-15T23:30:00+00:00")
    assert today() == on("2022-06-16")
