"""The moment at which a text is published: asked, read by Morocco's clocks, said afterwards."""

import datetime

import pytest
from django.utils import timezone

from ampcpp.dates import format_moment
from ampcpp.workflow import PUBLISHED, SCHEDULED
from news.models import Release
from tests.admin_forms import admin_url
from tests.ampcpp.test_workflow import stage_of
from tests.factories import make_release
from tests.steps import step_url, take

pytestmark = pytest.mark.django_db
PAST_BOX = 'name="is_past_meant"'


def test_a_moment_in_morocco_is_kept(client, publisher, noon):
    """Ramadan 2023: the clocks stand an hour back on 10 April, and not on 10 May."""
    client.force_login(publisher)
    for day, hour in {"2023-04-10": 10, "2023-05-10": 9}.items():
        release = make_release(state="draft", published_at=None)
        take(client, "publish", release, published_at_0=day, published_at_1="10:00")
        release.refresh_from_db()
        assert release.stage == "scheduled"
        assert release.published_at.astimezone(datetime.UTC).hour == hour


def message(client):
    """What the page after a step says of it."""
    page = client.get(admin_url(Release, "changelist"))
    (said,) = [str(one) for one in page.context["messages"]]
    return said


@pytest.mark.parametrize(
    ("moment", "is_asked"),
    [
        (("2021-06-15", "12:00"), True),
        (("2022-06-15", "11:49"), True),
        (("2022-06-15", "11:50"), False),
        (("2022-06-15", "12:00"), False),
    ],
)
def test_a_moment_that_has_passed_is_asked_about_once(client, publisher, noon, moment, is_asked):
    client.force_login(publisher)
    release = make_release(state="draft", published_at=None)
    given = dict(zip(["published_at_0", "published_at_1"], moment, strict=True))
    assert PAST_BOX not in client.get(step_url("publish", release)).text
    asked = take(client, "publish", release, **given)
    assert asked.status_code == (200 if is_asked else 302)
    if is_asked:
        assert [*asked.context["adminform"].errors] == ["published_at"]
        assert PAST_BOX in asked.text
        assert stage_of(release) == "draft"
        assert take(client, "publish", release, is_past_meant="on", **given).status_code == 302
    release.refresh_from_db()
    shown = timezone.localtime(release.published_at)
    assert (release.stage, f"{shown:%Y-%m-%d %H:%M}") == ("published", " ".join(moment))


def test_the_own_moment_of_what_was_withdrawn_is_not_asked_about(client, publisher, noon):
    client.force_login(publisher)
    release = make_release(state="withdrawn", published_at="2020-03-01T10:00:00Z")
    own = {"published_at_0": "2020-03-01", "published_at_1": "11:00:00"}
    assert take(client, "publish", release, **own).status_code == 302
    assert stage_of(release) == "published"


@pytest.mark.parametrize(
    ("day", "words"),
    [("2022-06-15", PUBLISHED), ("2022-06-16", SCHEDULED)],
)
def test_whether_it_is_published_or_scheduled_is_said_with_its_moment(
    client, publisher, noon, day, words
):
    client.force_login(publisher)
    release = make_release(state="draft", published_at=None)
    take(client, "publish", release, published_at_0=day, published_at_1="12:00")
    moment = datetime.datetime.fromisoformat(f"{day}T12:00+01:00")
    assert message(client) == words % {"moment": format_moment(moment)}


@pytest.mark.parametrize("day", ["2023-03-19", "2023-04-23"])
def test_an_hour_that_comes_twice_or_never_is_refused_in_words(client, publisher, noon, day):
    """Ramadan 2023 begins with an hour twice, and ends with one that is left out."""
    client.force_login(publisher)
    release = make_release(state="draft", published_at=None)
    response = take(client, "publish", release, published_at_0=day, published_at_1="02:30")
    assert "المرجو اختيار ساعة أخرى، قبل 2:00 أو ابتداء من 3:00." in response.text
    assert "Casablanca" not in response.text
    assert stage_of(release) == "draft"
    take(client, "publish", release, published_at_0=day, published_at_1="03:30")
    release.refresh_from_db()
    assert timezone.localtime(release.published_at).strftime("%Y-%m-%d %H:%M") == f"{day} 03:30"


@pytest.mark.parametrize("moment", ["x", "1899-01-01", "9999-12-31"])
def test_a_moment_nobody_means_is_refused(client, publisher, moment):
    client.force_login(publisher)
    release = make_release(state="draft", published_at=None)
    response = take(client, "publish", release, published_at_0=moment, published_at_1="10:00")
    assert response.status_code == 200
    release.refresh_from_db()
    assert release.stage == "draft"
