"""A Word file on the page of a new release: dropped, or chosen by the keyboard."""

import base64

import pytest
from playwright.sync_api import expect

from news.models import Release
from tests.browser.axe import violations_everywhere
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_category
from tests.news.word_files import release_file, turned_picture

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DROP = """([selector, data, name, type]) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt());
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, {type}));
    const event = kind => new DragEvent(
        kind, {dataTransfer: transfer, bubbles: true, cancelable: true});
    const target = document.querySelector(selector);
    const isTaken = !target.dispatchEvent(event("dragover"));
    target.dispatchEvent(event("drop"));
    return isTaken;
}"""


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(page, client, live_server, clerk):
    make_category()
    sign_in(page, client, live_server, clerk)
    return page


@pytest.mark.parametrize("type", [TYPE, ""], ids=["known type", "unknown type"])
def test_a_file_dropped_on_the_page_becomes_a_draft(office, type):
    """Even on the text, where a browser would write its name."""
    office.goto("/admin/news/release/add/")
    office.locator(".field-body_ar .prose-editor[data-named]").wait_for()
    data = base64.b64encode(release_file([turned_picture((600, 400))])).decode()
    drop = [".field-body_ar [contenteditable]", data, "بلاغ.docx", type]
    assert office.evaluate(DROP, drop)
    office.wait_for_url("**/change/")

    assert office.locator("#id_title_ar").input_value() == "بلاغ صحفي حول الدورة التكوينية"
    text = office.locator(".field-body_ar [contenteditable]")
    text.locator("h2", has_text="المحاور").wait_for()
    assert text.locator("ol li").all_inner_texts() == ["التدبير المالي", "الشراكة"]
    assert text.locator("th").all_inner_texts() == ["المجلس", "الجهة"]
    office.locator(".field-body_ar [data-name=photo]").click()
    photos = office.get_by_role("dialog").get_by_role("listitem")
    photos.first.wait_for()
    expect(photos).to_have_count(1)
    assert Release.objects.get().state == "draft"


def test_a_file_is_chosen_from_the_list_of_releases(office, tmp_path):
    office.goto("/admin/news/release/")
    office.get_by_role("link", name="من ملف Word").click()
    assert not violations_everywhere(office)
    old = tmp_path / "قديم.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0" * 200)
    file = office.get_by_label("ملف Word:")
    file.set_input_files(old)
    office.get_by_role("button", name="إنشاء مسودة منه").click()
    office.get_by_text("هذا ملف Word من نوع قديم").wait_for()
    assert not violations_everywhere(office)

    good = tmp_path / "بلاغ.docx"
    good.write_bytes(release_file())
    file.set_input_files(good)
    office.keyboard.press("Tab")
    office.get_by_role("button", name="إنشاء مسودة منه").focus()
    office.keyboard.press("Enter")
    office.wait_for_url("**/change/")
    office.get_by_role("link", name="ملف Word الذي أنشئ منه").wait_for()
    assert Release.objects.get().title_ar == "بلاغ صحفي حول الدورة التكوينية"
