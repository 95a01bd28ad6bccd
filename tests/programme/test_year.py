"""The year at a glance: what falls into which month, and how a page shows it."""

import datetime
import re

import pytest
from django.utils.translation import gettext

from programme.models import Activity
from programme.templatetags.programme import day_numbers
from programme.views import kinds_among
from programme.year import months_of
from tests.factories import make_activity, make_programme

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2022, 6, 15)


def day(text):
    return datetime.date.fromisoformat(text)


def activity(first, last=None, **values):
    return Activity(happens_on=day(first), happens_until=last and day(last), position=1, **values)


def marks(months):
    """Month number → (first day, last day) of its marks."""
    return {
        month.first_day.month: [(mark.first_day.day, mark.last_day.day) for mark in month.marks]
        for month in months
        if month.marks
    }


def test_an_activity_over_two_months_is_marked_in_both_and_listed_once():
    """
    September [29 30]   October [1 2]
    """
    over_two = activity("2022-09-29", "2022-10-02")
    months = months_of(2022, [over_two], TODAY)
    assert marks(months) == {9: [(29, 30)], 10: [(1, 2)]}
    assert [month.first_day.month for month in months if month.activities] == [9]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2022-03-17", None, "17"),
        ("2022-03-22", "2022-03-24", "22–24"),
        ("2022-09-29", "2022-10-01", "29 شتنبر – 1 أكتوبر"),
        ("2022-09-29", "2023-09-30", "29 شتنبر 2022 – 30 شتنبر 2023"),
    ],
)
def test_what_the_days_of_an_entry_share_is_said_once(first, last, shown):
    assert day_numbers(activity(first, last)).replace("\u00a0", " ") == shown


def test_a_year_has_twelve_months_and_more_when_an_activity_leaves_it():
    months = months_of(2022, [activity("2022-12-30", "2023-01-02")], TODAY)
    assert [str(month.first_day) for month in months][-2:] == ["2022-12-01", "2023-01-01"]
    assert len(months) == 13
    assert len(months_of(2022, [], TODAY)) == 12


def test_months_that_are_left_out_leave_a_gap(client, noon):
    """
    2021 Sep [mission … 2022 … 2023 Jan]   2023 Nov [visit]
    """
    programme = make_programme(year=2022)
    make_activity(programme, "بعثة", happens_on="2021-09-29", happens_until="2023-01-02")
    make_activity(programme, "زيارة", happens_on="2023-11-05")
    page = client.get("/programme/2022/")
    months = page.context["months"]
    gaps = [str(month.first_day) for month in months if month.follows_gap]
    assert gaps == ["2022-01-01", "2023-11-01"]
    grid = page.text.partition('class="year__months"')[2].partition("</ol>")[0]
    shown = re.findall(r'class="(year__gap)|class="month__name"[^>]*>\s*(?:<a[^>]*>)?([^<]+)', grid)
    names = [gap or name.strip().replace("\u00a0", " ") for gap, name in shown]
    assert names[:3] == ["شتنبر 2021", "year__gap", "يناير"]
    assert names[-4:] == ["دجنبر", "يناير 2023", "year__gap", "نونبر 2023"]


def test_days_stand_in_order_whatever_the_order_of_the_programme():
    rows = [
        activity("2022-03-15", start_time=datetime.time(10)),
        activity("2022-03-02"),
        Activity(position=3),
        activity("2022-03-15"),
    ]
    march = months_of(2022, rows, TODAY)[2]
    assert march.activities == [rows[1], rows[3], rows[0]]


@pytest.mark.parametrize(
    ("year", "now", "past"), [(2022, [6], [1, 2, 3, 4, 5]), (2021, [], []), (2023, [], [])]
)
def test_only_the_year_that_goes_on_has_a_past(year, now, past):
    months = months_of(year, [], TODAY)
    assert [month.first_day.month for month in months if month.is_now] == now
    assert [month.first_day.month for month in months if month.is_past] == past


def test_what_is_of_no_kind_is_counted_as_well():
    rows = [activity("2022-03-15", kind="visit"), activity("2022-03-16"), Activity(position=3)]
    assert [(kind, count) for kind, _name, count in kinds_among(rows)] == [("visit", 1), ("", 2)]


def main_of(client, path):
    return client.get(path).text.partition("<main")[2].partition("</main>")[0]


def test_every_mark_leads_to_an_entry(client, demo):
    for path in ("/programme/2022/", "/programme/2022/?order=adopted"):
        main = main_of(client, path)
        ids = re.findall(r'id="(activity-\d+)"', main)
        assert len(ids) == len(set(ids)) == 37
        assert len(re.findall(r'class="mark[ "]', main)) == 32
        assert set(re.findall(r'href="#(activity-\d+)"', main)) <= set(ids)


def test_months_are_in_order_with_their_moroccan_names(client, demo):
    main = main_of(client, "/programme/2022/")
    names = re.findall(r'class="month__name"[^>]*>\s*(?:<a href="#[^"]+">)?([^<]+)<', main)
    months = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"
    assert [name.strip() for name in names] == months.split()


