"""What the checker says where one rule could take a thing for another: systems of months, numbers
that are years, hidden signs between words, offices of several people, names within names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.checker import check
from tests.news.test_checker import NAMES, draft, found

#: text → (kind, fragment, right) of its findings.
SLIPS = {
    # The Levant shares no name with Morocco, Algeria two.
    "من 15 كانون الثاني إلى 30 يونيو": [("mixed-months", "كانون الثاني", "يناير")],
    "خلال شهر آذار، ثم في أكتوبر": [("mixed-months", "آذار", "مارس")],
    "من 3 مارس إلى 5 نيسان": [("mixed-months", "نيسان", "أبريل")],
    "من 5 جانفي إلى 6 أبريل": [("mixed-months", "جانفي", "يناير")],
    # Years.
    "برسم عام 202": [("impossible-year", "202", "")],
    "في سنة 202 بالرباط": [("impossible-year", "202", "")],
    "سنة 20222": [("impossible-year", "20222", "2022")],
    "من 2022 الى 2019": [("impossible-year", "2022 الى 2019", "")],
    "من سنة 2022 إلى غاية سنة 2019": [("impossible-year", "2022 إلى غاية سنة 2019", "")],
    "من 2022 حتى 2019": [("impossible-year", "2022 حتى 2019", "")],
    # A hidden sign between two words, and one within a word.
    "تنفيذ برنامج\u00adالعمل": [("glued", "برنامج\u00adالعمل", "برنامج العمل")],
    "رؤساء الجما\u00ad عات": [("spaces", "الجما\u00ad عات", "الجماعات")],
    "برامج التنم \u00adية": [("spaces", "التنم \u00adية", "التنمية")],
    "كلمة مد\u00adينة الرباط": [("word-debris", "مد\u00adينة", "مدينة")],
    # A letter of the word after it, at the beginning of a line.
    "ب مقر الجمعية": [("spaces", "ب مقر", "بمقر")],
    "انعقد اللقاء|ل فائدة الأعضاء": [("spaces", "ل فائدة", "لفائدة")],
    # The office of one is not that of another.
    "حضر محمد قاسمي ولحسن زلماط، عضو المكتب": [("no-person-title", "محمد قاسمي", "")],
    "حضر محمد قاسمي ثم تكلم لحسن زلماط، عضوا المكتب": [("no-person-title", "محمد قاسمي", "")],
}
CLEAN = [
    "من 5 جانفي إلى 6 مارس، ثم أكتوبر",
    "وقد مارس مهامه منذ 5 نيسان",
    "من 15 كانون الثاني إلى 30 حزيران",
    "كل سنة 200 مستفيد، وكل عام 202 في الجهة",
    "في سنة 200 شخص، وتأسست سنة 192 هـ، أي سنة 192.",
    "من 2500 إلى 2000 درهم، ومن 2019 الى 2022",
    "أ التقرير|ب مقر الجمعية",
    "ب المصادقة على التقرير",
    "حضر محمد قاسمي ولحسن زلماط، عضوا المكتب، اللقاء",
    "حضر محمد قاسمي، لحسن زلماط ونور الدين الأزرق، أعضاء المكتب",
    "حضر محمد قاسمي واعتماد الزاهيدي (نائبا الرئيس)",
    "وحضر علي محمد قاسمي اللقاء",
    "بحضور إدريس محمد قاسمي",
    "ولعلي محمد قاسمي",
]


@pytest.mark.parametrize(("text", "expected"), SLIPS.items())
def test_slips(text, expected):
    assert found(*text.split("|")) == expected


@pytest.mark.parametrize("text", CLEAN)
def test_clean_texts(text):
    assert found(*text.split("|")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اطلع على محمد قاسمي", ["محمد قاسمي"]),
        ("رئيس جماعة سيدي موسى محمد قاسمي", ["محمد قاسمي"]),
        ("السيد علي محمد قاسمي", []),
        ("السيد أحمد محمد قاسمي والسيد محمد قاسمي", ["محمد قاسمي"]),
    ],
)
def test_a_name_after_another_first_name_is_somebody_else(text, expected):
    """The same people are proposed beside the text."""
    assert [one.written for one in NAMES.names.sightings(text)] == expected


PIECES = st.sampled_from(
    [
        *("برنامج", "العمل", "الجما", "عات", "ب", "مقر", "و", "السيد", "محمد", "قاسمي", "لحسن"),
        *("زلمط", "15", "30", "2022", "20222", "سنة", "شتنبر", "نوفمبر", "الخميس", "مارس"),
        *(
            "\u00ad",
            "\u200b",
            "\u200f",
            " ",
            "  ",
            "،",
            ",",
            ".",
            "«",
            "»",
            '"',
            "“",
            "-",
            "(",
            ")",
        ),
        *("ـ", "[1]", "*", "•", "من", "إلى", "–", ":", "?", "A", "ﻣﺠﻠﺲ", "(1)"),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_is_to_be_written_as_it_stands(text):
    assert [one for one in check(draft(text), NAMES) if one.right == one.fragment != ""] == []
