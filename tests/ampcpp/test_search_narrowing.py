"""What narrows more results than are counted: every choice that answers, without a number."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ampcpp.search import index
from ampcpp.search.question import ask
from ampcpp.search.terms import facet
from news.models import Category
from tests.ampcpp.test_search_pages import links, results, titles
from tests.factories import make_category, make_release

pytestmark = pytest.mark.django_db
ASKED = "?q=%D9%84%D9%82%D8%A7%D8%A1&kind=releases"
GIVEN = {"kind": "releases"}


@pytest.fixture
def many(monkeypatch):
    """Five releases of three years, where two are counted; others do not answer or are no news."""
    monkeypatch.setattr(index, "MOST", 2)
    for slug, name in (("meetings", "لقاءات"), ("visits", "زيارات"), ("training", "تكوين")):
        make_category(slug)
        Category.objects.filter(slug=slug).update(name_ar=name)
    visits, training = make_category("visits"), make_category("training")
    for number, year in enumerate([2016, 2016, 2019, 2022]):
        make_release(f"لقاء {number}", published_at=f"{year}-05-01T10:00:00Z")
    make_release("لقاء 4", published_at="2022-05-02T10:00:00Z", category=visits)
    make_release("خبر", published_at="2014-05-01T10:00:00Z", category=training)
    make_release("خبر", published_at="2021-05-01T10:00:00Z", category=training)
    make_release("لقاء", state="draft", published_at="2020-05-01T10:00:00Z", category=training)
    make_release("لقاء", published_at="2099-05-01T10:00:00Z", category=training)


def test_every_choice_that_answers_is_offered(client, many):
    response = results(client, "لقاء", **GIVEN)
    assert response.context["groups"][0]["results"].count is None
    assert links(response, "narrowing") == {
        f"{ASKED}&category=meetings": "لقاءات",
        f"{ASKED}&category=visits": "زيارات",
        f"{ASKED}&year=2022": "2022",
        f"{ASKED}&year=2019": "2019",
        f"{ASKED}&year=2016": "2016",
    }
    assert "narrowing__count" not in response.text


def test_what_was_chosen_narrows_the_rest(client, many):
    """Of a kind only one is left, or they can be counted."""
    response = results(client, "لقاء", **GIVEN, category="meetings")
    assert links(response, "narrowing") == {
        f"{ASKED}&category=meetings&year={year}": str(year) for year in (2022, 2019, 2016)
    }
    assert titles(results(client, "لقاء", **GIVEN, category="meetings", year=2019)) == ["لقاء 2"]
    counted = results(client, "لقاء", **GIVEN, year=2022)
    assert links(counted, "narrowing") == {
        f"{ASKED}&year=2022&category=meetings": "لقاءات 1",
        f"{ASKED}&year=2022&category=visits": "زيارات 1",
    }


def test_queries_are_as_many_for_many_choices(client, many):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            results(client, "لقاء", **GIVEN)
        return len(captured)

    few = queries()
    for number in range(10):
        moment = f"{2000 + number}-05-01T10:00:00Z"
        make_release("لقاء", published_at=moment, category=make_category(f"c{number}"))
    assert queries() == few


def test_nothing_asked_is_nothing_answered(many):
    condition = ask("لقاء").condition(facet("k", "release"))
    assert index.answering(condition, []) == set()
    assert index.answering(condition, ["0y2014", "0y2016", "0y2099"]) == {"0y2016"}
