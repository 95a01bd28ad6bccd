"""Rich text, folding, slugs, dates: the pure functions of the ground floor."""

import datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ampcpp.arabic import fold
from ampcpp.dates import format_date, format_hour, format_range, format_weekday, today
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
        shown = format_range(on(first), last and on(last))
    assert shown.replace("\u00a0", " ") == text


def test_only_after_the_dash_of_a_range_does_a_line_end():
    shown = format_range(on("2022-12-30"), on("2023-01-02"))
    assert shown.split(" ") == ["30\u00a0دجنبر\u00a02022\u00a0–", "2\u00a0يناير\u00a02023"]


@pytest.mark.parametrize(
    ("language", "hour", "text"),
    [
        ("ar", datetime.time(10, 30), "10:30"),
        ("en", datetime.time(9), "09:00"),
        ("fr", datetime.time(10, 30), "10\u00a0h\u00a030"),
        ("fr", datetime.time(9, 5), "9\u00a0h\u00a005"),
        ("fr", datetime.time(), "0\u00a0h"),
        ("fr", None, ""),
    ],
)
def test_hours(language, hour, text):
    with translation.override(language):
        assert format_hour(hour) == text


def test_weekdays():
    assert format_weekday(on("2022-09-30")) == "الجمعة 30\u00a0شتنبر\u00a02022"
    assert format_date(None) == ""
    with translation.override("en"):
        assert format_weekday(on("2022-09-30")) == "Friday, 30\u00a0September\u00a02022"


def test_a_moment_is_told_by_the_clocks_of_morocco():
    late = datetime.datetime(2022, 6, 30, 23, 30, tzinfo=datetime.UTC)
    assert format_date(late) == "1\u00a0يوليوز\u00a02022"


def test_today_is_morocco_s(noon):
    noon.move_to("2022-06-15T23:30:00+00:00")
    assert today() == on("2022-06-16")
