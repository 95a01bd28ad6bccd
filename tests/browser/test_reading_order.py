"""What is read aloud and in which order, from the browser's accessibility tree.

The outlines stand beside this file, one for each page and language: `outlines/home-ar.txt`.
"""

from pathlib import Path

import pytest
import time_machine

from news.models import Release
from tests.browser.outline import outline, rows

OUTLINES = Path(__file__).parent / "outlines"


@pytest.fixture
def in_june(demo):
    """The demo site in the middle of June 2022, by a clock that goes on."""
    with time_machine.travel("2022-06-15T12:00:00+01:00"):
        yield


def path_of(kind):
    if kind == "release":
        return Release.objects.get(title_ar__contains="اللجنة الوطنية للتربية").get_absolute_url()
    return {
        "home": "/",
        "roster": "/governance/2022-01-29/health/",
        "programme": "/programme/2022/",
    }[kind]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("kind", ["home", "release", "roster", "programme"])
def test_landmarks_and_headings_are_read_in_order(page, in_june, kind, language):
    page.goto(("/fr" if language == "fr" else "") + path_of(kind))
    expected = (OUTLINES / f"{kind}-{language}.txt").read_text(encoding="utf-8")
    assert outline(page) == expected.splitlines()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_roster_is_read_as_a_table(page, in_june, width):
    """On a phone too, where it no longer looks like one."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path_of("roster"))
    assert rows(page)[:2] == [
        ["الترتيب", "الصفة", "شاغل المنصب", "المدة"],
        [
            "1",
            "رئيس لجنة الصحة",
            "أحمد خيار كما ورد في المصدر: احمد خيار",
            "منذ 29 يناير 2022",
        ],
    ]
