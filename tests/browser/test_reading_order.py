"""What is read aloud and in which order, from the browser's accessibility tree.

The outlines stand beside this file, one for each page and language: `outlines/home-ar.txt`.
"""

import re
from pathlib import Path

import pytest
import time_machine

from news.models import Release
from tests import kinds
from tests.browser.outline import as_spoken, outline, rows, spoken

OUTLINES = Path(__file__).parent / "outlines"


@pytest.fixture
def in_june(demo):
    """The demo site in the middle of June 2022, by a clock that goes on."""
    with time_machine.travel("2022-06-15T12:00:00+01:00"):
        yield


def expected(name):
    return as_spoken((OUTLINES / name).read_text(encoding="utf-8")).splitlines()


def path_of(kind):
    if kind == "release":
        return Release.objects.get(title_ar__contains="اللجنة الوطنية للتربية").get_absolute_url()
    return {
        "home": "/",
        "roster": "/governance/2022-01-29/health/",
        "councils": "/governance/councils/",
        "programme": "/programme/2022/",
        "adopted": "/programme/2022/?order=adopted",
    }[kind]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("kind", ["home", "release", "roster", "programme"])
def test_landmarks_and_headings_are_read_in_order(page, in_june, kind, language):
    page.goto(("/fr" if language == "fr" else "") + path_of(kind))
    assert outline(page) == expected(f"{kind}-{language}.txt")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_texts_of_a_release_are_read_in_order(page, transactional_db, language):
    """Category, title, lead, when, photo and caption, text, film, gallery, documents, people."""
    with time_machine.travel("2023-06-15T12:00:00+01:00"):
        path = kinds.rich()["release"]
        page.goto(("/fr" if language == "fr" else "") + path)
        said = [re.sub(r"http://\S+", "…", text) for text in spoken(page)]
        assert said == expected(f"texts-{language}.txt")


TABLES = {
    "roster": [
        ["الصفة", "شاغل المنصب", "المدة"],
        ["رئيس لجنة الصحة", "أحمد خيار كما ورد في المصدر: احمد خيار", "منذ 29 يناير 2022"],
    ],
    "councils": [
        ["المجلس", "الجهة", "الرئاسة"],
        ["المجلس الإقليمي لخريبكة", "بني ملال-خنيفرة", "محمد قاسمي مدة شغل المنصب غير معروفة"],
    ],
    "adopted": [
        ["الرقم", "النشاط", "التاريخ", "المضمون", "ملاحظات"],
        [
            "1",
            "اجتماع تنسيقي مع السيد الخازن العام للمملكة اجتماع مع جهة خارجية",
            "حسب التاريخ المقترح",
            "من أجل توحيد مسطرة التعامل مع عملية صرف المنحة السنوية للجمعية",
            "تعتبر المنحة السنوية نفقة إجبارية حسب الدورية الوزارية",
        ],
    ],
}
WITHOUT_A_ROLE = """() => [...document.querySelectorAll(
    "table.cards-on-phone:not([role]), .cards-on-phone :is(thead, tbody, tr, th, td):not([role])"
)].map(element => element.outerHTML)"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_read_as_a_table(page, in_june, kind, width):
    """On a phone too, where it no longer looks like one; Safari wants the roles said."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path_of(kind))
    assert rows(page)[:2] == TABLES[kind]
    assert page.evaluate(WITHOUT_A_ROLE) == []