def test_a_month_leads_to_its_entries_where_it_has_any(client, demo):
    main = main_of(client, "/programme/2022/")
    found = re.findall(r'href="#(month-[^"]+)"', main)
    assert found == [f"month-2022-{month:02}" for month in (3, 4, 5, 6, 7, 9, 10, 11, 12)]
    assert set(found) == set(re.findall(r'id="(month-[^"]+)"', main))
    assert "#month-" not in main_of(client, "/programme/2022/?order=adopted")


def test_a_mark_says_its_month_and_its_kind_in_words(client, noon):
    make_activity(make_programme(year=2022), "لقاء", happens_on="2022-03-10", kind="mission")
    mark = re.search(r'<a class="mark".*?</a>', main_of(client, "/programme/2022/"), re.DOTALL)[0]
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", mark)).strip()
    assert text == f"10 مارس لقاء – {Activity.Kind.MISSION.label}"


def test_an_activity_without_nature_has_one_name(client, noon):
    make_activity(make_programme(year=2022), "", position=11, happens_on="2022-03-10")
    main = main_of(client, "/programme/2022/")
    assert main.count("النشاط رقم\u00a011") == 3  # in the year, its month, the table for paper
    assert "غير مذكورة" not in main


def test_the_description_holds_characters_and_no_entities(client, noon):
    make_programme(year=2022, introduction_ar="<p>37&nbsp;نشاطا &amp; <strong>زيارة</strong></p>")
    html = client.get("/programme/2022/").text
    assert '<meta name="description" content="37 نشاطا &amp; زيارة">' in html
    assert '<meta property="og:description" content="37 نشاطا &amp; زيارة">' in html


def test_this_month_and_what_is_cancelled_are_said_in_words(client, noon):
    programme = make_programme(year=2022)
    make_activity(programme, "اجتماع", happens_on="2022-06-20", is_cancelled=True)
    make_activity(programme, "زيارة", date_as_written_ar="يحدد لاحقا")
    main = main_of(client, "/programme/2022/")
    assert main.count("هذا الشهر") == 1
    assert main.count("ملغى") == 3  # in the year, its month, the table for paper
    assert "نشاط واحد بلا تاريخ محدد" in main
    assert main.count("يحدد لاحقا") == 2


@pytest.mark.parametrize(
    ("days", "weekdays", "number"),
    [
        (("2022-03-17", None), ["الخميس"], "17"),
        (("2022-03-22", "2022-03-24"), ["الثلاثاء – الخميس"], "22–24"),
        (("2022-09-29", "2022-10-01"), [], "29 شتنبر – 1 أكتوبر"),
    ],
)
def test_the_day_of_an_entry(client, noon, days, weekdays, number):
    first, last = days
    make_activity(make_programme(year=2022), happens_on=first, happens_until=last)
    main = main_of(client, "/programme/2022/").replace("\u00a0", " ")
    assert re.findall(r'<span class="activity__weekday">([^<]+)', main) == weekdays
    assert re.findall(r'<span class="activity__number\b[^>]*>([^<]+)', main) == [number]


def test_a_title_begins_with_a_large_letter_in_the_page_and_in_calendars(client, noon):
    make_activity(make_programme(year=2022), nature_fr="visite", happens_on="2022-03-10")
    assert main_of(client, "/fr/programme/2022/").count(">Visite</span>") == 3
    assert "SUMMARY:Visite" in client.get("/fr/programme/2022/calendar.ics").text


@pytest.mark.parametrize(
    ("prefix", "hours"),
    [("/fr", ["10 h 30", "9 h"]), ("", ["10:30", "09:00"])],
)
def test_an_hour_is_written_as_each_language_does(client, noon, prefix, hours):
    programme = make_programme(year=2022)
    make_activity(programme, happens_on="2022-03-10", start_time="10:30")
    make_activity(programme, happens_on="2022-03-11", happens_until="2022-03-12", start_time="9:00")
    main = main_of(client, f"{prefix}/programme/2022/").replace("\u00a0", " ")
    one, several = re.findall(r'<span class="activity__hour">([^<]+)', main)[:2]
    assert hours[0] in one
    assert several.startswith("(")  # beside a range, not as the hour of its end
    assert hours[1] in several


def test_a_programme_without_activities_says_so(client, noon):
    programme = make_programme(year=2022)
    nothing, no_match = gettext("This programme lists no activities."), "لا يوجد نشاط يطابق"
    main = main_of(client, "/programme/2022/?order=adopted")
    assert nothing in main
    assert no_match not in main
    main = main_of(client, "/programme/2022/?kind=visit")
    assert no_match in main
    assert '<a class="more" href="/programme/2022/">عرض الكل</a>' in main
    programme.state = "withdrawn"
    programme.save()
    assert '<a class="more" href="/programme/">' in main_of(client, "/programme/2022/")


def test_everything_is_offered_only_where_something_was_left_out(client, noon):
    make_activity(make_programme(year=2022), kind="visit", happens_on="2022-03-10")
    assert "عرض الكل" not in main_of(client, "/programme/2022/?order=adopted")
    assert "عرض الكل" in main_of(client, "/programme/2022/?kind=visit")


def test_without_a_programme_the_page_leads_on(client, db):
    main = main_of(client, "/programme/")
    assert re.findall(r'<a class="more" href="([^"]+)"', main) == [
        "/programme/subscribe/",
        "/news/",
    ]
