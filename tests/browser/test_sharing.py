"""Copying the link of a release, and the code on paper that leads back to it."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.factories import make_release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def release(transactional_db):
    return make_release("عنوان الخبر")


def test_the_link_is_copied(new_page, live_server, release):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(release.get_absolute_url())
    status = page.locator(".share").get_by_role("status")
    expect(status).to_be_empty()
    page.get_by_role("button", name="نسخ الرابط").press("Enter")
    expect(status).to_have_text("تم نسخ الرابط.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{live_server.url}/n/{release.number}"


def test_where_the_browser_refuses_the_link_is_selected(new_page, live_server, release):
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(release.get_absolute_url())
    page.get_by_role("button", name="نسخ الرابط").click()
    expect(page.locator(".share").get_by_role("status")).to_contain_text("الرابط محدد")
    assert page.evaluate("String(getSelection())") == f"{live_server.url}/n/{release.number}"


def test_without_javascript_the_link_can_be_selected(new_page, release):
    page = new_page(java_script_enabled=False)
    page.goto(release.get_absolute_url())
    expect(page.locator(".copy-link__address")).to_be_visible()
    expect(page.locator(".share").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_the_code_on_paper_leads_back(new_page, live_server, release, prefix):
    page = new_page()
    page.goto(f"{prefix}/news/{release.number}/")
    code = page.locator(".share__qr")
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".share__links")).to_be_hidden()
    address = f"{live_server.url}{prefix}/n/{release.number}"
    expect(page.locator(".share__paper")).to_contain_text(address)
    [read] = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    assert (read.format, read.text) == (zxingcpp.BarcodeFormat.QRCode, address)
