"""Words whose moment is to come: the titles of scheduled documents are found from that moment on,
with the release that they belong to, and no sooner, though nothing is saved then."""

import datetime

import pytest

from ampcpp.models import SearchEntry
from ampcpp.search import index
from ampcpp.search.question import ask
from ampcpp.search.results import count, find
from ampcpp.search.terms import facet
from tests.factories import make_document, make_release

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2022, 6, 15, 11, tzinfo=datetime.UTC)  # that of `noon`
HOUR = datetime.timedelta(hours=1)
RELEASE = facet("k", "release")


def at(hours):
    return NOW + hours * HOUR


def releases(words):
    """As pages of results and as a count: each release once."""
    question = ask(words)
    found = find(question, RELEASE, language="ar", rows=5).numbers
    assert len(found) == len(set(found)) == count(question, RELEASE)
    assert set(found) == set(index.some(question.condition(RELEASE)))
    return found


def attached(release, title, hours, **values):
    document = make_document(title, published_at=at(hours), **values)
    release.documents.add(document)
    document.save()
    return document


@pytest.fixture
def release(noon):
    release = make_release("لقاء", published_at=at(-10))
    attached(release, "اتفاقية", -1)
    attached(release, "ميثاق", 1)
    attached(release, "دليل", 3)
    return release


def test_each_document_is_found_with_its_release_from_its_moment_on(release, noon):
    names = {"لقاء": 0, "اتفاقية": 0, "ميثاق": 1, "دليل": 3, "ميثاق دليل": 3, "لقاء ميثاق": 1}
    for hours in range(5):
        noon.move_to(at(hours))
        found = {words: releases(words) for words in names}
        assert found == {
            words: [release.pk] if since <= hours else [] for words, since in names.items()
        }, hours


def test_what_is_saved_then_is_one_part_again(release, noon):
    assert SearchEntry.objects.filter(kind="release").count() == 3
    noon.move_to(at(2))
    release.save()
    assert SearchEntry.objects.filter(kind="release").count() == 2
    assert (releases("ميثاق"), releases("دليل")) == ([release.pk], [])
    noon.move_to(at(4))
    assert releases("دليل") == [release.pk]
    release.save()
    assert SearchEntry.objects.filter(kind="release").count() == 1
    assert releases("دليل") == releases("لقاء") == [release.pk]


def test_a_document_that_is_put_off_or_taken_back(release, noon):
    document = release.documents.get(title_ar="ميثاق")
    document.published_at = at(2)
    document.save()
    other = release.documents.get(title_ar="دليل")
    other.state, other.published_at = "draft", None
    other.save()
    noon.move_to(at(1))
    assert releases("ميثاق") == []
    noon.move_to(at(5))
    assert (releases("ميثاق"), releases("دليل")) == ([release.pk], [])


def test_a_release_that_comes_after_its_document(noon):
    release = make_release("لقاء", published_at=at(2))
    attached(release, "ميثاق", 1)
    attached(release, "دليل", 3)
    for hours, expected in enumerate([(0, 0, 0), (0, 0, 0), (1, 1, 0), (1, 1, 1)]):
        noon.move_to(at(hours))
        found = tuple(len(releases(words)) for words in ("لقاء", "ميثاق", "دليل"))
        assert found == expected, hours


def test_a_draft_has_one_part(noon):
    release = make_release("لقاء", state="draft", published_at=None)
    attached(release, "ميثاق", 1)
    assert SearchEntry.objects.filter(kind="release").count() == 1
    noon.move_to(at(2))
    assert releases("لقاء") == []


def test_what_is_deleted_leaves_no_part(release):
    number = release.pk
    release.delete()
    assert not SearchEntry.objects.filter(kind="release", number=number).exists()
