"""Under which terms the words of a text are kept in the index. Pure functions over `arabic`.

A term is a word, letters only or digits only, or what no word is: 0, a letter that says what it is,
and the thing itself. `t` is a word of the title; the others narrow a search: `k` a kind, `l` a
language, `y` a year, `c` a category, `n` a person. Two neighbouring words are a pair, a number of
19 bits: a phrase is a chain of pairs.
"""

import zlib
from functools import lru_cache
from itertools import pairwise

from ampcpp.arabic import CLITICS, FEWEST_LETTERS, WORD, fold, forms, stem
from ampcpp.months import with_months

LONGEST = 40  # letters of a word; PostgreSQL refuses terms of 2 kB
MOST_WORDS = 20_000  # of a text; PostgreSQL refuses more than 1 MB of terms
#: Of 32: with more, each pair is rarer, and PostgreSQL's index larger than twice the text.
PAIR_BITS = 19
TITLE = "0t"


def words_of(text):
    """The folded words of ``text``, in its order."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))[:MOST_WORDS]]


def pairs_of(words):
    """A number for each two neighbours among folded ``words``."""
    return {pair(*two) for two in pairwise(map(bare, words))}


def pair(first, second):
    return zlib.crc32(f"{first} {second}".encode()) >> (32 - PAIR_BITS)


def facet(letter, value):
    """The term by which a search is narrowed to a value."""
    return f"0{letter}{value}"


@lru_cache(maxsize=65536)
def bare(word):
    """A stem without any letter that may be a clitic, so that a phrase is found with and without
    them: «والتعمير والإسكان» holds «التعمير الإسكان»."""
    found = stem(word)
    while found[0] in CLITICS and len(found) > FEWEST_LETTERS:
        found = found[1:]
    return found


def terms_of(titles, texts):
    """The terms and the pairs of a row: two sets, of its ``titles`` and of its other ``texts``."""
    terms, pairs, in_title = set(), set(), set()
    for place, text in enumerate((*titles, *texts)):
        words = words_of(text)
        for written in {tuple(words), tuple(with_months(words))}:
            pairs |= pairs_of(written)
            found = {form for word in written for form in forms(word)}
            terms |= found
            in_title |= found if place < len(titles) else set()
    return terms | {TITLE + form for form in in_title}, pairs
