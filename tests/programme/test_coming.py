"""What comes next, on the home page and on that of the programme."""

import pytest
from django.utils.translation import gettext

from tests.factories import make_activity, make_programme

pytestmark = pytest.mark.django_db


def test_next_activities_stand_on_the_home_page(client, noon, db):
    programme = make_programme(year=2022)
    for nature, values in {
        "أمس": {"happens_on": "2022-06-14"},
        "جار": {"happens_on": "2022-06-10", "happens_until": "2022-06-15"},
        "غدا": {"happens_on": "2022-06-16"},
        "ملغى": {"happens_on": "2022-06-17", "is_cancelled": True},
        "بلا تاريخ": {},
    }.items():
        make_activity(programme, nature, **values)

    context = client.get("/").context
    assert [a.nature for a in context["activities"]] == ["غدا", "جار"]
    assert context["are_coming"]
    html = client.get("/").text
    assert html.count(f"<span>{gettext('under way')}</span>") == 1
    assert html.index("غدا") < html.index(gettext("under way"))

    page = client.get("/programme/2022/")
    assert page.context["next_activity"].nature == "غدا"
    assert "النشاط المقبل" in page.text
    noon.move_to("2022-06-16T12:00:00+01:00")
    assert client.get("/programme/2022/").context["next_activity"].nature == "غدا"


def test_what_goes_on_is_not_called_next(client, noon, db):
    programme = make_programme(year=2022)
    make_activity(programme, "بعثة", happens_on="2021-09-29", happens_until="2023-11-30")
    page = client.get("/programme/2022/")
    assert page.context["next_activity"].is_under_way
    assert gettext("Activity under way") in page.text
    assert "النشاط المقبل" not in page.text


def test_what_has_begun_today_is_of_today_and_no_longer_next(client, noon, db):
    """
    12:00 now   10:30 this morning   15:00 this afternoon   tomorrow
    """
    programme = make_programme(year=2022)
    for nature, values in {
        "صباحا": {"happens_on": "2022-06-15", "start_time": "10:30"},
        "مساء": {"happens_on": "2022-06-15", "start_time": "15:00"},
        "غدا": {"happens_on": "2022-06-16"},
    }.items():
        make_activity(programme, nature, **values)

    def coming():
        return [activity.nature for activity in client.get("/en/").context["activities"]]

    assert coming() == ["مساء", "غدا", "صباحا"]
    assert client.get("/en/").text.count("<span>today</span>") == 1
    noon.move_to("2022-06-15T15:00:00+01:00")
    assert coming() == ["غدا", "صباحا", "مساء"]
    assert "Next activity" in client.get("/en/programme/2022/").text
    programme.activities.get(nature_ar="غدا").delete()
    page = client.get("/en/programme/2022/").text
    assert "Activity of today" in page
    assert "Next activity" not in page
    noon.move_to("2022-06-16T00:00:00+01:00")
    assert not client.get("/en/").context["are_coming"]


def test_a_day_without_an_hour_is_next_until_it_is_over(client, noon, db):
    make_activity(make_programme(year=2022), happens_on="2022-06-15")
    noon.move_to("2022-06-15T23:59:00+01:00")
    page = client.get("/programme/2022/")
    assert not page.context["next_activity"].is_under_way
    assert "النشاط المقبل" in page.text


def test_several_days_are_under_way_from_the_hour_of_the_first(client, noon, db):
    make_activity(
        make_programme(year=2022),
        happens_on="2022-06-15",
        happens_until="2022-06-17",
        start_time="12:00",
    )
    assert "Activity under way" in client.get("/en/programme/2022/").text
    noon.move_to("2022-06-15T11:59:00+01:00")
    assert "Next activity" in client.get("/en/programme/2022/").text


def test_what_is_over_is_not_under_way(client, noon, db):
    """The home page of a year without activities to come shows the last ones."""
    programme = make_programme(year=2022)
    make_activity(programme, "يوم", happens_on="2022-01-03")
    make_activity(programme, "بعثة", happens_on="2022-02-01", happens_until="2022-06-14")
    page = client.get("/en/")
    assert [activity.nature for activity in page.context["activities"]] == ["يوم", "بعثة"]
    assert "<span>under way</span>" not in page.text
    assert "<span>today</span>" not in page.text
