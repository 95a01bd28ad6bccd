"""A public page costs a fixed number of queries, with few rows and with many."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance.models import Mandate, Person, Roster, Seat, Term
from news.models import Mention, Photo, Release
from programme.models import Programme
from tests.factories import (
    make_activity,
    make_category,
    make_council,
    make_document,
    make_office,
    make_page,
    make_person,
    make_release,
)

pytestmark = pytest.mark.django_db

#: Path → the most queries it may cost.
LIMITS = {
    "/": 14,
    "/news/": 10,
    "/news/?category=meetings&year=2022": 10,
    "/documents/": 10,
    "/governance/councils/": 10,
    "/search/?q=الجمعية": 23,
    "/search/?q=الجمعية&kind=releases": 17,
    "/search/?q=كلمة": 23,
    "/news/feed/": 4,
    "/news/atom/": 4,
    "/news/category/participations/feed/": 5,
    "/sitemap.xml": 12,
    "/sitemap-news.xml": 4,
    "/sitemap-releases.xml": 2,
    "/sitemap-rosters.xml": 2,
    "/manifest.webmanifest": 2,
    "release": 12,
    "/governance/": 12,
    "/governance/2022-01-29/bureau/": 12,
    "person": 12,
    "/programme/2022/": 12,
    "/programme/2022/calendar.ics": 4,
    "/programme/calendar.ics": 4,
    "/programme/calendar/training.ics": 4,
    "/programme/subscribe/": 4,
    "/pages/contact/": 12,
    "/contact/": 4,
    "/contact/sent/": 4,
}


def counts(client):
    release = Release.objects.get(title_ar__contains="دايجون")
    person = Person.objects.get(name_ar="لحسن زلماط")
    paths = {"release": release.get_absolute_url(), "person": person.get_absolute_url()}
    found = {}
    for path in LIMITS:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(paths.get(path, path)).status_code == 200
        found[path] = len(queries)
    return found


def grow():
    """Twenty more of everything."""
    release = Release.objects.get(title_ar__contains="دايجون")
    person = Person.objects.get(name_ar="لحسن زلماط")
    roster = Roster.objects.get(mandate__starts_on="2022-01-29", body__slug="bureau")
    programme = Programme.objects.get(year=2022)
    office = make_office("عضو", "عضوة")
    for number in range(20):
        moment = timezone.now() - datetime.timedelta(days=number)
        other = make_release(f"خبر {number}", published_at=moment, category=make_category())
        Photo.objects.bulk_create(
            Photo(release=r, image="x.jpg", width=4, height=3, is_decorative=True)
            for r in (other, release)
        )
        someone = make_person(f"شخص {number}")
        Mention.objects.create(release=release, person=someone)
        Mention.objects.create(release=other, person=person)
        release.documents.add(make_document(f"وثيقة {number}"))
        make_page(f"صفحة {number}", menu="main")
        make_activity(programme, f"نشاط {number}", happens_on="2026-12-01")
        make_council(f"مجلس {number}")
        seat = Seat.objects.create(roster=roster, office=office, position=20 + number)
        Term.objects.create(seat=seat, person=someone)
        Mandate.objects.create(starts_on=datetime.date(1990, 1, 1 + number))


def test_queries(client, demo, noon):
    noon.move_to("2026-12-01T12:00:00+01:00")
    make_activity(Programme.objects.get(year=2022), happens_on="2026-12-24")
    make_release("خبر اليوم", published_at=timezone.now())
    few = counts(client)
    grow()
    many = counts(client)

    assert many == few
    assert {path: n for path, n in few.items() if n > LIMITS[path]} == {}
