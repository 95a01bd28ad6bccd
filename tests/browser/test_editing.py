"""The secretariat at its admin: stories, in Arabic, with a real browser."""

import pytest
from playwright.sync_api import expect

from governance.models import Term
from news.models import Release
from tests.factories import (
    make_category,
    make_person,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.signing_in import sign_in


@pytest.fixture
def office(page, administrator):
    """The admin, signed in."""
    page.goto("/admin/")
    sign_in(page, administrator)
    return page


def test_a_release_is_written_and_read(office, new_page):
    """Arabic by mouse, French by the keyboard of the tabs; published; read by somebody else."""
    make_category()
    office.goto("/admin/news/release/add/")
    tabs = office.locator("#release_form").get_by_role("tablist").first.get_by_role("tab")
    assert tabs.all_inner_texts() == ["العربية", "Français", "English"]

    office.locator("#id_title_ar").fill("خبر من المتصفح")
    office.locator(".field-body_ar [contenteditable=true]").click()
    office.keyboard.type("نص الخبر")

    tabs.nth(0).focus()
    office.keyboard.press("ArrowLeft")  # onward, in a page that runs from right to left
    assert tabs.nth(1).get_attribute("aria-selected") == "true"
    assert not office.locator("#id_title_ar").is_visible()
    office.locator("#id_title_fr").fill("Un communiqué")
    office.locator(".field-body_fr [contenteditable=true]").click()
    office.keyboard.type("Le texte")

    office.locator("#id_category").select_option(index=1)
    office.get_by_role("button", name="نشر أو برمجة").click()
    office.wait_for_url("**/step/publish/**")
    assert not Release.objects.published().exists()
    office.locator("input[type=submit].default").click()
    office.wait_for_url("**/change/")

    reader = new_page()
    reader.goto("/fr/news/")
    reader.get_by_role("link", name="Un communiqué").click()
    expect(reader.locator(".prose")).to_have_text("Le texte")
    assert Release.objects.get().body_ar == "<p>نص الخبر</p>"


def test_the_editor_writes_each_language_in_its_direction(office):
    office.goto("/admin/news/release/add/")
    for language, direction in (("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")):
        editor = office.locator(f".field-body_{language} [contenteditable=true]")
        assert editor.evaluate("box => getComputedStyle(box).direction") == direction
        assert editor.get_attribute("lang") == language


def test_the_editor_speaks_arabic_and_has_a_name(office):
    office.goto("/admin/news/release/add/")
    editor = office.locator(".field-body_ar .prose-editor[data-named]")
    editor.get_by_role("textbox", name="النص").wait_for()
    labels = editor.locator(".prose-menubar [aria-label]").evaluate_all(
        "buttons => buttons.map(button => button.getAttribute('aria-label'))"
    )
    assert "خط غليظ" in labels
    assert [label for label in labels if label.isascii()] == []


def test_an_error_in_a_hidden_tab_is_brought_to_light(office):
    make_category()
    office.goto("/admin/news/release/add/")
    office.get_by_role("tab", name="Français").first.click()
    office.locator("#id_title_fr").fill("Titre")
    office.locator("#release_form").evaluate("form => form.noValidate = true")
    office.locator("[name=_save]").click()

    office.locator(".field-title_ar .errorlist").wait_for(state="visible")
    assert office.locator("#id_title_ar").is_visible()
    assert office.locator("#id_title_fr").input_value() == "Titre"


def test_a_holder_is_replaced(office):
    """
    seat    [--- ali ---->   becomes   [--- ali ---)[--- sara --->
            01-29                      01-29       06-10
    """
    roster = make_roster()
    make_term(make_seat(roster), make_person("علي بن أحمد"), "2022-01-29")
    make_person("سارة العلوي", gender="f")
    office.goto(f"/admin/governance/roster/{roster.pk}/change/")

    office.locator("#id_seats-0-terms-0-ends_on").fill("2022-06-10")
    office.locator("#id_seats-0-terms-1-person + .select2").click()
    office.keyboard.type("ساره")  # the search folds ة
    office.locator(".select2-results__option", has_text="سارة العلوي").click()
    office.locator("#id_seats-0-terms-1-starts_on").fill("2022-06-10")
    office.locator("[name=_save]").click()
    office.wait_for_url("**/admin/governance/roster/")

    assert [(t.person.name_ar, str(t.ends_on)) for t in Term.objects.all()] == [
        ("علي بن أحمد", "2022-06-10"),
        ("سارة العلوي", "None"),
    ]


def test_a_seat_is_added_with_its_holder(office):
    """The row of terms of a seat added by the browser works like the others."""
    roster = make_roster()
    make_seat(roster)
    make_person("علي بن أحمد")
    office.goto(f"/admin/governance/roster/{roster.pk}/change/")

    office.locator("#seats-group .add-row a").click()
    office.locator("#id_seats-1-position").fill("2")
    office.locator("#id_seats-1-office").select_option(index=1)
    office.locator("#id_seats-1-terms-0-person + .select2").click()
    office.locator(".select2-results__option", has_text="علي بن أحمد").click()
    office.locator("[name=_save]").click()
    office.wait_for_url("**/admin/governance/roster/")

    assert Term.objects.get().seat.position == 2


def test_the_calendar_of_the_admin_is_moroccan(office):
    office.goto("/admin/governance/mandate/add/")
    office.locator("#id_starts_on").fill("2022-08-05")
    office.locator(".datetimeshortcuts a").last.click()
    assert "غشت" in office.locator(".calendar caption").first.inner_text()
    first_day = office.locator(".calendar th").first.inner_text()
    monday = office.evaluate("gettext('M') + ',' + pgettext('one letter Monday', 'M')")
    assert first_day in monday.split(",")


def test_the_words_on_a_tab_are_said_in_the_language_of_the_admin(office):
    """«Français» is French; that it is not translated is said in Arabic."""
    release = make_release()
    office.goto(f"/admin/news/release/{release.pk}/change/")
    tab = office.locator("#release_form").get_by_role("tab").nth(1)
    assert tab.get_attribute("lang") == "fr"
    mark = tab.locator(".mark")
    assert mark.inner_text() == "لم يترجم بعد"
    assert (mark.get_attribute("lang"), mark.get_attribute("dir")) == ("ar", "rtl")
