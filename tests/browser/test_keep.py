"""Nothing that was written is lost: a crash, a closed tab, an expired session, a careless click."""

import time

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from news.models import Release
from tests.browser.axe import violations_everywhere
from tests.browser.keyboard import go_to_the_end
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_category, make_page, make_release

NAME = "نص لم يحفظ"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('draft:'))"


@pytest.fixture
def office(page, client, live_server, clerk):
    make_category()
    sign_in(page, client, live_server, clerk)
    return page


def notice(page):
    return page.get_by_role("region", name=NAME)


def write(page, text, language="ar"):
    """Types at the end of the text of a form."""
    page.locator(f".field-body_{language} .prose-editor[data-named]").wait_for(state="attached")
    go_to_the_end(page, page.locator(f".field-body_{language} [contenteditable=true]"))
    page.keyboard.type(text)


def await_kept(page, words):
    page.wait_for_function(
        f"words => {KEPT}.some(key => localStorage[key].includes(words))", arg=words
    )


def await_drafts(page, count):
    """A script forgets what was saved once the next page stands, which may be later than a message
    on that page."""
    page.wait_for_function(f"count => {KEPT}.length === count", arg=count)


def another_tab(page, path):
    """A tab whose scripts have run: what they would offer is offered."""
    other = page.context.new_page()
    other.goto(path)
    other.wait_for_load_state("load")
    return other


def test_what_was_written_comes_back(office):
    office.goto("/admin/news/release/add/")
    assert not notice(office).is_visible()
    office.locator("#id_title_ar").fill("عنوان لم يحفظ")
    office.locator("#id_category").select_option(index=1)
    write(office, "نص لم يحفظ")
    await_kept(office, "نص لم يحفظ")

    again = another_tab(office, "/admin/")
    office.close()  # the first one is gone for good
    again.goto("/admin/news/release/add/")
    notice(again).wait_for()
    assert "«عنوان لم يحفظ»" in notice(again).inner_text()
    # Django leaves the head of a column empty for whoever may not delete its rows.
    assert not violations_everywhere(again)
    notice(again).get_by_role("button", name="استرجاع النص").click()
    assert again.locator("#id_title_ar").input_value() == "عنوان لم يحفظ"
    assert again.locator(".field-body_ar [contenteditable]").inner_text() == "نص لم يحفظ"
    assert notice(again).get_by_role("status").inner_text().startswith("عاد نصكم")
    assert again.locator(":focus").get_attribute("class") == "kept-draft"

    again.locator("[name=_save]").click()
    again.locator(".messagelist .success").wait_for()
    release = Release.objects.get()
    assert (release.title_ar, release.body_ar) == ("عنوان لم يحفظ", "<p>نص لم يحفظ</p>")
    await_drafts(again, 0)
    again.goto("/admin/news/release/add/")
    assert not notice(again).is_visible()


