"""A person writes to the association: on a telephone without JavaScript, or by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from ampcpp.models import Banner, Message
from tests.browser.axe import violations_everywhere
from tests.factories import make_banner

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
FOCUSED = "document.activeElement.id"


def test_on_a_phone_without_a_script_mistakes_are_mended_and_the_message_sent(new_page, demo):
    page = new_page(**PHONE)
    page.goto("/pages/accessibility/")
    page.get_by_role("link", name="استمارة الاتصال، موضوع «مشكل في الولوجية»").click()
    expect(page.get_by_label("الموضوع")).to_have_value("accessibility")

    page.get_by_label("بريدكم الإلكتروني").fill("فاطمة")
    page.get_by_role("textbox", name="رسالتكم").fill("لا أستطيع قراءة الجدول.")
    page.get_by_role("button", name="إرسال الرسالة").click()
    expect(page).to_have_title(re.compile("^خطأ: استمارة الاتصال"))
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_text(
        [
            "المرجو كتابة اسمكم.",
            "المرجو كتابة عنوان البريد الإلكتروني كاملا، مثل name@example.ma.",
        ]
    )
    text = page.get_by_role("textbox", name="رسالتكم")
    expect(text).to_have_value("لا أستطيع قراءة الجدول.")

    summary.get_by_role("link").first.click()
    page.keyboard.type("فاطمة الزهراء")
    assert page.get_by_label("اسمكم").input_value() == "فاطمة الزهراء"
    page.get_by_label("بريدكم الإلكتروني").fill("fatima@example.ma")
    page.get_by_role("button", name="إرسال الرسالة").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("تم إرسال رسالتكم")
    message = Message.objects.get()
    assert (message.name, message.subject) == ("فاطمة الزهراء", "accessibility")


def test_by_keyboard_alone(page, demo):
    """From field to field with Tab, to the errors and back, to the answer."""
    page.goto("/fr/contact/")
    page.get_by_label("Votre nom").focus()
    page.keyboard.type("Fatima")
    page.keyboard.press("Tab")
    page.keyboard.type("fatima@")
    page.keyboard.press("Tab")
    page.keyboard.type("Pres")
    assert page.get_by_label("Objet").input_value() == "press"
    page.keyboard.press("Tab")
    page.keyboard.type("/fr/news/")
    page.keyboard.press("Tab")
    page.keyboard.type("Une question")
    page.keyboard.press("Tab")  # the legal notice
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    assert page.evaluate(FOCUSED) == "answer"

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "id_email"
    page.keyboard.press("End")
    page.keyboard.type("example.ma")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/contact/sent/*")
    assert page.evaluate(FOCUSED) == "answer"
    assert page.get_by_role("heading", level=1).inner_text() == "Votre message a été envoyé"
    assert Message.objects.get().email == "fatima@example.ma"


def test_the_trap_is_there_for_robots_only(page, demo):
    page.goto("/contact/")
    trap = page.locator("[name=reference]")
    expect(trap).to_have_count(1)
    assert not trap.is_visible()
    expect(page.get_by_role("textbox", name="المرجو ترك هذه الخانة فارغة")).to_have_count(0)


def test_going_back_keeps_what_was_typed(new_page, demo):
    page = new_page(**PHONE)
    page.goto("/contact/")
    page.get_by_role("textbox", name="رسالتكم").fill("نص لا يضيع")
    page.get_by_role("link", name="الرئيسية").first.click()
    page.wait_for_url("/")
    page.go_back()
    assert page.get_by_role("textbox", name="رسالتكم").input_value() == "نص لا يضيع"


@pytest.mark.parametrize("prefix", ["", "/fr", "/en"])
def test_a_form_with_errors_has_no_violation(page, demo, prefix):
    page.goto(f"{prefix}/contact/")
    page.locator(".contact__form button").click()
    expect(page.locator(".field__error")).to_have_count(4)
    assert violations_everywhere(page) == []


@pytest.mark.parametrize("kind", Banner.Kind.values)
def test_a_banner_has_no_violation_and_is_not_printed(page, demo, kind):
    make_banner("إعلان للجميع", kind=kind, link_ar="https://example.org/")
    page.goto("/fr/contact/sent/")
    assert page.locator(".banner").is_visible()
    assert violations_everywhere(page) == []
    page.emulate_media(media="print")
    assert not page.locator(".banner").is_visible()
