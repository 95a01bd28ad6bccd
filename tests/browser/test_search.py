"""A reader searches: while typing, by keyboard alone, and when the server does not answer."""

import re
from urllib.parse import quote, unquote

import pytest
from django.utils.translation import gettext, pgettext
from playwright.sync_api import expect

from ampcpp.models import EmptySearch
from tests.browser.keyboard import follow, tab_to

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def phone(new_page, demo):
    return new_page(**PHONE)


def type_in(page, text):
    field = page.get_by_role("searchbox", name="البحث عن")
    field.click()
    field.press_sequentially(text)
    return field


def test_results_come_while_one_is_typing(phone):
    phone.goto("/search/")
    title, asking = (
        pgettext("noun", "Search"),
        re.sub(r"<bdi>.*</bdi>", "{}", gettext("Results for “<bdi>%(query)s</bdi>”")),
    )
    field = type_in(phone, "الدرو")
    expect(phone.locator(".result mark").first).to_have_text("الدرويش")
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text(asking.format("الدرو"), use_inner_text=True)
    assert unquote(phone.url).endswith("/search/?q=الدرو")
    assert phone.title().startswith("الدرو – ")
    expect(field).to_be_focused()
    status = phone.locator("#search-status")
    expect(status).to_have_text(re.compile("^(نتيجة|نتيجتان|[0-9]+ نت)"))
    phone.reload()  # the address leads to what was shown
    expect(phone.locator(".result mark").first).to_have_text("الدرويش")

    field.fill("")
    expect(phone.locator(".result")).to_have_count(0)
    expect(heading).to_have_text(title, use_inner_text=True)
    field.fill("درسغ")
    expect(phone.locator(".no-results")).to_be_visible()
    assert not EmptySearch.objects.exists()  # nobody has asked that yet
    field.press("Enter")
    expect(phone.locator(".no-results")).to_be_visible()
    assert EmptySearch.objects.get().words == "درسغ"


@pytest.mark.parametrize(("prefix", "empty"), [("", "rtl"), ("/fr", "ltr")])
def test_the_field_begins_where_its_words_do(phone, prefix, empty):
    phone.goto(f"{prefix}/search/")
    field = phone.locator("#id_q")
    for words, direction in {"": empty, "الدرويش": "rtl", "Zellmat": "ltr"}.items():
        field.fill(words)
        expect(field).to_have_css("direction", direction)


def test_by_keyboard_to_a_release_of_a_year_by_category(page, demo):
    page.goto("/search/")
    tab_to(page, "searchbox", "البحث عن")
    page.keyboard.type("الجمعية")
    with page.expect_event("load"):  # while typing the address changes too, without a new page
        page.keyboard.press("Enter")
    follow(page, "الأخبار 15", "**kind=releases**")
    follow(page, '"2022 ', "**year=2022**")
    follow(page, "بلاغات صحفية", "**category=press-releases**")
    chosen = page.get_by_role("list", name="النتائج محصورة في").get_by_role("link")
    assert [words.replace("\n", " ") for words in chosen.all_inner_texts()] == [
        "بلاغات صحفية (إزالة) ×",
        "2022 (إزالة) ×",
    ]
    count = page.locator(".result").count()
    tab_to(page, "link", '"2022 ')
    page.keyboard.press("Enter")  # takes the year away again
    page.wait_for_url(lambda address: "year=" not in address)
    expect(chosen).to_have_count(1)
    assert page.locator(".result").count() >= count > 0


def test_a_near_miss_of_a_name(phone):
    phone.goto("/search/?q=" + quote("الدرويس"))
    phone.get_by_role("link", name="الدرويش").click()
    phone.get_by_role("link", name="عبد العزيز الدرويش").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("عبد العزيز الدرويش")


def test_a_server_that_does_not_answer_costs_nothing(phone, faults):
    phone.goto("/search/")
    phone.route("**/*typing=1*", lambda route: route.abort())
    field = type_in(phone, "الدرويش")
    expect(field).to_have_value("الدرويش")
    phone.wait_for_timeout(500)  # longer than the pause after which it asks
    expect(phone.locator(".result")).to_have_count(0)
    phone.get_by_role("button", name="بحث").click()
    expect(phone.locator(".result mark").first).to_have_text("الدرويش")
    faults[:] = [fault for fault in faults if "ERR_FAILED" not in fault]