def test_the_last_words_before_a_tab_is_closed_are_kept(office):
    """Sooner than the next time it would have saved."""
    release = make_release("خبر", body_ar="<p>نص</p>", state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    keeper = another_tab(office, "/admin/")  # so that the browser stays open
    write(office, " كلمات أخيرة")
    expect(office.locator("#id_body_ar")).to_have_value("<p>نص كلمات أخيرة</p>")
    office.once("dialog", lambda dialog: dialog.accept())
    office.close(run_before_unload=True)
    keeper.wait_for_function(f"() => {KEPT}.length == 1")

    keeper.goto(path)
    notice(keeper).get_by_role("button", name="استرجاع النص").click()
    assert keeper.locator("#id_body_ar").input_value() == "<p>نص كلمات أخيرة</p>"
    assert keeper.locator("#id_title_ar").input_value() == "خبر"


def test_after_an_expired_session_one_signs_in_and_goes_on(office, client, live_server, clerk):
    page = make_page("صفحة", body_ar="<p>نص</p>", state="draft", published_at=None)
    path = f"/admin/ampcpp/page/{page.pk}/change/"
    office.goto(path)
    write(office, " جديد")
    office.locator("#id_title_fr").evaluate("box => box.value = 'Une page'")
    Session.objects.all().delete()
    office.locator("[name=_save]").click()
    office.get_by_label("كلمة المرور").wait_for()

    assert "login" in office.url
    office.get_by_label("اسم المستخدم").fill("clerk")
    office.get_by_label("كلمة المرور").fill("a long password")
    office.keyboard.press("Enter")
    office.wait_for_url(f"**{path}")
    notice(office).get_by_role("button", name="استرجاع النص").click()
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").first.wait_for()
    page.refresh_from_db()
    assert (page.body_ar, page.title_fr) == ("<p>نص جديد</p>", "Une page")
    await_drafts(office, 0)


def test_what_is_thrown_away_does_not_come_back(office):
    release = make_release(state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    office.locator("#id_title_ar").fill("عنوان آخر")
    await_kept(office, "عنوان آخر")
    other = another_tab(office, path)
    notice(other).get_by_role("button", name="حذف هذا النص").click()
    assert not notice(other).is_visible()
    assert other.locator("#id_title_ar").input_value() == "خبر"
    other.reload()
    assert not notice(other).is_visible()
    await_drafts(other, 0)


def test_leaving_warns_only_when_something_would_be_lost(office):
    release = make_release(state="draft", published_at=None)
    asked = []
    office.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    office.goto(f"/admin/news/release/{release.pk}/change/")
    office.locator("#id_title_ar").click()
    office.goto("/admin/")
    assert asked == []
    office.goto(f"/admin/news/release/{release.pk}/change/")
    office.locator("#id_title_ar").press_sequentially(" آخر")
    office.goto("/admin/")
    assert asked == ["beforeunload"]
    office.goto(f"/admin/news/release/{release.pk}/change/")
    notice(office).get_by_role("button", name="استرجاع النص").click()
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").wait_for()
    assert asked == ["beforeunload"]


def test_a_form_that_came_back_with_errors_is_still_kept(office):
    release = make_release(state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    office.locator("#release_form").evaluate("form => form.noValidate = true")
    office.locator("#id_title_ar").fill("")
    write(office, " جديد")
    office.locator("[name=_save]").click()
    office.locator(".field-title_ar .errorlist").wait_for()
    assert not notice(office).is_visible()

    other = another_tab(office, path)
    notice(other).get_by_role("button", name="استرجاع النص").click()
    assert other.locator("#id_body_ar").input_value() == "<p>نص جديد</p>"


def test_rows_that_were_added_come_back(office):
    release = make_release(state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    office.locator("#mentions-group .add-row a").click()
    office.locator("#mentions-group .add-row a").click()
    office.locator("#id_mentions-1-title_ar").fill("رئيس سابق")
    await_kept(office, "رئيس سابق")
    other = another_tab(office, path)
    notice(other).get_by_role("button", name="استرجاع النص").click()
    assert other.locator("#id_mentions-1-title_ar").input_value() == "رئيس سابق"
    assert other.locator("#id_mentions-TOTAL_FORMS").input_value() == "2"


def test_words_written_over_a_version_that_somebody_replaced_are_compared(office):
    release = make_release(state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    office.locator("#id_title_ar").fill("عنواني")
    await_kept(office, "عنواني")
    Release.objects.get().save()
    time.sleep(0.01)
    changed = Release.objects.get()
    changed.title_ar = "عنوان زميلي"
    changed.save()

    other = another_tab(office, path)
    notice(other).get_by_role("button", name="استرجاع النص").click()
    other.locator("[name=_save]").click()
    other.locator(".errornote").wait_for()
    assert other.locator("#id_title_ar").input_value() == "عنواني"
    assert Release.objects.get().title_ar == "عنوان زميلي"


def test_one_person_s_words_are_not_offered_to_another(office, client, live_server, clerk):
    colleague = User.objects.create_user("colleague", is_staff=True)
    colleague.user_permissions.set(clerk.user_permissions.all())
    release = make_release(state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    office.goto(path)
    office.locator("#id_title_ar").fill("سري")
    await_kept(office, "سري")
    office.evaluate(
        f"for (const key of {KEPT}) localStorage[key.replace(/\\d+/, '999')] = localStorage[key]"
    )
    mine = office.evaluate(f"{KEPT}.filter(key => !key.includes(':999.'))")
    office.evaluate("key => localStorage.removeItem(key)", mine[0])
    other = another_tab(office, path)
    assert not notice(other).is_visible()
