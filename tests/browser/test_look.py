"""How the pages stand on a screen and on paper: the menu, the room they take, the letterhead."""

import itertools

import pytest

from governance.models import Person
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
    page.wait_for_url("**/documents/")


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


def test_names_and_titles_of_committees_are_underlined_as_those_of_the_bureau(page, demo):
    page.goto("/governance/")
    underlines = {
        selector: page.locator(selector).first.evaluate("""link => {
            const style = getComputedStyle(link);
            return [style.textDecorationLine, style.textDecorationColor];
        }""")
        for selector in (".seat__name a", ".committee__name a", ".committee__chair a")
    }
    assert len(set(map(tuple, underlines.values()))) == 1
    assert underlines[".seat__name a"][0] == "underline"


def test_an_activity_in_the_year_looks_like_a_link(new_page, demo):
    for width, part in ((360, ".mark__days"), (1440, ".mark__name")):
        page = new_page(viewport={"width": width, "height": 740})
        page.goto("/programme/2022/")
        line = page.locator(part).first.evaluate(
            "part => getComputedStyle(part).textDecorationLine"
        )
        assert line == "underline"


def test_what_was_searched_for_does_not_look_like_a_link_and_a_result_does(page, demo):
    page.goto("/search/?q=الجمعية")
    lines = """one => [getComputedStyle(one).textDecorationLine,
        getComputedStyle(one).borderBlockEndWidth]"""
    assert page.locator(".result__answer mark").first.evaluate(lines) == ["none", "0px"]
    assert page.locator(".result h3 a").first.evaluate(lines) == ["underline", "0px"]


@pytest.mark.parametrize("width", [360, 1440])
def test_facts_are_read_in_the_order_of_the_page(new_page, demo, width):
    """Also where a title in Arabic stands on the right of a French page."""
    page = new_page(viewport={"width": width, "height": 800})
    person = Person.objects.get(name_ar="لحسن زلماط")
    for path in ("/fr/news/", f"/fr{person.get_absolute_url()}"):
        page.goto(path)
        places = page.locator(".facts:has(.language-mark)").evaluate_all("""all => all.map(facts =>
            [...facts.children].map(one => one.getBoundingClientRect())
                .map(box => [Math.round(box.top / 12), box.left]))""")
        assert places
        for of_one in places:
            for (line, left), (next_line, next_left) in itertools.pairwise(of_one):
                assert next_line > line or next_left > left


def test_on_a_phone_no_number_contradicts_the_title_of_a_seat(new_page, demo):
    numbers = {}
    for width in (360, 1440):
        page = new_page(viewport={"width": width, "height": 740})
        page.goto("/governance/2022-01-29/bureau/")
        cell = page.locator(".roster-table tbody td:first-child").nth(1)
        numbers[width] = cell.inner_text(), cell.bounding_box()["width"] > 1
    assert numbers == {360: ("2", False), 1440: ("2", True)}


def test_every_roster_writes_its_periods_in_one_size(new_page, demo):
    page = new_page(viewport={"width": 1440, "height": 800})
    sizes = []
    for body in ("bureau", "health"):
        page.goto(f"/governance/2022-01-29/{body}/")
        cell = page.get_by_role("cell", name="منذ 29 يناير 2022").first
        sizes.append(cell.evaluate("cell => getComputedStyle(cell).fontSize"))
    assert len(set(sizes)) == 1


def test_a_long_page_leads_down_from_its_top(new_page, demo):
    page = new_page(**PHONE, reduced_motion="reduce")
    page.goto("/governance/")
    page.locator(".jumps").get_by_role("link", name="اللجان الدائمة").click()
    page.wait_for_url("**#committees")
    assert 0 <= page.locator("#committees").bounding_box()["y"] < 100
