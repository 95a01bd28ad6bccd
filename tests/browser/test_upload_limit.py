"""A file that is too heavy is refused when it is chosen: nothing is sent, nothing is lost."""

import pytest
from playwright.sync_api import expect

from ampcpp.models import Document
from ampcpp.uploads import MOST_BYTES
from tests.admin_forms import admin_url
from tests.browser.test_admin_accessibility import sign_in

REFUSAL = "حجم هذا الملف يفوق 20 ميغابايت. المرجو تصغيره ثم اختياره من جديد."


@pytest.fixture
def office(page, client, live_server, clerk):
    sign_in(page, client, live_server, clerk)
    return page


@pytest.fixture
def heavy(tmp_path):
    path = tmp_path / "تقرير.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    return path


@pytest.fixture
def light(tmp_path):
    path = tmp_path / "تقرير خفيف.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_in_a_form(office, heavy, light):
    office.goto(admin_url(Document, "add"))
    office.locator("#id_title_ar").fill("تقرير مكتوب")
    box = office.locator("#id_file")
    box.set_input_files(heavy)
    assert office.get_by_role("alert").inner_text() == REFUSAL
    assert box.evaluate("box => box.files.length") == 0
    assert office.locator("#id_title_ar").input_value() == "تقرير مكتوب"
    box.set_input_files(light)
    expect(office.get_by_role("alert")).to_have_count(0)
    assert box.evaluate("box => box.files.length") == 1
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").wait_for()
    assert Document.objects.get().title_ar == "تقرير مكتوب"


def test_a_word_file(office, heavy):
    office.goto("/admin/news/release/from-word/")
    office.locator(".word-form [type=file]").set_input_files(heavy)
    assert office.get_by_role("alert").inner_text() == REFUSAL
    assert "has-file" not in office.locator(".word-form").get_attribute("class")
