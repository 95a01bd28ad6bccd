"""The words around what was asked for: where an excerpt begins and ends."""

import pytest

from ampcpp.search.highlight import AROUND, excerpt
from ampcpp.search.question import ask

AFTER = 2 * AROUND - 1  # words that follow the one that was asked for


def cut(text, question="قفطان"):
    return excerpt(text, ask(question))


def filled(count, word="كلمة"):
    return " ".join([word] * count)


def test_a_short_text_is_whole():
    for text in ("«قفطان» وكلمة.", "(قفطان)", "قفطان!", "أي قفطان؟ »هذا«."):
        assert cut(text) == text
    assert cut("  قفطان.  ") == "قفطان."
    assert cut("") == ""


def test_what_is_left_out_is_told_in_one_way():
    assert cut(f"{filled(20)} قفطان {filled(40)}") == f"…{filled(12)} قفطان {filled(AFTER)}…"
    assert cut(f"{filled(20)} قفطان.") == f"…{filled(12)} قفطان."
    assert cut(f"«قفطان» {filled(40)}") == f"«قفطان» {filled(AFTER)}…"


@pytest.mark.parametrize("mark", ["'", "’"])
def test_no_end_between_an_article_and_its_word(mark):
    text = f"caftan {filled(AFTER - 1, 'mot')} l{mark}association des présidents"
    assert cut(text, "caftan") == f"caftan {filled(AFTER - 1, 'mot')}…"


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "«»", "“”"])
def test_no_end_soon_after_what_has_been_opened(opening, closing):
    before = filled(AFTER - 2)
    for kept, text in {
        f"قفطان {before}…": f"قفطان {before} {opening}أوراش كبيرة جدا{closing} {filled(9)}",
        f"قفطان {before} {opening}أوراش{closing} كلمة…": (
            f"قفطان {before} {opening}أوراش{closing} {filled(9)}"
        ),
        f"قفطان {opening}{filled(AFTER)}…": f"قفطان {opening}{filled(40)}{closing}",
    }.items():
        assert cut(text) == kept


def test_what_was_asked_for_stays_in_what_has_been_opened():
    text = f"{filled(20)} «قفطان {filled(40)}»"
    assert cut(text) == f"…{filled(12)} «قفطان {filled(AFTER)}…"
