"""What narrows more results than are counted: categories, years and people, without a number; and
what is said when nothing is left."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ampcpp.search import index
from news.models import Category, Release
from tests.ampcpp.test_search_pages import links, results, titles
from tests.factories import make_category, make_person, make_release

pytestmark = pytest.mark.django_db
ASKED = "?q=%D9%84%D9%82%D8%A7%D8%A1&kind=releases"
GIVEN = {"kind": "releases"}


@pytest.fixture
def many(monkeypatch):
    """Five releases of three years that answer, where two are counted; drafts are of a category
    and a year of their own."""
    monkeypatch.setattr(index, "MOST", 2)
    for slug, name in (("meetings", "لقاءات"), ("visits", "زيارات"), ("training", "تكوين")):
        make_category(slug)
        Category.objects.filter(slug=slug).update(name_ar=name)
    visits, training = make_category("visits"), make_category("training")
    for number, year in enumerate([2019, 2019, 2020, 2022]):
        make_release(f"لقاء {number}", published_at=f"{year}-05-01T10:00:00Z")
    make_release("لقاء 4", published_at="2022-05-02T10:00:00Z", category=visits)
    make_release("لقاء", state="draft", published_at="2014-05-01T10:00:00Z", category=training)
    make_release("لقاء", published_at="2099-05-01T10:00:00Z", category=training)


def test_every_category_and_year_of_the_news_is_offered(client, many):
    response = results(client, "لقاء", **GIVEN)
    assert response.context["groups"][0]["results"].count is None
    assert links(response, "narrowing") == {
        f"{ASKED}&category=meetings": "لقاءات",
        f"{ASKED}&category=visits": "زيارات",
        **{f"{ASKED}&year={year}": str(year) for year in (2022, 2021, 2020, 2019)},
    }
    assert "narrowing__count" not in response.text


def test_the_people_whom_the_results_name_are_offered(client, many):
    """Those in the results at hand, whom most of them name first; nobody of a draft."""
    first, second, third = (make_person(name) for name in ("الدرويش", "البابور", "الأزرق"))
    for release in Release.objects.published():
        release.mentions.create(person=second)
    Release.objects.published().first().mentions.create(person=first)
    Release.objects.filter(state="draft").get().mentions.create(person=third)
    offered = links(results(client, "لقاء", **GIVEN), "narrowing")
    people = {address: name for address, name in offered.items() if "person=" in address}
    assert list(people.items())[0] == (f"{ASKED}&person={second.pk}", "البابور")
    assert set(people.values()) <= {"البابور", "الدرويش"}
    assert len(titles(results(client, "لقاء", **GIVEN, person=first.pk))) == 1


def test_what_was_chosen_narrows_the_rest(client, many):
    """Of a kind none is left, or they can be counted."""
    response = results(client, "لقاء", **GIVEN, category="meetings")
    assert links(response, "narrowing") == {
        f"{ASKED}&category=meetings&year={year}": str(year) for year in (2022, 2021, 2020, 2019)
    }
    assert titles(results(client, "لقاء", **GIVEN, category="meetings", year=2020)) == ["لقاء 2"]
    counted = results(client, "لقاء", **GIVEN, year=2022)
    assert links(counted, "narrowing") == {
        f"{ASKED}&year=2022&category=meetings": "لقاءات 1",
        f"{ASKED}&year=2022&category=visits": "زيارات 1",
    }


def test_what_leaves_nothing_says_so(client, many):
    """Not that nothing was found, nor other words in the place of those that were asked for."""
    make_release("لقاءه القديم", published_at="2021-05-01T10:00:00Z")
    response = results(client, "لقاء 2", **GIVEN, year=2021)
    assert response.context["groups"] == []
    assert response.context["is_narrowed_away"]
    assert 'class="notice"' not in response.text
    assert list(links(response, "narrowed")) == ["?q=%D9%84%D9%82%D8%A7%D8%A1+2&kind=releases"]
    english = client.get("/en/search/", {"q": "لقاء 2", **GIVEN, "year": 2021}).text
    assert "Of what was found for “لقاء 2” these choices leave nothing." in english
    assert "Nothing was found" not in english


def test_a_question_without_answers_is_not_narrowed_away(client, many):
    response = results(client, "كلمة", **GIVEN, year=2021)
    assert response.context["groups"] == []
    assert "is_narrowed_away" not in response.context


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


def test_what_was_written_past_the_index_costs_no_error(client, many):
    """It still knows texts of which none is public any more."""
    Release.objects.update(state="draft")
    assert results(client, "لقاء", **GIVEN).status_code == 200
