"""The form of a public text: nothing but the button «Save» brings what was typed before readers."""

import pytest

from tests.admin_forms import admin_url
from tests.browser.test_admin_accessibility import sign_in
from tests.browser.test_keep import KEPT, notice
from tests.factories import make_release

TYPED = "عنوان لم يكتمل"
AWAY = ["معاينة", "إعداد تعديل", "استنساخ", "سحب"]


@pytest.fixture
def desk(page, client, live_server, publisher):
    sign_in(page, client, live_server, publisher)
    return page


@pytest.fixture
def release(transactional_db):
    return make_release("خبر منشور")


def reader_sees(page, words, release):
    return words in page.request.get(f"/n/{release.pk}").text()


@pytest.mark.parametrize("name", AWAY)
def test_what_was_typed_does_not_get_out_by_the_way_to_a_step(desk, new_page, release, name):
    """Whoever leaves is warned; may stay; and finds the words again when coming back."""
    reader, asked, answers = new_page(), [], iter(["dismiss", "accept"])

    def answer(dialog):
        asked.append(dialog.type)
        getattr(dialog, next(answers))()

    desk.on("dialog", answer)
    path = admin_url(type(release), "change", release.pk)
    desk.goto(path)
    desk.locator("#id_title_ar").fill(TYPED)
    way = desk.locator(".steps").get_by_role("link", name=name)
    way.click(no_wait_after=True)
    desk.wait_for_function(f"() => {KEPT}.length == 1")
    assert (desk.locator("#id_title_ar").input_value(), asked) == (TYPED, ["beforeunload"])
    way.click()
    desk.get_by_role("heading", level=1, name=name).wait_for()
    assert asked == ["beforeunload"] * 2
    assert reader_sees(reader, "خبر منشور", release)
    assert not reader_sees(reader, TYPED, release)

    desk.goto(path)
    assert desk.locator("#id_title_ar").input_value() == "خبر منشور"
    notice(desk).get_by_role("button", name="استرجاع النص").click()
    assert desk.locator("#id_title_ar").input_value() == TYPED
    desk.locator("[name=_save]").click()
    desk.locator(".messagelist .success").wait_for()
    assert reader_sees(reader, TYPED, release)


@pytest.mark.parametrize("box", ["#id_title_ar", "#id_happened_on", "#id_pin_position"])
def test_enter_in_a_box_of_one_line_saves_nothing(desk, release, box):
    """Of a draft it saves, as Django has it; the button is reached and pressed by keyboard."""
    desk.goto(admin_url(type(release), "change", release.pk))
    desk.locator("#id_title_ar").fill(TYPED)
    desk.locator(box).press("Enter")
    desk.wait_for_timeout(500)
    assert desk.locator("#id_title_ar").input_value() == TYPED
    assert not reader_sees(desk, TYPED, release)
    desk.locator("[name=_save]").press("Enter")
    desk.locator(".messagelist .success").wait_for()
    assert reader_sees(desk, TYPED, release)


def test_enter_saves_a_draft(desk, transactional_db):
    draft = make_release("مسودة", state="draft", published_at=None)
    desk.goto(admin_url(type(draft), "change", draft.pk))
    desk.locator("#id_title_ar").fill(TYPED)
    desk.locator("#id_title_ar").press("Enter")
    desk.locator(".messagelist .success").wait_for()
    draft.refresh_from_db()
    assert draft.title_ar == TYPED
