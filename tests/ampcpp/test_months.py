"""Months of two words and «آب»: which words are one, and that a search finds them both ways."""

import pytest

from ampcpp.arabic import fold
from ampcpp.months import with_months
from ampcpp.search import index
from ampcpp.search.highlight import excerpt, marked
from ampcpp.search.question import ask
from ampcpp.search.terms import facet
from tests.factories import make_page

MONTHS = {
    "29 كانون الثاني 2022": "29 يناير 2022",
    "كانون ثاني": "يناير",
    "بتشرين الأول": "اكتوبر",
    "من تشرين الثاني إلى كانون الأول": "من نونبر الي دجنبر",
    "15 آب": "15 غشت",
    "٣١ آب": "31 غشت",
    "آب 2022": "غشت 2022",
    "شهر آب": "شهر غشت",
}
#: «باب 2022» is a door, «أب لـ4» a father.
NO_MONTHS = ["آب", "أب وأم", "أب ل 3 أبناء", "له 45 أب", "باب 2022", "كانون", "كان الثاني", "الأول"]


@pytest.mark.parametrize(("text", "expected"), MONTHS.items())
def test_months(text, expected):
    assert " ".join(with_months(fold(text).split())) == expected


@pytest.mark.parametrize("text", NO_MONTHS)
def test_what_is_no_month(text):
    assert with_months(fold(text).split()) == fold(text).split()


def pages(question):
    return set(index.some(ask(question).condition(facet("k", "page"))))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "names",
    [
        *("يناير|كانون الثاني|كانون ثاني", "أكتوبر|تشرين الأول", "نونبر|نوفمبر|تشرين الثاني"),
        *("دجنبر|ديسمبر|كانون الأول|وكانون الأول", "غشت|أغسطس|آب", "شتنبر|سبتمبر|أيلول"),
        *("فبراير|شباط", "مارس|آذار", "أبريل|نيسان", "ماي|مايو|أيار", "يونيو|حزيران"),
        "يوليوز|يوليو|تموز",
    ],
)
def test_every_name_of_a_month_finds_every_other(names):
    """With the day, the year or both, as words and as a phrase."""
    names = names.split("|")
    made = {make_page(f"لقاء يوم 29 {name} 2022 بالرباط").pk for name in names}
    for name in names:
        for question in (f"29 {name}", f"{name} 2022", f"٢٩ {name} ٢٠٢٢", f'"29 {name} 2022"'):
            assert pages(question) == made, question


@pytest.mark.django_db
def test_what_is_no_month_is_not_found():
    make_page("كان يوم 29 للدورة الثانية 2022")
    make_page("الدورة الثانية: كان 29 يوم الثاني")
    make_page("أب لثلاثة أبناء، 15 سنة")
    for question in ("29 كانون الثاني", "كانون الثاني", "15 آب", "شهر آب", "غشت", "يناير"):
        assert pages(question) == set(), question


@pytest.mark.django_db
def test_the_words_of_a_month_are_found_as_words_too():
    page = make_page("29 كانون الثاني 2022 و15 آب")
    assert pages("كانون") == pages("الثاني") == pages('"كانون الثاني 2022"') == {page.pk}
    assert pages("آب") == {page.pk}


def test_all_of_a_month_is_marked():
    text = "في 29 كانون الثاني، ثم 15 آب، مع أب"
    assert marked(text, ask("يناير")).count("<mark>") == 2
    assert "<mark>كانون</mark> <mark>الثاني</mark>" in marked(text, ask("كانون الثاني"))
    assert marked(text, ask("غشت")) == "في 29 كانون الثاني، ثم 15 <mark>آب</mark>، مع أب"
    long = f"{'كلمة ' * 40}{text}{' كلمة' * 40}"
    assert "كانون الثاني" in excerpt(long, ask("دجنبر يناير"))
