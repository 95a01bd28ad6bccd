"""No page breaks its Content-Security-Policy: the browser itself is asked, for every page."""

import io
import shutil
from functools import partial

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from PIL import Image
from playwright.sync_api import Route

from ampcpp.models import EmptySearch
from news.models import Release
from tests import kinds
from tests.admin_forms import admin_url
from tests.error_pages import HANDLERS, error_page
from tests.factories import make_document, make_person, make_release
from tests.signing_in import sign_in

TELL = """document.addEventListener("securitypolicyviolation", event => window.tell(
    `${event.violatedDirective}: ${event.blockedURI} in ${location.pathname}`
));"""
REFUSED = "Content Security Policy"
BLACK = (0, 0, 0)
EDITED = "textarea[data-django-prose-editor-configurable]"


@pytest.fixture
def told(page):
    """What the policy refused in the pages that this test opens, popups included."""
    violations = []

    def tell(violation):
        violations.append(violation)

    page.context.expose_function("tell", tell)
    page.context.add_init_script(TELL)
    page.context.on("console", lambda line: REFUSED in line.text and tell(line.text))
    return violations


@pytest.fixture
def office(page, administrator):
    """The admin, signed in through its form."""
    page.goto("/admin/")
    sign_in(page, administrator)
    return page


def excuse(faults, word):
    """What a test expects the browser to log beside: the status of a page, its own viewer."""
    assert [fault for fault in faults if word not in fault] == []
    faults.clear()


@pytest.mark.parametrize("contents", ["rich", "empty"])
def test_no_public_page_breaks_it(page, faults, told, contents):
    for path in getattr(kinds, contents)().values():
        for prefix in ("", "/fr"):
            page.goto(prefix + path)
    assert told == []
    excuse(faults, "404")


def test_no_page_of_an_error_breaks_it(page, told, client, db):
    headers = {
        "Content-Type": "text/html",
        "Content-Security-Policy": client.get("/search/")["Content-Security-Policy"],
    }
    for name in HANDLERS:
        answer = {"body": error_page(name, "ar"), "headers": headers}
        page.route(f"**/{name}", partial(Route.fulfill, **answer))
        page.goto(f"/{name}")
    assert told == []


INTRUDERS = {  # what would be injected, and what the browser says of it
    "add('script', {text: '1'})": "script-src-elem: inline",
    "add('script', {src: 'https://evil.example/'})": "script-src-elem: https://evil.example/",
    "add('style', {textContent: 'p {}'})": "style-src-elem: inline",
    "document.body.setAttribute('style', 'color: red')": "style-src-attr: inline",
    "document.body.setAttribute('onclick', '1')": "script-src-attr: inline",
    "add('img', {src: 'data:image/png,'})": "img-src: data",
    "add('iframe', {src: '/'})": "frame-src: http",
    "fetch('https://evil.example/').catch(() => {})": "connect-src: https://evil.example/",
}
ADD = """const add = (tag, properties) =>
    document.body.append(Object.assign(document.createElement(tag), properties))"""


@pytest.mark.parametrize("script", INTRUDERS)
def test_what_is_injected_would_be_noticed(page, faults, told, script):
    page.goto("/search/")
    page.evaluate(f"() => {{ {ADD}; {script}; }}")
    page.wait_for_timeout(200)
    assert [line for line in told if line.startswith(INTRUDERS[script])], told
    assert faults
    faults.clear()


def type_in_every_editor(page):
    """Write into each rich text, in the tab of its language; how many there are."""
    sources = page.locator(f"{EDITED}:not(.empty-form *)")
    for number in range(sources.count()):
        text = page.locator(".prose-editor [contenteditable=true]").nth(number)
        panel = sources.nth(number).locator("xpath=ancestor::*[@role='tabpanel'][1]")
        page.locator(f"[aria-controls='{panel.get_attribute('id')}']").click()
        text.click()
        page.keyboard.type("كلمة")
        assert "كلمة" in text.inner_text()
    return sources.count()


def test_no_page_of_the_admin_breaks_it(office, faults, told):
    kinds.rich()
    EmptySearch.objects.count_one("كلمة")
    texts = 0
    for model in admin.site._registry:
        row = model.objects.first() or model.objects.create()
        office.goto(admin_url(model, "changelist"))
        for page in ("change", "history", "delete"):
            office.goto(admin_url(model, page, row.pk))
            texts += type_in_every_editor(office)
    for path in ("/admin/password_change/", "/admin/news/"):
        office.goto(path)
    assert texts > 0
    assert told == []
    excuse(faults, "403")  # the page of what nobody may delete


def test_no_empty_form_of_the_admin_breaks_it(office, faults, told):
    for model in admin.site._registry:
        office.goto(admin_url(model, "add"))
        type_in_every_editor(office)
    assert told == []
    excuse(faults, "403")


def test_a_category_is_added_from_the_form_of_a_release(office, told):
    """Another window, which hands its row back and closes."""
    office.goto("/admin/news/release/add/")
    with office.expect_popup() as opened:
        office.locator("#add_id_category").click()
    window = opened.value
    for number, language in enumerate(("ar", "fr", "en")):
        window.get_by_role("tab").nth(number).click()
        window.locator(f"#id_name_{language}").fill("صنف جديد")
    window.locator("#id_slug").fill("new")
    with window.expect_event("close"):
        window.locator("[name=_save]").click()
    assert office.locator("#id_category option:checked").inner_text() == "صنف جديد"
    assert told == []


def test_a_person_is_found_while_typing(office, told):
    make_person("لحسن زلماط")
    release = make_release()
    office.goto(admin_url(Release, "change", release.pk))
    office.locator("#mentions-group .add-row a").click()
    office.locator("#mentions-0 .select2-selection").click()
    office.keyboard.type("زلماط")
    office.locator(".select2-results__option", has_text="لحسن زلماط").click()
    assert told == []


class TestInTheWholeBrowser:
    """The shell without a window shows no PDF: it takes it for a download."""

    @pytest.fixture
    def browser(self, launch):
        if not shutil.which("chromium"):
            pytest.fail("the whole Chromium is not installed (apt install chromium)", pytrace=False)
        chromium = launch(executable_path=shutil.which("chromium"))
        yield chromium
        chromium.close()

    def test_a_pdf_is_shown(self, page, faults, told):
        sheet = io.BytesIO()
        Image.new("1", (600, 800), 0).save(sheet, "PDF")
        document = make_document(file=ContentFile(sheet.getvalue(), name="a.pdf"))
        page.goto(document.get_absolute_url())
        for _time in range(60):  # the viewer is another program: nothing tells that it is done
            seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            middle = seen.getpixel((seen.width // 2, seen.height // 2))
            if middle == BLACK:
                break
            page.wait_for_timeout(500)
        assert middle == BLACK
        assert told == []
        excuse(faults, "chrome")
