"""Whole stories by keyboard alone, in Arabic; at every step the focus is framed and in view."""

import datetime
from urllib.parse import unquote

import pytest
from django.utils.translation import gettext

from news.models import Photo
from tests import kinds
from tests.browser.keyboard import choose, follow, spoken, steps_back, stops, tab, tab_to

DESK = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
READ_THROUGH = ["home", "news", "release", "roster-bureau", "programme", "subscribe"]


@pytest.fixture
def desk(new_page):
    page = new_page(**DESK)
    kinds.rich()
    page.goto("/")
    return page


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def test_a_release_is_found_and_its_second_photo_opened(desk):
    follow(desk, "الأخبار", "**/news/")
    choose(desk, "الصنف", "لقاءات")
    choose(desk, "السنة", str(datetime.date.today().year))
    tab_to(desk, "button", "عرض")
    desk.keyboard.press("Space")
    desk.wait_for_url("**category=meetings**")
    follow(desk, "لقاء دراسي طويل العنوان", "**/news/*/*/")
    photos = list(Photo.objects.filter(release__number=desk.url.split("/")[4]))
    for _ in range(2):
        tab_to(desk, "link", photos[1].alternative_text_ar)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/media/**")
    assert unquote(desk.url).endswith(photos[1].image.url)


def test_the_calendar_is_subscribed_to(desk, client):
    follow(desk, "برنامج العمل السنوي", "**/programme/")
    follow(desk, gettext("Subscribe to the calendar"), "**/programme/subscribe/")
    tab_to(desk, "link", "تقويم آبل")
    address = desk.locator(":focus").get_attribute("href")
    assert address.startswith("webcal://localhost")
    answer = client.get("/" + address.split("/", 3)[3])
    assert answer["Content-Type"].startswith("text/calendar")

    tab_to(desk, "link", "تحميل الملف")
    with desk.expect_download() as download:
        desk.keyboard.press("Enter")
    assert download.value.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_who_chairs_the_health_committee_is_looked_up(desk):
    follow(desk, "المكتب واللجان", "**/governance/")
    follow(desk, "لجنة الصحة", "**/health/")
    follow(desk, "أحمد خيار", "**/people/**")
    assert heading(desk) == "أحمد خيار"
    assert "رئيس لجنة الصحة" in desk.get_by_role("main").inner_text()


def test_the_language_changes_and_the_page_stays(desk):
    desk.goto("/governance/2022-01-29/health/")
    follow(desk, "Français", "**/fr/governance/2022-01-29/health/")
    assert desk.locator("html").get_attribute("lang") == "fr"
    assert "santé" in heading(desk).lower()
    follow(desk, "English", "**/en/governance/2022-01-29/health/")


def test_the_menu_of_a_phone_opens_closes_and_leads_on(new_page):
    page = new_page(**PHONE)
    kinds.rich()
    page.goto("/")
    menu = page.locator("#site-menu")
    said = tab_to(page, "button", "القائمة")
    assert not menu.is_visible()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    tab(page)
    assert menu.locator(":focus").count() == 1  # the next stop is in it

    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert spoken(page).startswith(said.split(" [")[0])  # where one was

    page.keyboard.press("Space")
    assert menu.is_visible()
    follow(page, "الوثائق", "**/documents/")


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["", "/fr"])
def test_the_focus_goes_as_one_reads(new_page, language, device):
    page = new_page(**device)
    paths = kinds.rich()
    back = {}
    for kind in READ_THROUGH:
        page.goto(language + paths[kind])
        found = stops(page)
        assert len(found) > 10
        back[kind] = steps_back(found, is_rtl=not language)
    assert back == dict.fromkeys(READ_THROUGH, [])


def test_a_step_back_would_be_noticed():
    def place(name, x, y):
        return {"name": name, "x": x, "y": y, "width": 50, "height": 20}

    line = [place("start", 0, 0), place("middle", 100, 0), place("end", 200, 0)]
    assert steps_back(line, is_rtl=False) == []
    assert steps_back(line, is_rtl=True) == [("start", "middle"), ("middle", "end")]
    assert steps_back([place("below", 0, 90), place("above", 0, 0)], is_rtl=False) == [
        ("below", "above")
    ]
    assert steps_back([place("column", 0, 90), place("next", 100, 0)], is_rtl=False) == []
