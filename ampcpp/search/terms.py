"""Under which terms the words of a text are kept in the index. Pure functions over `arabic`.

A term is a letter that says what it is and the thing itself: `w` a word, `t` a word of the title,
and what narrows a search: `k` a kind, `l` a language, `y` a year, `c` a category, `n` a person.
Two neighbouring words are a pair, a number of 32 bits: a phrase is a chain of pairs.
"""

import zlib
from itertools import pairwise

from ampcpp.arabic import CLITICS, FEWEST_LETTERS, WORD, fold, forms, stem

LONGEST = 40  # letters of a word; PostgreSQL refuses terms of 2 kB
MOST_WORDS = 20_000  # of a text; PostgreSQL refuses more than 1 MB of terms


def words_of(text):
    """The folded words of ``text``, in its order."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))[:MOST_WORDS]]


def pairs_of(words):
    """A number for each two neighbours among folded ``words``."""
    return {pair(*two) for two in pairwise(map(bare, words))}


def pair(first, second):
    return zlib.crc32(f"{first} {second}".encode())


def bare(word):
    """A stem without any letter that may be a clitic, so that a phrase is found with and without
    them: «والتعمير والإسكان» holds «التعمير الإسكان»."""
    found = stem(word)
    while found[0] in CLITICS and len(found) > FEWEST_LETTERS:
        found = found[1:]
    return found


def terms_of(titles, texts):
    """The terms and the pairs of a row: two sets, of its ``titles`` and of its other ``texts``."""
    terms, pairs = set(), set()
    for letters, those in (("wt", titles), ("w", texts)):
        for text in those:
            words = words_of(text)
            pairs |= pairs_of(words)
            for form in {form for word in words for form in forms(word)}:
                terms.update(letter + form for letter in letters)
    return terms, pairs
