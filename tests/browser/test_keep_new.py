"""Several new texts written at once in one browser: each is kept, and offered back, by itself."""

from contextlib import suppress

from django.contrib.sessions.models import Session
from playwright.sync_api import Error

from news.models import Release
from tests.browser.test_keep import another_tab, await_drafts, await_kept, notice, office, write

__all__ = ["office"]  # a fixture


def test_two_new_texts_at_once_are_kept_apart(office):
    """Neither is offered in the other; of two that were lost, one after the other is."""
    path = "/admin/news/release/add/"
    titles = ["الخبر الأول", "الخبر الثاني"]
    tabs = [another_tab(office, path) for _title in titles]
    for tab, title in zip(tabs, titles, strict=True):
        assert not notice(tab).is_visible()
        tab.locator("#id_title_ar").fill(title)
        await_kept(tab, title)
    tabs[0].locator("#id_title_ar").fill("الخبر الأول من جديد")
    await_kept(tabs[0], "من جديد")
    await_drafts(tabs[0], 2)
    another_tab(office, path).close()  # a third one takes nothing
    with suppress(Error), tabs[0].expect_event("crash"):
        tabs[0].goto("chrome://crash")
    tabs[1].close()

    office.goto(path)
    notice(office).wait_for()
    assert "«الخبر الأول من جديد»" in notice(office).inner_text()
    notice(office).get_by_role("button", name="استرجاع النص").click()
    assert office.locator("#id_title_ar").input_value() == "الخبر الأول من جديد"
    await_drafts(office, 2)
    office.locator("#id_category").select_option(index=1)
    write(office, "نص")
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").wait_for()

    office.goto(path)
    notice(office).wait_for()
    assert "«الخبر الثاني»" in notice(office).inner_text()
    notice(office).get_by_role("button", name="حذف هذا النص").click()
    notice(office).wait_for(state="hidden")
    await_drafts(office, 0)
    assert [release.title_ar for release in Release.objects.all()] == ["الخبر الأول من جديد"]


def test_thrown_away_one_after_the_other_and_forgotten_after_a_month(office):
    path = "/admin/news/release/add/"
    office.goto(path)
    office.evaluate("""() => {
      const { key } = document.querySelector(".kept-draft").dataset;
      const base = `draft:${key}`.replace(/[^.]+$/, "");
      const day = 24 * 3600 * 1000;
      const kept = (title, days) => JSON.stringify(
        { at: Date.now() - days * day, values: { title_ar: title } });
      localStorage[`${base}aaaaaaaaaaaa`] = kept("خبر أمس", 1);
      localStorage[`${base}bbbbbbbbbbbb`] = kept("خبر اليوم", 0);
      localStorage[`${base}cccccccccccc`] = kept("خبر قديم", 31);
      localStorage[base.slice(0, -1)] = kept("من قبل أن تسمى", 2);
    }""")
    office.reload()
    for title in ("خبر اليوم", "خبر أمس", "من قبل أن تسمى"):
        notice(office).get_by_text(f"«{title}»").wait_for()
        notice(office).get_by_role("button", name="حذف هذا النص").click()
    notice(office).wait_for(state="hidden")
    await_drafts(office, 0)


def test_a_new_text_that_comes_back_with_errors_keeps_its_name(office):
    path = "/admin/news/release/add/"
    office.goto(path)
    office.locator("#release_form").evaluate("form => form.noValidate = true")
    office.locator("#id_title_ar").fill("بلا تصنيف")
    office.locator("[name=_save]").click()
    office.locator(".errorlist").first.wait_for()
    assert not notice(office).is_visible()
    office.locator("#id_title_ar").fill("بلا تصنيف بعد")
    await_kept(office, "بعد")
    await_drafts(office, 1)


def test_a_new_text_survives_an_expired_session(office, client, live_server, clerk):
    office.goto("/admin/news/release/add/")
    office.locator("#id_title_ar").fill("قبل انتهاء الجلسة")
    office.locator("#id_category").select_option(index=1)
    write(office, "نص")
    Session.objects.all().delete()
    office.locator("[name=_save]").click()
    office.get_by_label("اسم المستخدم").fill("clerk")
    office.get_by_label("كلمة المرور").fill("a long password")
    office.keyboard.press("Enter")
    office.wait_for_url("**/admin/news/release/add/")
    notice(office).get_by_role("button", name="استرجاع النص").click()
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").first.wait_for()
    assert Release.objects.get().title_ar == "قبل انتهاء الجلسة"
    await_drafts(office, 0)


def test_a_second_click_on_save_sends_nothing(office):
    """Back in the form one can save again."""
    sent = []
    office.on("request", lambda one: sent.append((one.method, one.is_navigation_request())))
    office.goto("/admin/news/release/add/")
    office.locator("#id_title_ar").fill("بنقرتين")
    office.locator("#id_category").select_option(index=1)
    write(office, "نص")
    sent.clear()
    office.evaluate("""async () => {
      const save = document.querySelector("[name=_save]");
      save.click();
      await new Promise((resolve) => setTimeout(resolve, 20)); // the first one is on its way
      save.click();
    }""")
    office.locator(".messagelist .success").wait_for()
    assert sent.count(("POST", True)) == 1  # the advice may be asked for meanwhile
    assert Release.objects.count() == 1

    office.go_back()
    office.locator("#id_title_ar").fill("مرة أخرى")
    office.locator("#id_category").select_option(index=1)
    write(office, "نص")
    office.locator("[name=_save]").click()
    office.locator(".messagelist .success").wait_for()
    assert Release.objects.count() == 2
