"""How the pages stand on a screen and on paper: the menu, the room they take, the letterhead."""

import pytest

from news.models import Release

PHONE = {"viewport": {"width": 360, "height": 740}}


def height_of(page, selector):
    return page.locator(selector).bounding_box()["height"]


def test_the_menu_opens_by_the_keyboard_and_without_a_script(new_page, demo):
    page = new_page(**PHONE, java_script_enabled=False)
    page.goto("/news/")
    menu, button = page.locator("#site-menu"), page.get_by_role("button", name="القائمة")
    assert not menu.is_visible()

    button.press("Enter")
    assert menu.is_visible()
    assert menu.get_by_role("link").all_inner_texts()[:4] == [
        "الأخبار",
        "المكتب واللجان",
        "برنامج العمل السنوي",
        "الوثائق",
    ]
    page.keyboard.press("Escape")
    assert not menu.is_visible()

    button.click()
    menu.get_by_role("link", name="الوثائق").click()
    assert page.url.endswith("/documents/")


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
@pytest.mark.parametrize("width", [1024, 1180, 1440])
def test_the_menu_is_one_row_on_a_desk(new_page, demo, width, language):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{language}/")
    assert not page.locator(".menu-button").is_visible()
    assert height_of(page, ".site-menu ul") < 60


@pytest.mark.parametrize("language", ["", "/fr"])
def test_a_small_card_says_more_than_who(new_page, demo, language):
    """Four lines of the lead: twelve words were no more than the name of the association."""
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{language}/")
    leads = page.locator(":is(.front__beside, .front__below) .release-card__lead")
    shown = leads.evaluate_all("""leads => leads.map(lead => [
        lead.textContent.split(" ").length > 12,
        Math.round(lead.clientHeight / parseFloat(getComputedStyle(lead).lineHeight)),
    ])""")
    assert [has_more for has_more, _lines in shown] == [True] * 6
    assert {lines for _has_more, lines in shown} <= {2, 3, 4}


@pytest.mark.parametrize("language", ["", "/fr"])
def test_the_news_begin_high_on_a_phone(new_page, demo, language):
    page = new_page(**PHONE)
    page.goto(f"{language}/")
    assert height_of(page, ".site-header") < 150


def test_a_release_is_printed_on_letterhead(page, demo):
    release = Release.objects.get(title_ar__contains="دايجون")
    page.goto(f"/fr{release.get_absolute_url()}")
    letterhead = page.locator(".letterhead")
    assert not letterhead.is_visible()

    page.emulate_media(media="print")
    assert letterhead.is_visible()
    assert page.locator(".letterhead__name").all_inner_texts() == [
        "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم",
        "Association marocaine des présidents des conseils préfectoraux et provinciaux",
    ]
    for furniture in (".site-header", ".breadcrumbs", ".neighbours", ".related", ".share__links"):
        assert not page.locator(furniture).is_visible(), furniture
    assert page.locator(".release__dateline").is_visible()
