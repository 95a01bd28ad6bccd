"""The words around what was asked for: where an excerpt begins and ends."""

import pytest

from ampcpp.search.highlight import AROUND, beginning, excerpt
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


@pytest.mark.parametrize(
    "hanging",
    ["من", "وعلى", "إلى", "أو", "à", "la", "Mme", "of", "10", "من 10", "1.58", "M.", "يوم 10 و"],
)
def test_no_end_at_what_announces_the_next_word(hanging):
    before = filled(AFTER - len(hanging.replace(".", " ").split()))
    ending = "يوم " if hanging.startswith("يوم") else ""
    assert cut(f"قفطان {before} {hanging} {filled(9)}") == f"قفطان {before} {ending}".strip() + "…"


@pytest.mark.parametrize("mark", [".", "،", ",", "؛", " ;", "\u00a0:", "!"])
def test_a_sentence_or_a_part_of_it_that_ends_near_is_the_end(mark):
    before = filled(AFTER - 3)
    assert cut(f"قفطان {before}{mark} {filled(9)}") == f"قفطان {before}…"
    assert cut(f"قفطان {before} 2022{mark} {filled(9)}") == f"قفطان {before} 2022…"
    assert cut(f"قفطان {before} «كلمة»{mark} {filled(9)}") == f"قفطان {before} «كلمة»…"
    far = f"قفطان كلمة{mark} {filled(40)}"
    assert cut(far) == f"قفطان كلمة{mark} {filled(AFTER - 1)}…"


def test_the_word_that_was_asked_for_stays_at_the_end_of_what_is_looked_through():
    text = f"{filled(3997)}، كلمة قفطان من {filled(40)}"
    assert cut(text) == f"…{filled(11)}، كلمة قفطان…"


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "«»", "“”", ("«\u00a0", "\u00a0»")])
def test_what_has_been_opened_is_left_out_or_closed(opening, closing):
    before = filled(AFTER - 2)
    for kept, text in {
        f"قفطان {before}…": f"قفطان {before} {opening}أوراش كبيرة جدا{closing} {filled(9)}",
        f"قفطان {before} {opening}أوراش{closing} كلمة…": (
            f"قفطان {before} {opening}أوراش{closing} {filled(9)}"
        ),
        f"قفطان {before} كلمة {opening}أوراش{closing}…": (
            f"قفطان {before} كلمة {opening}أوراش{closing} {filled(9)}"
        ),
        f"قفطان {opening}{filled(AFTER)}…{closing}": f"قفطان {opening}{filled(40)}{closing}",
    }.items():
        assert cut(text) == kept


def test_what_was_asked_for_stays_in_what_has_been_opened():
    text = f"{filled(20)} «قفطان {filled(40)}»"
    assert cut(text) == f"…{filled(12)} «قفطان {filled(AFTER)}…»"


def test_marks_that_belong_to_no_pair_are_left_alone():
    assert cut(f"قفطان 1) {filled(40)}").endswith("كلمة…")
    assert cut(f"قفطان »كلمة« {filled(40)}").endswith("كلمة…")


def test_the_beginning_of_a_text_ends_at_a_pause():
    text = f"{filled(18)} 16 شتنبر 2022. وعلى هامشه"
    assert beginning(text, 22) == f"{filled(18)} 16 شتنبر 2022…"
    assert beginning(text, 23) == text
    assert beginning(f"«{filled(30)}»", 20) == f"«{filled(20)}…»"
    assert beginning("", 20) == ""
