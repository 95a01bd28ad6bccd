"""Rosters and programmes on paper: the table under the letterhead, and nothing of the screen."""

import pytest
from playwright.sync_api import expect


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
