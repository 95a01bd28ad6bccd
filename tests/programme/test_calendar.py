"""The calendars: of a programme or of all, of a kind or of all, parsed back."""

import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
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


def test_the_standing_calendar_has_every_published_programme(client, noon, db):
    """Past and cancelled entries stay; those of a draft and those without a day are not there."""
    for year, state in ((2021, "published"), (2022, "published"), (2023, "draft")):
        programme = make_programme(year=year, state=state)
        make_activity(programme, f"ماض {year}", happens_on=f"{year}-01-03")
        make_activity(programme, f"ملغى {year}", happens_on=f"{year}-12-03", is_cancelled=True)
        make_activity(programme, f"بلا تاريخ {year}")
    found = [str(event["summary"]) for event in events(client, "/programme/calendar.ics").values()]
    assert found == ["ماض 2021", "ملغى: ملغى 2021", "ماض 2022", "ملغى: ملغى 2022"]


@pytest.mark.parametrize("kind", ["training", "visit", "bureau_meeting"])
def test_a_calendar_of_one_kind(client, demo, kind):
    dated = Activity.objects.filter(kind=kind).exclude(happens_on=None)
    expected = {f"activity-{activity.pk}@ampcpp" for activity in dated}
    assert expected
    assert set(events(client, f"/programme/calendar/{kind}.ics")) == expected
    assert set(events(client, f"/programme/2022/calendar/{kind}.ics")) == expected


def test_a_kind_that_there_is_not(client, demo):
    assert client.get("/programme/calendar/nothing.ics").status_code == 404
    assert client.get("/programme/2022/calendar/nothing.ics").status_code == 404


def test_the_same_uid_in_every_calendar_and_language(client, demo):
    paths = ("2022/calendar.ics", "calendar.ics", "calendar/visit.ics", "2022/calendar/visit.ics")
    visit = Activity.objects.get(kind="visit", happens_on__isnull=False)
    for path in paths:
        for prefix in ("", "/fr", "/en"):
            found = events(client, f"{prefix}/programme/{path}")[f"activity-{visit.pk}@ampcpp"]
            assert found.decoded("dtstart") == day("2022-11-06")
    french = events(client, "/fr/programme/calendar/visit.ics")
    assert str(french[f"activity-{visit.pk}@ampcpp"]["summary"]).startswith("Accueil")


def test_an_entry_leads_to_its_line_on_the_site(client, noon, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01", kind="visit")
    found = event(client, activity)
    assert str(found["url"]) == f"http://testserver/programme/2022/#activity-{activity.pk}"
    assert found.categories == ["زيارة"]
    assert str(found["transp"]) == "TRANSPARENT"
    assert "location" not in found
    assert "description" not in found
    assert f'id="activity-{activity.pk}"' in client.get("/programme/2022/").text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/programme/calendar.ics", "برنامج أنشطة الجمعية"),
        ("/programme/calendar/visit.ics", "برنامج أنشطة الجمعية – زيارة"),
        ("/programme/2022/calendar.ics", "برنامج عمل الجمعية لسنة 2022"),
        ("/fr/programme/calendar.ics", "Programme de l’association"),
    ],
)
def test_what_a_program_that_subscribes_is_told(client, demo, path, name):
    calendar = Calendar.from_ical(client.get(path).content)
    assert (str(calendar["name"]), str(calendar["x-wr-calname"])) == (name, name)
    assert str(calendar["source"]) == f"http://testserver{path}"
    assert calendar.refresh_interval == datetime.timedelta(hours=12)
    assert str(calendar["x-published-ttl"]) == "PT12H"
    assert str(calendar["x-wr-timezone"]) == "Africa/Casablanca"
    assert "method" not in calendar
    assert calendar.walk("VTIMEZONE") == []


def test_what_has_not_changed_is_not_sent_again(client, noon, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01")
    first = client.get("/programme/calendar.ics")
    seen = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    assert client.get("/programme/calendar.ics", **seen).status_code == 304
    noon.shift(60)
    activity.save()
    assert client.get("/programme/calendar.ics", **seen).status_code == 200


def test_the_name_of_a_downloaded_file(client, demo):
    for path, name in {
        "calendar.ics": "ampcpp.ics",
        "calendar/training.ics": "ampcpp-training.ics",
        "2022/calendar.ics": "ampcpp-2022.ics",
        "2022/calendar/training.ics": "ampcpp-2022-training.ics",
    }.items():
        header = client.get(f"/programme/{path}")["Content-Disposition"]
        assert header == f'attachment; filename="{name}"'


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

    activity.happens_on = day("2022-07-02")
    activity.save()  # within the same second
    after = event(client, activity)
    assert (int(before["sequence"]), int(after["sequence"])) == (0, 1)
    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CONFIRMED")


def test_no_number_that_a_calendar_has_read_falls(noon, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01")
    noon.shift(90)
    activity.save()
    migration = import_module("programme.migrations.0004_revision")
    migration.go_on_from_seconds(apps, None)
    activity.refresh_from_db()
    assert activity.revision == 90


def test_a_cancelled_activity_stays_and_says_so(client, db):
    activity = make_activity(make_programme(year=2022), happens_on="2022-07-01", is_cancelled=True)
    found = event(client, activity)
    assert (str(found["status"]), str(found["summary"])) == ("CANCELLED", "ملغى: نشاط")


def test_what_leaves_the_calendar_comes_back_under_its_uid(client, noon, db):
    """docs/decisions/0023: without a day, or with its programme withdrawn."""
    programme = make_programme(year=2022)
    activity = make_activity(programme, happens_on="2022-07-01")
    uid = f"activity-{activity.pk}@ampcpp"
    activity.happens_on = None
    activity.save()
    assert events(client, "/programme/calendar.ics") == {}

    activity.happens_on = day("2022-07-02")
    activity.save()
    back = events(client, "/programme/calendar.ics")
    assert {key: int(event["sequence"]) for key, event in back.items()} == {uid: 2}

    for state, left in (("withdrawn", set()), ("published", {uid})):
        programme.state = state
        programme.save()
        assert set(events(client, "/programme/calendar.ics")) == left


def test_lines_are_folded_by_octets(client, db):
    make_activity(make_programme(year=2022), "اجتماع " * 30, happens_on="2022-07-01")
    raw = client.get("/programme/2022/calendar.ics").content
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # no letter is cut in two


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
