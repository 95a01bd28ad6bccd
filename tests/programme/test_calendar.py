"""The calendar of a programme, parsed back."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from programme.models import Activity
from tests.factories import make_activity, make_programme

pytestmark = pytest.mark.django_db
CASABLANCA = ZoneInfo("Africa/Casablanca")


def events(client, path="/programme/2022/calendar.ics"):
    response = client.get(path)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(e["uid"]): e for e in Calendar.from_ical(response.content).walk("VEVENT")}


def event(client, activity):
    return events(client)[f"activity-{activity.pk}@ampcpp"]


def day(text):
    return datetime.date.fromisoformat(text)


def test_the_demo_programme(client, demo):
    found = events(client)
    assert len(found) == 32
    meeting = event(client, Activity.objects.get(position=7))
    assert meeting.decoded("dtstart") == datetime.datetime(2022, 3, 15, 10, tzinfo=CASABLANCA)
    training = event(client, Activity.objects.get(position=2))
    assert (training.decoded("dtstart"), training.decoded("dtend")) == (
        day("2022-03-17"),
        day("2022-03-18"),
    )
    assert "الديموقراطية التشاركية" in str(training["description"])


def test_the_end_of_whole_days_is_exclusive(client, db):
    activity = make_activity(
        make_programme(year=2022), happens_on="2022-09-29", happens_until="2022-10-01"
    )
    found = event(client, activity)
    assert found.decoded("dtstart") == day("2022-09-29")
    assert found.decoded("dtend") == day("2022-10-02")


@pytest.mark.parametrize(
    ("on", "utc_hour"),
    [("2022-03-15", 9), ("2022-04-10", 10), ("2022-05-09", 9)],  # Ramadan 2022: 27 March to 8 May
)
def test_an_hour_is_morocco_s_in_ramadan_too(client, db, on, utc_hour):
    activity = make_activity(make_programme(year=2022), happens_on=on, start_time="10:00")
    starts = event(client, activity).decoded("dtstart")
    assert starts.astimezone(datetime.UTC).hour == utc_hour


def test_a_change_raises_the_sequence_and_keeps_the_uid(client, noon, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01")
    before = event(client, activity)

    noon.shift(60)
    activity.happens_on = day("2022-07-02")
    activity.save()
    after = event(client, activity)
    assert int(after["sequence"]) > int(before["sequence"])
    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CONFIRMED")


def test_a_cancelled_activity_stays_and_says_so(client, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01", is_cancelled=True)
    assert str(event(client, activity)["status"]) == "CANCELLED"


def test_lines_are_folded_by_octets(client, db):
    make_activity(make_programme(year=2022), "اجتماع " * 30, happens_on="2022-07-01")
    raw = client.get("/programme/2022/calendar.ics").content
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75


def test_days_with_an_hour_last_to_the_end_of_the_last_day(client, db):
    """
    22–24 March, 10:00    [10:00 on the 22nd ---------- 24:00 on the 24th)
    """
    activity = make_activity(
        make_programme(year=2022),
        happens_on="2022-03-22",
        happens_until="2022-03-24",
        start_time="10:00",
    )
    found = event(client, activity)
    assert found.decoded("dtstart") == datetime.datetime(2022, 3, 22, 10, tzinfo=CASABLANCA)
    assert found.decoded("dtend") == datetime.datetime(2022, 3, 25, 0, tzinfo=CASABLANCA)
