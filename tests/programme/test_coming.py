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
    assert page.context["next_activity"].has_begun
    assert gettext("Activity under way") in page.text
    assert "النشاط المقبل" not in page.text
