"""The index against a plain reading of every row: the same answers, on whatever database this runs.

Random rows of few words, so that every condition meets some; the many-rows path is taken by
counting three rows as many.
"""

import datetime
import random

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from ampcpp.models import SearchEntry
from ampcpp.search import index
from ampcpp.search.index import Row
from ampcpp.search.question import Question, ask
from ampcpp.search.results import find, place_of
from ampcpp.search.terms import TITLE, facet, pair, pairs_of, terms_of
from news.models import Release
from tests.factories import make_document, make_page, make_person, make_release, make_term

pytestmark = pytest.mark.django_db
RELEASE, PAGE = facet("k", "release"), facet("k", "page")
WORDS = ["مجلس", "اقليم", "تعمير", "اسكان", "برنامج", "برامجي", "صحه"]
NOW = datetime.datetime(2022, 6, 15, 11, tzinfo=datetime.UTC)  # that of `noon`


@pytest.fixture
def rows(noon):
    """A hundred and fifty rows of four years, some in the same minute, some not yet public."""
    chance = random.Random(7)
    made = []
    for number in range(150):
        title, text = (chance.choices(WORDS, k=size) for size in (2, 5))
        terms, pairs = terms_of([" ".join(title)], [" ".join(text)])
        terms |= {RELEASE, facet("l", chance.choice(["ar", "fr"])), facet("c", number % 3)}
        at = NOW - datetime.timedelta(days=chance.choice([0, 1, 30, 200, 1_400]))
        public_from = chance.choice([at, at, at, None, NOW + datetime.timedelta(hours=1)])
        row = Row("release", number, at, public_from, terms, pairs)
        index.keep(row)
        made.append(row)
    return made


def holds(row, condition):
    """What the index must find, read from the row itself."""

    def has(term):
        if term.endswith("*"):
            return any(own.startswith(term[:-1]) for own in row.terms)
        return term in row.terms

    def has_all(every):
        return all(any(map(has, terms)) for terms in every)

    return (
        has_all(condition.every)
        and condition.pairs <= row.pairs
        and not any(map(has_all, condition.unless))
    )


def is_public(row):
    return row.public_from is not None and row.public_from <= timezone.now()


def conditions():
    chance = random.Random(11)
    for number in range(120):
        words = tuple(frozenset(chance.sample(WORDS, 2)) for _ in range(chance.choice([1, 2])))
        first, second = chance.sample(WORDS, 2)
        pairs = frozenset([pair(first, second)]) if number % 3 == 0 else frozenset()
        beginning = frozenset(["برنا" if number % 2 else "برا"]) if number % 4 == 0 else frozenset()
        question = Question(words, pairs, beginning)
        yield question.condition(RELEASE)
        yield from question.tiers(facet("c", 1), language="fr", by_relevance=True)


def test_the_index_finds_what_a_plain_reading_finds(rows):
    met = 0
    for condition in conditions():
        expected = {row.number for row in rows if is_public(row) and holds(row, condition)}
        assert set(index.some(condition)) == expected, condition
        met += bool(expected)
    assert met > 300


@pytest.mark.parametrize("is_common", [False, True])
def test_newest_first_page_after_page(rows, is_common):
    keys = dict(SearchEntry.objects.values_list("number", "key"))
    for condition in list(conditions())[::5]:
        expected = sorted(
            (keys[row.number] for row in rows if is_public(row) and holds(row, condition)),
            reverse=True,
        )
        walked, before = [], None
        while part := index.newest(condition, 7, before, is_common):
            walked += [key for key, _number in part]
            before = part[-1][0]
        assert walked == expected


def test_keys_follow_the_moments(rows):
    moments = {row.number: row.found_at for row in rows}
    in_order = SearchEntry.objects.order_by("key").values_list("number", flat=True)
    found = [moments[number] for number in in_order]
    assert found == sorted(found)


def test_what_is_scheduled_is_found_when_its_time_comes(rows, noon):
    condition = ask("مجلس").condition(RELEASE)
    before = set(index.some(condition))
    noon.move_to(NOW + datetime.timedelta(hours=2))
    now = set(index.some(condition))
    coming = {row.number for row in rows if row.public_from and row.public_from > NOW}
    assert before < now
    assert now - before <= coming


def test_a_row_is_there_once_however_often_it_is_kept(rows):
    changed = rows[0]._replace(terms={"جديد", RELEASE}, public_from=NOW)
    for row in (changed, changed, rows[0]._replace(public_from=NOW), changed):
        index.keep(row)
    assert SearchEntry.objects.count() == len(rows)
    assert index.some(ask("جديد").condition(RELEASE)) == [rows[0].number]
    index.forget("release", rows[0].number)
    assert index.some(ask("جديد").condition(RELEASE)) == []


def test_more_of_one_minute_than_it_has_keys():
    for number in range(1_030):
        index.keep(Row("page", number, NOW, NOW, {"كلم", PAGE}, set()))
    assert SearchEntry.objects.count() == 1_030
    assert len(index.some(ask("كلمة").condition(PAGE))) == 1_001  # one more than is counted


def test_the_index_belongs_to_the_transaction_that_saves(noon):
    release = make_release("خبر قديم")

    def found(words):
        return [*Release.objects.published().filter(pk__in=matches(words))]

    def matches(words):
        return index.some(ask(words).condition(RELEASE))

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        release.title_ar = "خبر طارئ"
        release.save()
        assert found("طارئ") == [release]
        raise ZeroDivisionError
    assert matches("طارئ") == []
    assert found("قديم") == [release]


