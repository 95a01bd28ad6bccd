"""What the checker says of a whole release, in which order, and that any text has an answer."""

import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from news.checker import Draft, Earlier, Knowledge, check
from news.checker.finding import WITH_RIGHT, WITHOUT_RIGHT, Kind
from tests.news import test_checker_pasted
from tests.news.test_checker import NAMES, SLIPS, draft, found


def test_long_title():
    assert found(title="ع" * 90) == []
    (finding,) = check(draft(title="ع" * 91), NAMES)
    assert (finding.kind, finding.fragment, finding.detail) == (Kind.LONG_TITLE, "ع" * 91, "91")


def test_what_is_missing():
    bare = draft("نص", lead=" ", photos=(), has_category=False)
    assert [one.kind.value for one in check(bare, NAMES)] == ["no-lead", "no-category", "no-image"]
    (finding,) = check(draft("نص", photos=(True, False, False)), NAMES)
    assert (finding.kind, finding.detail) == (Kind.NO_ALT, "2")


def prose(*numbers):
    """A text of different words, one for each number."""
    letters = "بتثجحخدذرزسشصضطظعغفقكلمن"
    return " ".join(letters[n % 24] + letters[n * 7 % 23] + letters[n // 24] for n in numbers)


def duplicates(text, *others):
    earlier = [
        Earlier.of(draft(other, number=n, title=f"خبر {n}")) for n, other in enumerate(others, 1)
    ]
    findings = check(draft(text), Knowledge(earlier=tuple(earlier)))
    return [(one.kind.value, one.detail) for one in findings]


def test_near_duplicate():
    """Of those that are alike the one that is most so."""
    text = prose(*range(100))
    changed, half = prose(*range(5), 200, *range(6, 100)), prose(*range(80), *range(200, 220))
    assert duplicates(text, half, changed) == [("near-duplicate", "2 «خبر 2»")]
    assert duplicates(text, text) == [("near-duplicate", "1 «خبر 1»")]
    assert duplicates(text, prose(*range(50), *range(200, 250)), prose(*range(300, 400))) == []


def test_short_texts_are_not_compared():
    assert duplicates(prose(*range(14)), prose(*range(14))) != []
    assert duplicates(prose(*range(13)), prose(*range(13))) == []


def test_order_is_that_of_the_text():
    text = draft("السيد لحسن زلمط .", "يناير2022 ، ثم", title="قبل  بعد", lead="و ذلك", photos=())
    places = [(one.place, one.line, one.fragment) for one in check(text, NAMES)]
    assert places == [
        ("title", 0, "قبل  بعد"),
        ("lead", 0, "و ذلك"),
        ("body", 1, "لحسن زلمط"),
        ("body", 1, "زلمط ."),
        ("body", 2, "يناير2022"),
        ("body", 2, "يناير2022 ،"),
        ("", 0, ""),
    ]


def test_a_text_without_anything():
    empty = Draft()
    assert [one.kind.value for one in check(empty, Knowledge())] == ["no-lead", "no-image"]


def test_every_kind_is_tried_and_has_words():
    """Those below the table have tests of their own."""
    own = {"long-title", "no-lead", "no-category", "no-image", "no-alt", "near-duplicate"}
    own |= {"word-debris"}
    assert {*SLIPS, *own} == set(Kind.values)
    assert {*WITH_RIGHT, *WITHOUT_RIGHT} == set(Kind)


PIECES = st.sampled_from(
    [
        *(slip for texts in (*SLIPS.values(), test_checker_pasted.SLIPS) for slip in texts),
        *("السبت", "29", "30", "فبراير", "0", "2022", "برنامج", "شهر", "آب", "كانون", "الثاني"),
        *("«", "»", "“", "”", '"', "(", ")", " ", "\u00a0", ".", "،", ":", "و", "ة", "ى", "\u200f"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))
DAYS = st.none() | st.dates()


@given(TEXTS, TEXTS, TEXTS, DAYS)
@example("", "", "", datetime.date.min)
@example("29 فبراير 30 مارس", "", "", datetime.date.max)
def test_any_text_has_an_answer(title, lead, body, day):
    """Every fragment stands where it is said to, and every finding has a sentence."""
    anything = Draft(title=title, lead=lead, body=body, day=day)
    lines = {(line.place, line.number): line.text for line in anything.lines}
    for one in check(anything, NAMES):
        text = lines[one.place, one.line] if one.place else ""
        assert text[one.start : one.start + len(one.fragment)] == one.fragment
        assert bool(one.fragment) == bool(one.place)
        assert not one.fragment or one.right != one.fragment
        assert one.message


@given(TEXTS)
@example("Aتسلقمن")  # what is taken apart may show another slip
def test_what_was_mended_in_spaces_is_not_found_again(body):
    """One click for each slip, and in the end none is left."""
    body = body.replace("<", "").replace("&", "")
    for kind in (Kind.SPACES, Kind.GLUED):
        text, clicks = Draft(body=body), 0
        while findings := [one for one in check(text, Knowledge()) if one.kind == kind]:
            [one, *_others], [line] = findings, text.lines
            end = one.start + len(one.fragment)
            mended = line.text[: one.start] + one.right + line.text[end:]
            text, clicks = Draft(body=mended), clicks + 1
            assert clicks <= len(body)
