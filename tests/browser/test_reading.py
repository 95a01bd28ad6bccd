"""A reader on a telephone, without JavaScript, in Arabic and French."""

import re

import pytest
from playwright.sync_api import expect

from governance.models import Person
from news.models import Release

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
PATHS = [
    "/",
    "/news/",
    "/governance/",
    "/governance/2019-01-28/",
    "/governance/2022-01-29/bureau/",
    "/governance/councils/",
    "/programme/",
    "/documents/",
    "/search/?q=الجمعية",
    "/pages/the-association/",
    "/pages/contact/",
]


def test_from_the_list_to_a_release_and_into_french(new_page, demo):
    page = new_page(**PHONE)
    page.goto("/")
    page.get_by_role("link", name="كل الأخبار").click()
    page.get_by_label("الصنف").select_option(label="بلاغات صحفية")
    page.get_by_label("السنة").select_option("2022")
    page.get_by_role("button", name="عرض").click()
    expect(page.locator(".release-card")).to_have_count(2)

    page.get_by_role("link", name=re.compile("باريس")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("باريس")
    page.get_by_role("link", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page).to_have_url(re.compile(r"/fr/news/\d+/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Paris")


def test_who_chairs_the_health_committee(new_page, demo):
    page = new_page(**PHONE)
    page.goto("/governance/")
    page.get_by_role("link", name="لجنة الصحة", exact=True).click()
    row = page.get_by_role("row", name=re.compile("رئيس لجنة الصحة"))
    row.get_by_role("link", name="أحمد خيار").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("أحمد خيار")


def test_the_programme_is_cards_on_a_phone_and_a_table_on_a_desk(new_page, demo):
    """On a phone a line is as wide as the screen and each cell says what it is."""

    def layout(width):
        page = new_page(viewport={"width": width, "height": 740})
        page.goto("/programme/2022/?order=adopted")
        line = page.locator("tr.activity").nth(6)
        label = (
            line.locator("td").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
        )
        cells = line.locator("td, th").evaluate_all(
            "cells => cells.map(cell => Math.round(cell.getBoundingClientRect().top))"
        )
        return label, len(set(cells))

    assert layout(360) == ('"التاريخ" / ""', 4)  # the number stands beside the title
    assert layout(1440) == ("none", 1)


@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_is_wider_than_the_screen(new_page, demo, width, language):
    page = new_page(viewport={"width": width, "height": 740})
    wider = {}
    things = [*Release.objects.all()[:2], Person.objects.get(name_ar="لحسن زلماط")]
    for path in [*PATHS, *(thing.get_absolute_url() for thing in things)]:
        page.goto(language + path)
        excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if excess > 0:
            wider[path] = excess
    assert wider == {}


def test_pages_that_are_not_there_look_like_the_site(page, demo, faults):
    response = page.goto("/لا-شيء/")
    assert response.status == 404
    assert page.get_by_role("navigation").count() >= 2
    assert [fault for fault in faults if "404" not in fault] == []
    faults.clear()


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page, demo):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_letters_of_moroccan_names_are_in_the_fonts(page, demo):
    """ݣ and ڭ come from our own fonts, not from whatever the machine has."""
    page.goto("/")
    page.evaluate("document.fonts.ready")
    for family in ("Plex Arabic", "Naskh"):
        loaded = page.evaluate(
            "family => document.fonts.load(`16px '${family}'`, 'ݣڭ').then(f => f.length)", family
        )
        assert loaded > 0
