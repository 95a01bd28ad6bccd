"""Rosters and programmes on paper: the table under the letterhead, and nothing of the screen."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Release
from tests.factories import make_release


def shown(page, *selectors):
    return [selector for selector in selectors if page.locator(selector).first.is_visible()]


SCREEN = (".site-header", ".breadcrumbs", ".filter", ".year", ".months", ".calendar-links")


@pytest.mark.parametrize("path", ["/programme/2022/", "/fr/programme/2022/?order=adopted"])
def test_a_programme_prints_the_table_in_its_order(page, demo, path):
    page.goto(path)
    page.emulate_media(media="print")
    assert shown(page, ".letterhead", "h1", ".programme-table thead") == [
        ".letterhead",
        "h1",
        ".programme-table thead",
    ]
    assert shown(page, *SCREEN) == []
    numbers = page.locator(".programme-table tbody td:first-child").all_inner_texts()
    assert numbers == [str(number) for number in range(1, 38)]
    styles = page.locator(".programme-table").evaluate("""table => [
        getComputedStyle(table.tHead).display,
        getComputedStyle(table.rows[1]).display,
        getComputedStyle(table.rows[1]).breakInside,
        getComputedStyle(document.body).page,
    ]""")
    assert styles == ["table-header-group", "table-row", "avoid", "programme"]


def test_the_table_is_for_paper_unless_it_is_asked_for(page, demo):
    page.goto("/programme/2022/")
    assert shown(page, ".letterhead", ".programme-table", ".year", ".months") == [
        ".year",
        ".months",
    ]
    page.goto("/programme/2022/?order=adopted")
    assert shown(page, ".programme-table", ".months") == [".programme-table"]


def test_a_roster_prints_on_one_sheet(page, demo):
    """Its head, the day it shows, and seventeen seats, at the width of an A4 sheet."""
    page.set_viewport_size({"width": 658, "height": 1000})  # px between the margins
    page.goto("/governance/2022-01-29/bureau/")
    page.emulate_media(media="print")
    assert shown(page, ".letterhead", ".standing", *SCREEN) == [".letterhead", ".standing"]
    assert page.locator("h1").inner_text() == "لائحة أعضاء المكتب التنفيذي"
    expect(page.locator(".roster-table tbody tr")).to_have_count(17)
    box = page.locator(".roster-table").bounding_box()
    assert box["y"] + box["height"] < 990


def sheets(page, path):
    """The width and height in mm of each sheet of the PDF that the browser makes."""
    page.goto(path)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    return [tuple(round(float(side) / 72 * 25.4) for side in box) for box in boxes]


@pytest.mark.parametrize("language", ["", "/fr"])
def test_the_paper_of_each_sheet(page, demo, language):
    assert sheets(page, f"{language}/governance/2022-01-29/bureau/") == [(210, 297)]
    programme = sheets(page, f"{language}/programme/2022/")
    assert set(programme) == {(297, 210)}
    assert 3 <= len(programme) <= 6


def test_a_release_begins_with_the_letterhead(page, demo):
    path = Release.objects.get(title_ar__contains="دايجون").get_absolute_url()
    assert set(sheets(page, path)) == {(210, 297)}
    page.emulate_media(media="print")
    first = page.evaluate("""() => [...document.querySelectorAll("body *")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 1)
        .filter(one => !one.querySelector(".letterhead"))
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
        .closest(".letterhead")?.className""")
    assert first == "letterhead"


def test_what_introduces_a_list_stays_with_it(page, db):
    body = "<p>سطر</p><p>يتضمن البرنامج:</p><ul><li>نقطة</li></ul>"
    page.goto(make_release(body_ar=body).get_absolute_url())
    page.emulate_media(media="print")
    breaks = page.locator(".prose p").evaluate_all(
        "paragraphs => paragraphs.slice(0, 2).map(one => getComputedStyle(one).breakAfter)"
    )
    assert breaks == ["auto", "avoid"]
