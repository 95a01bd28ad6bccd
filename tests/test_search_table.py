"""What each question finds in the association's archive, and nothing else, on either database.

The table says for each question exactly which articles a reader would want; it was made with
regular expressions over the raw texts, and where the search found more, by reading.
"""

import csv
from functools import cache
from pathlib import Path

import pytest
from django.utils import timezone

from ampcpp.search import index
from ampcpp.search.question import ask
from governance.names import Names
from news.models import Release
from tests.archive import posts
from tests.factories import make_release

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parent / "data" / "archive" / "search.csv"


@cache
def lines():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def found(demo):
    """Which of the archive's articles answer a question; the roster is the demo site's."""
    numbers = {}
    for post in posts():
        release = make_release(
            post.title,
            body_ar=post.html,
            published_at=timezone.make_aware(post.written_at),
        )
        numbers[release.pk] = post.number
    names = Names.load()

    def find(query):
        question = ask(query, others=names.expansions)
        return {
            numbers[number]
            for number in index.some(question.condition(Release.kind_term()))
            if number in numbers
        }

    return find


def test_the_table_is_large_and_names_every_property():
    assert len(lines()) >= 200
    assert {line["why"] for line in lines()} == {
        *("hamza", "madda", "teh marbuta", "alef maqsura", "waw and yeh hamza"),
        *("tashkeel, tatweel, hidden signs", "article and clitics", "plural", "synonym", "month"),
        *("digits", "glued words", "several words", "absent", "phrase", "prefix", "latin"),
        "variant",
    }


def test_every_question_finds_exactly_what_it_should(found):
    wrong = {}
    for line in lines():
        expected = set(map(int, line["finds"].split()))
        if (answer := found(line["query"])) != expected:
            wrong[line["query"]] = {"misses": expected - answer, "false": answer - expected}
    assert wrong == {}


@pytest.mark.parametrize(
    ("query", "never"),
    [
        ("وزارة", {101, 107, 109}),
        ("كاتب", {104, 105}),  # «كتب», «مكتب»
        ("بلاغ", {101, 107}),
        ("فاس", {101, 102, 103}),
        ('"مجلس العمالات" دايجون سفير', {101, 103, 112}),
    ],
)
def test_what_must_not_be_found(found, query, never):
    assert not found(query) & never


def test_names_of_people_that_are_not_in_the_roster_stay_words(found):
    assert found("دايجون") == {102}
    assert found("Daejeon") == set()
