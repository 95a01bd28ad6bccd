"""Signing in, as the secretariat does it: in Arabic, on a telephone, with a code or a passkey."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.signing_in import CODE, FACTOR, code_at, code_of, make_account, sign_in

TELEPHONE = {"width": 360, "height": 740}
#: A telephone that knows its owner's finger.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def telephone(new_page):
    return new_page(viewport=TELEPHONE)


@pytest.fixture
def seen(telephone):
    """Looks at the page as it stands with axe, at every size; the faults end up here."""
    found = []

    def look(name):
        assert telephone.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        found.extend(f"{name} {fault}" for fault in violations_everywhere(telephone))
        telephone.set_viewport_size(TELEPHONE)

    yield look
    assert not found, "\n".join(found)


def enter(page, user):
    page.goto("/admin/")
    page.get_by_label("اسم المستخدم").fill(user.username)
    page.get_by_label("كلمة المرور").fill("a long password")
    page.get_by_role("button", name="تسجيل الدخول", exact=True).click()


def test_a_publisher_sets_up_the_app_then_signs_in_with_it(telephone, seen, transactional_db):
    user = make_account("publisher")
    telephone.goto("/admin/")
    seen("login")
    enter(telephone, user)
    telephone.wait_for_url(f"**{FACTOR}")
    seen("second factor")
    telephone.get_by_role("link", name="إعداد التطبيق").click()
    assert telephone.get_by_role("img", name="رمز الاستجابة السريعة").bounding_box()["width"] > 150
    seen("app")
    secret = telephone.locator(".access__key").inner_text()
    telephone.get_by_label("رمز التطبيق").fill(code_at(secret, time.time()))
    telephone.get_by_role("button", name="تأكيد").click()
    expect(telephone.locator(".access__codes li")).to_have_count(10)
    seen("codes")
    telephone.get_by_role("link", name="احتفظت بها").click()
    telephone.wait_for_url("**/admin/")

    telephone.get_by_role("button", name="تسجيل الخروج").click()
    enter(telephone, user)
    telephone.wait_for_url(f"**{CODE}")
    telephone.get_by_label("الرمز", exact=True).wait_for()
    seen("code")
    next_code = code_at(secret, time.time() + 30)  # this half minute's has been used
    telephone.get_by_label("الرمز", exact=True).fill(next_code)
    telephone.get_by_role("button", name="تسجيل الدخول").click()
    telephone.wait_for_url("**/admin/")


def test_a_passkey_opens_without_the_password(telephone, seen, transactional_db):
    user = make_account("publisher")
    devices = telephone.context.new_cdp_session(telephone)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    enter(telephone, user)
    telephone.get_by_role("link", name="إضافة مفتاح مرور").click()
    telephone.get_by_label("اسم مفتاح المرور").wait_for()
    seen("passkey")
    telephone.get_by_label("اسم مفتاح المرور").fill("هاتفي")
    telephone.get_by_label("الدخول به وحده").check()
    telephone.get_by_role("button", name="إضافة").click()
    telephone.wait_for_url(f"**{FACTOR}codes/")
    telephone.goto("/admin/account/passkeys/")
    assert "هاتفي" in telephone.locator(".access__list").inner_text()
    seen("passkeys")

    telephone.get_by_role("button", name="تسجيل الخروج").click()
    telephone.get_by_role("button", name="الدخول بمفتاح المرور").click()
    telephone.wait_for_url("**/admin/")

    telephone.get_by_role("button", name="تسجيل الخروج").click()  # and after the password
    enter(telephone, user)
    telephone.get_by_role("button", name="استعمال مفتاح المرور").click()
    telephone.wait_for_url("**/admin/")


def test_a_passkey_is_offered_once_its_button_answers(telephone, transactional_db):
    telephone.add_init_script("""new MutationObserver((changes) => {
        if (changes.some((change) => change.target.matches("[data-scripted]")))
            window.offeredWhile = document.readyState;
    }).observe(document, {subtree: true, attributeFilter: ["hidden"]});""")
    telephone.goto("/admin/account/login/")
    assert telephone.get_by_role("button", name="الدخول بمفتاح المرور").is_visible()
    assert telephone.evaluate("window.offeredWhile") == "interactive"


def test_a_device_that_does_not_confirm_is_said(telephone, transactional_db):
    telephone.goto("/admin/account/login/")
    telephone.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error()); }")
    telephone.get_by_role("button", name="الدخول بمفتاح المرور").click()
    telephone.get_by_role("alert").wait_for()
    assert "لم يؤكد الجهاز هويتك" in telephone.get_by_role("alert").inner_text()


def test_without_a_script_the_code_is_enough(new_page, publisher):
    """A button that only a script can answer is not shown, on any page."""
    page = new_page(java_script_enabled=False)
    passkey = page.locator("[data-scripted]")
    page.goto("/admin/")
    expect(passkey).to_be_hidden()
    enter(page, publisher)
    page.wait_for_url(f"**{CODE}")
    expect(passkey).to_be_hidden()
    page.get_by_label("الرمز").fill(code_of(publisher))
    page.get_by_role("button", name="تسجيل الدخول", exact=True).click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/account/passkeys/add/")
    expect(passkey).to_be_hidden()
    expect(passkey).to_have_text("إضافة")


def test_no_page_of_accounts_and_log_has_a_violation(telephone, seen, administrator):
    user = make_account("writer")
    telephone.goto("/admin/")
    sign_in(telephone, administrator)
    pages = {
        "password": "/admin/account/password/",
        "sessions": "/admin/account/sessions/",
        "factors": FACTOR,
        "accounts": "/admin/auth/user/",
        "account": f"/admin/auth/user/{user.pk}/change/",
        "new account": "/admin/auth/user/add/",
        "another password": f"/admin/auth/user/{user.pk}/password/",
        "lost factor": f"/admin/auth/user/{user.pk}/second-factor/",
        "log": "/admin/admin/logentry/",
    }
    for name, path in pages.items():
        telephone.goto(path)
        seen(name)