def test_a_rebuilt_index_answers_the_same(demo, noon, capsys):
    def answers():
        questions = ["مجلس", "الدرويش", "تعمير", '"رؤساء مجالس"', "Zellmat", "conseil"]
        return [sorted(index.some(ask(words).condition())) for words in questions]

    before, count = answers(), SearchEntry.objects.count()
    assert all(before)
    call_command("rebuild_search")
    assert capsys.readouterr().out == f"{count} rows indexed.\n"
    assert (answers(), SearchEntry.objects.count()) == (before, count)
    index.clear()
    assert not any(answers())
    call_command("rebuild_search")
    assert answers() == before


def test_deletions_leave_nothing(demo):
    release = Release.objects.get(title_ar__contains="دايجون")
    assert SearchEntry.objects.filter(kind="release", number=release.pk).exists()
    Release.objects.filter(pk=release.pk).delete()
    assert not SearchEntry.objects.filter(kind="release", number=release.pk).exists()


def test_words_of_other_rows(noon):
    """A person is found by offices, a release by the titles of its public documents."""
    person = make_person("سارة")
    term = make_term(person=person, starts_on="2022-02-01")

    def people(words):
        return index.some(ask(words).condition(facet("k", "person")))

    assert people("رئيس") == [person.pk]
    office = term.seat.office
    office.title_feminine_ar = office.title_masculine_ar = "أمين المال"
    office.save()
    assert (people("رئيس"), people("أمين")) == ([], [person.pk])
    term.delete()
    assert people("أمين") == []

    release = make_release("خبر")
    document = make_document("اتفاقية", state="draft", published_at=None)
    release.documents.add(document)

    def releases(words):
        return index.some(ask(words).condition(RELEASE))

    document.save()
    assert releases("اتفاقية") == []
    document.state, document.published_at = "published", NOW
    document.save()
    assert releases("اتفاقية") == [release.pk]
    document.title_ar = "ميثاق"
    document.save()
    assert (releases("اتفاقية"), releases("ميثاق")) == ([], [release.pk])
    document.delete()
    assert releases("ميثاق") == []


def test_a_phrase_is_neighbours_with_or_without_clitics():
    make_page("والتعمير وإسكان الأسر", body_ar="<p>الإسكان ثم التعمير</p>")

    def pages(words):
        return len(index.some(ask(words).condition(PAGE)))

    assert pages('"التعمير والإسكان"') == pages('"تعمير إسكان"') == pages('"إسكان الأسر"') == 1
    assert pages('"الأسر الإسكان"') == 0  # the end of one field, the beginning of the next
    assert pages('"إسكان تعمير"') == 0
    assert pages("إسكان تعمير") == 1


@pytest.mark.parametrize("after", ["", "x", "0", "0.", ".1", "4.1", "-1.1", "0.-1", f"0.{1 << 62}"])
def test_a_page_that_none_leads_to(after):
    with pytest.raises(ValueError):  # noqa: PT011
        place_of(after, 4)


def test_pages_of_results_are_whole(rows, monkeypatch):
    """Walked through by what each page gives as the next, in every order, few or many."""
    for most in (1_000, 3):
        monkeypatch.setattr(index, "MOST", most)
        for by_relevance in (False, True):
            question = ask("مجلس")
            seen, after = [], None
            while True:
                results = find(
                    question,
                    RELEASE,
                    language="fr",
                    rows=4,
                    by_relevance=by_relevance,
                    after=after,
                )
                seen += results.numbers
                after = results.following
                if after is None:
                    break
            matching = [
                row for row in rows if is_public(row) and holds(row, question.condition(RELEASE))
            ]
            assert len(seen) == len(set(seen)) == len(matching)
            french = [number for number in seen if facet("l", "fr") in rows[number].terms]
            assert seen[: len(french)] == french
            if by_relevance:
                titled = [number for number in french if TITLE + "مجلس" in rows[number].terms]
                assert french[: len(titled)] == titled


def plan():
    """Of a question that nothing but the table answers."""
    return Release.objects.filter(remark="x").explain()


def test_a_question_changes_no_plan_of_those_after_it():
    """What PostgreSQL is told for one question would else hold until the transaction ends."""
    release, before = make_release("مجلس"), plan()
    assert index.some(ask("مجلس").condition(RELEASE)) == [release.pk]
    assert plan() == before


@pytest.mark.django_db(transaction=True)
def test_a_question_outside_of_a_transaction():
    release, before = make_release("مجلس"), plan()
    assert index.some(ask("مجلس").condition(RELEASE)) == [release.pk]
    assert plan() == before


def test_pairs_of_few_words():
    assert pairs_of([]) == pairs_of(["مجلس"]) == set()
    assert len(pairs_of(["مجلس", "اقليم", "صفرو"])) == 2


@pytest.mark.parametrize("word", ["ⵜⴰⵎⴰⵣⵉⵖⵜ", "Жизнь", "çâğrı", "日本語", "پنجاب"])
def test_letters_of_every_script(word, noon):
    page = make_page(f"كلمة {word} هنا")
    make_page("كلمة أخرى هنا")

    def pages(words):
        return index.some(ask(words).condition(PAGE))

    assert pages(word) == pages(f"{word[:3]}*") == pages(f'"كلمة {word}"') == [page.pk]
