"""A second click while the first is on its way sends nothing (`static/js/send-once.js`)."""

import pytest

from tests.ampcpp.test_versions import compare_url, ids
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_release
from tests.steps import step_url

TWICE = """async (button) => {
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 20)); // the first one is on its way
  button.click();
}"""


@pytest.fixture
def desk(page, client, live_server, publisher):
    sign_in(page, client, live_server, publisher)
    return page


def click_twice(page, name):
    """Returns the number of forms that are sent."""
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    page.locator(".submit-row").get_by_role("button", name=name).evaluate(TWICE)
    page.locator(".messagelist").wait_for()
    return sent.count("POST")


def test_a_step_is_taken_once(desk, transactional_db):
    """Nor is it said that the text was changed meanwhile, by the first click."""
    release = make_release(state="in_review", published_at=None)
    desk.goto(step_url("publish", release))
    assert click_twice(desk, "نشر أو برمجة") == 1
    assert desk.locator(".messagelist .success").count() == 1
    assert release.history.count() == 2


def test_an_old_version_is_restored_once(desk, transactional_db):
    release = make_release("القديم")
    release.title_ar = "الجديد"
    release.save()
    desk.goto(compare_url(release, *reversed(ids(release))))
    assert click_twice(desk, "استرجاع النسخة القديمة") == 1
    assert release.history.count() == 3
