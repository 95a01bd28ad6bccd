"""The page that explains how to subscribe, and the links by which programs do it."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import gettext

from programme.models import Activity
from tests.factories import make_activity, make_programme

pytestmark = pytest.mark.django_db


def links(client, path="/programme/subscribe/", **options):
    """Every address that the page leads to."""
    main = client.get(path, **options).text.partition("<main")[2].partition("</main>")[0]
    return [unescape(url) for url in re.findall(r'href="([^"]+)"', main)]


def of_host(found, host):
    return [url for url in found if urlsplit(url).netloc == host]


def test_a_calendar_of_all_and_one_of_each_kind(client):
    paths = [
        "/programme/calendar.ics",
        *(f"/programme/calendar/{kind}.ics" for kind in Activity.Kind.values),
    ]
    found = links(client)
    assert of_host(found, "testserver") == [
        url for path in paths for url in (f"webcal://testserver{path}", f"http://testserver{path}")
    ]
    for path in paths:
        assert client.get(path)["Content-Type"] == "text/calendar; charset=utf-8"


def test_the_links_take_host_and_language_from_the_request(client):
    found = links(client, "/fr/programme/subscribe/", secure=True, headers={"host": "localhost"})
    calendar = "localhost/fr/programme/calendar.ics"
    assert f"webcal://{calendar}" in found
    assert f"https://{calendar}" in found

    google = of_host(found, "calendar.google.com")[0]
    assert parse_qs(urlsplit(google).query) == {"cid": [f"webcal://{calendar}"]}
    for host in ("outlook.live.com", "outlook.office.com"):
        outlook = of_host(found, host)[0]
        assert parse_qs(urlsplit(outlook).query) == {
            "url": [f"https://{calendar}"],
            "name": ["Programme de l’association"],
        }


def test_each_kind_has_a_link_for_every_program(client):
    found = links(client)
    for kind in Activity.Kind.values:
        path = f"testserver/programme/calendar/{kind}.ics"
        google = [parse_qs(urlsplit(url).query) for url in of_host(found, "calendar.google.com")]
        assert {"cid": [f"webcal://{path}"]} in google
        for host in ("outlook.live.com", "outlook.office.com"):
            outlook = [parse_qs(urlsplit(url).query)["url"] for url in of_host(found, host)]
            assert [f"http://{path}"] in outlook


@pytest.mark.parametrize(
    ("page", "calendar"),
    [
        ("/programme/2022/", "/programme/2022/calendar.ics"),
        ("/programme/2022/?kind=visit", "/programme/2022/calendar/visit.ics"),
        ("/fr/programme/", "/fr/programme/2022/calendar.ics"),
    ],
)
def test_a_programme_is_subscribed_to_alone(client, noon, page, calendar):
    make_programme(year=2022)
    found = of_host(links(client, page), "testserver")
    assert found == [f"webcal://testserver{calendar}", f"http://testserver{calendar}"]
    assert client.get(calendar)["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_year_gone_by_is_not_subscribed_to(client, noon):
    make_programme(year=2022)
    alone = "webcal://testserver/programme/2022/calendar.ics"
    noon.move_to("2022-12-31T12:00:00+00:00")
    assert alone in links(client, "/programme/2022/")
    noon.move_to("2023-01-01T12:00:00+00:00")
    found = links(client, "/programme/2022/")
    assert alone not in found
    assert alone.replace("webcal", "http") in found


def test_before_the_first_date_the_page_says_that_dates_will_come(client, noon):
    promise = gettext(
        "No activity has a date yet. Subscribe now: the dates will appear by themselves."
    )
    programme = make_programme(year=2022)
    make_activity(programme)
    assert promise in client.get("/programme/subscribe/").text
    make_activity(programme, happens_on="2022-03-10")
    assert promise not in client.get("/programme/subscribe/").text


def test_an_address_goes_on_below_after_a_slash(client):
    page = client.get("/programme/subscribe/").text
    assert "http://<wbr>testserver/<wbr>programme/<wbr>calendar.ics</bdi>" in page


def test_the_programme_leads_to_it(client, noon):
    programme = make_programme(year=2022)
    assert "/programme/subscribe/" in links(client, "/programme/2022/")
    programme.state = "withdrawn"
    programme.save()
    assert "/programme/subscribe/" not in links(client, "/programme/2022/")
