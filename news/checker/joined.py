"""Two words without a space between them, where no letter tells: «برنامجالعمل», «والتعاونبين».

Words are known that stand in `words.txt`, with or without a clitic. A word is taken apart when it
is not known and both of its parts are: where the texts use other words, nothing is said.
"""

from functools import cache
from pathlib import Path

from ampcpp.arabic import CLITICS, fold_with_positions, stem
from news.checker.finding import Kind
from news.checker.glue import END_OF_WORD

WORDS = Path(__file__).with_name("words.txt")
FEWEST_IN_FIRST, FEWEST_IN_SECOND = 4, 3
#: Longer ones are looked at no further: no two words have as many letters.
MOST = 30


@cache
def known():
    """(words, their stems)."""
    lines = WORDS.read_text("utf-8").splitlines()
    found = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return found, frozenset(map(stem, found))


def joined(draft):
    for line in draft.lines:
        for word in line.words:
            is_told = END_OF_WORD.search(line.text, word.start, word.end)
            if not is_told and (at := place_between(word.folded)):
                text = line.text[word.start : word.end]
                at = fold_with_positions(text)[1][at]
                yield line.finding(Kind.GLUED, word.start, word.end, f"{text[:at]} {text[at:]}")


def place_between(word):
    """Where the second word begins in a folded word; None for one word. Two that are known as they
    stand come before those with a clitic."""
    if not FEWEST_IN_FIRST + FEWEST_IN_SECOND <= len(word) <= MOST or is_known(word):
        return None
    words, _stems = known()
    places = range(FEWEST_IN_FIRST, len(word) - FEWEST_IN_SECOND + 1)
    found = [
        (word[:at] not in words, word[at:] not in words, at)
        for at in places
        if not words.isdisjoint(without(word[:at], "وف"))
        and not words.isdisjoint(without(word[at:], CLITICS))
    ]
    return min(found)[2] if found else None


def without(word, clitics):
    """The word, and what it is without a clitic."""
    return {word, word[1:]} if word[0] in clitics else {word}


def is_known(word):
    """Whether it is a word of the texts in any form: «وبالأحرف», «لبرامجها»."""
    words, stems = known()
    bare = {word, *without(word, CLITICS)}
    bare |= {word[2:]} if word[0] in "وف" and word[1] in CLITICS else set()
    return not bare.isdisjoint(words) or not stems.isdisjoint(map(stem, bare))
