"""What a reader asks: words, phrases in quotes, and the beginning of a word. Pure functions."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from ampcpp.arabic import (
    ENDINGS,
    FEWEST_LETTERS,
    PRONOUNS,
    WHOLE,
    forms,
    readings,
    stems,
    without_article,
    words,
)
from ampcpp.months import with_months
from ampcpp.search.terms import TITLE, facet, pairs_of, words_of

MOST_WORDS = 20  # of a question; the form takes 200 characters
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
PHRASE = re.compile(r'"([^"]*)"')
LATIN_ARTICLES = {"el", "al"}
#: Before a name, and no part of it: «السيدة الزاهيدي», «د. الدرويش», «M. Derouiche».
COURTESIES = {
    *words_of("السيد السيدة السيدان السيدين السادة السيدات الآنسة سيد سيدة للسيد للسيدة والسيد"),
    *words_of("والسيدة الأستاذ الأستاذة أستاذ أستاذة الدكتور الدكتورة دكتور دكتورة د ذ المهندس"),
    *words_of(
        "المهندسة الحاج الحاجة M MM Mme Mmes Mlle Mr Mrs Ms Dr Pr Monsieur Madame Mademoiselle"
    ),
}
#: The first letter of an ending: while one types, the rest of it is still to come.
BEGUN_ENDINGS = {ending[0] for ending in (*ENDINGS, *PRONOUNS)}


@dataclass(frozen=True)
class Condition:
    """What the index is asked: of each tuple of ``every`` one term at least, all ``pairs``, and not
    the whole of any of ``unless``. A term that ends in `*` is a beginning."""

    every: tuple
    pairs: frozenset = frozenset()
    unless: tuple = ()

    def narrowed(self, *facets):
        return replace(self, every=(*self.every, *((facet,) for facet in facets)))

    def narrowed_to_one(self, facets):
        return replace(self, every=(*self.every, facets))

    def but_not(self, every):
        return replace(self, unless=(*self.unless, every))


class Part(NamedTuple):
    """How much is asked for: so many ``rows`` with keys below ``before``, if it is given, that are
    public at the moment ``public_at``."""

    rows: int
    before: int | None
    public_at: object  # as the database compares moments


@dataclass(frozen=True)
class Question:
    """All of ``words`` (each a set of stems, of which one is enough) and all ``pairs``. Of the last
    word the ``beginning`` is enough, where it is not empty."""

    words: tuple = ()
    pairs: frozenset = frozenset()
    beginning: frozenset = frozenset()

    def __bool__(self):
        return bool(self.words)

    def terms(self, of=""):
        """For each word the terms of which one is enough: of a row, or of its `TITLE`."""
        every = [tuple(of + stem for stem in sorted(stems)) for stems in self.words]
        every[-1] += tuple(f"{of}{start}*" for start in sorted(self.beginning))
        return tuple(every)

    def condition(self, *facets):
        return Condition(self.terms(), self.pairs).narrowed(*facets)

    def tiers(self, *facets, language, by_relevance=False):
        """Conditions in the order of their answers: what can be read in ``language`` first; by
        relevance, of both what has every word in its title before the rest."""
        parts = [self.condition(*facets)]
        if by_relevance:
            in_title = self.terms(TITLE)
            (every,) = parts
            parts = [replace(every, every=(*in_title, *every.every)), every.but_not(in_title)]
        readable = ((facet("l", language),),)
        return [
            *(part.narrowed(*readable[0]) for part in parts),
            *(part.but_not(readable) for part in parts),
        ]

    def marks(self, word):
        """Whether a folded word of a text is one that was asked for."""
        found = forms(word)
        if any(found & stems for stems in self.words):
            return True
        return any(form.startswith(start) for form in found for start in self.beginning)


def no_others(word):
    return ()


def ask(text, *, is_typing=False, is_loose=False, others=no_others):
    """The `Question` in ``text``. ``others(word)`` gives other folded spellings of a folded word.

    A star after the last word, or ``is_typing``, asks for words that begin like it. ``is_loose``
    also takes a first letter for a clitic, «بآسفي», two words for one name, «Abdel Aziz», and two
    letters for a beginning.
    """
    text = text.translate(QUOTES)
    phrases = (with_months(words_of(phrase)) for phrase in PHRASE.findall(text))
    pairs = frozenset().union(*map(pairs_of, phrases))
    words = with_months(words_of(text))[:MOST_WORDS]
    begins = (is_typing or text.rstrip().endswith("*")) and not text.rstrip().endswith('"')
    fewest = FEWEST_LETTERS - is_loose
    if begins and len(words) > 1 and not beginnings_of(words[-1], fewest):
        words.pop()  # too little of it is there
    if is_loose:
        words = joined_names(words, others)
    taken = readings if is_loose else stems
    asked = [taken(word).union(*map(stems, others(word))) for word in words]
    beginning = frozenset()
    if words and begins:
        beginning = beginnings_of(words[-1], fewest)
        if words[-1][-1] in BEGUN_ENDINGS and without_article(words[-1]) not in WHOLE:
            asked[-1] |= stems(words[-1][:-1] or words[-1])
    return Question(tuple(asked), pairs, beginning=beginning)


def without_courtesies(text):
    """A question about people: nobody is kept under a title. What ends it is never taken for one,
    nor the first letter of «M’hamed»."""
    titles = [word for word, _following in pairwise(words(text)) if word.folded in COURTESIES]
    for word in reversed(titles):
        if text[word.end] == "." or text[word.end].isspace():
            text = f"{text[: word.start]} {text[word.end :].removeprefix('.')}"
    return text


def beginnings_of(word, fewest):
    """What words may begin with, without an article: «المج» asks for two letters, which takes long
    in a large index."""
    found = {start.removeprefix("ال") if word.startswith("ال") else start for start in stems(word)}
    return frozenset(start for start in found if len(start) >= fewest)


def joined_names(words, others):
    """The words without a Latin article, two neighbours that are one known name as one."""
    joined = []
    for word in words:
        if joined and others(joined[-1] + word):
            joined[-1] += word
        else:
            joined.append(word)
    return [word for word in joined if word not in LATIN_ARTICLES] or words
