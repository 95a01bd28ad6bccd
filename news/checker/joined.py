"""Two words without a space between them, where no letter tells, «برنامجالعمل», and one word with
a space in it, «التنم ية».

A word is taken apart when it is not known in any form and both of its parts are words of Arabic,
one of them common; two are put together when one of them is no word and both make one. Known are
the words of the association's own texts, `words.txt`, all of them common, and those that are
written often, `frequent.txt`.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ampcpp.arabic import fold_with_positions, stem
from news.checker.debris import INVISIBLE
from news.checker.finding import Kind

OWN, FREQUENT = (Path(__file__).with_name(name) for name in ("words.txt", "frequent.txt"))
FEWEST, MOST = 6, 30  # letters of two words that may have been joined
FEWEST_OF_ONE = 4
#: Common words of fewer letters: as the first before an article, and as the second. Others are
#: endings as well, «في» and «إلى» those of many names.
SHORT_FIRST = {"في", "من", "عن", "مع", "كل", "الي", "علي", "ان", "بان", "هذا", "هذه", "او"}
SHORT_SECOND = {
    *("حول", "بين", "علي", "هذا", "هذه", "عبر", "ضمن", "نحو", "عند", "قبل", "بعد", "غير", "وفق"),
    *("كما", "لدي", "حيث", "حسب", "عام", "سنه", "يوم", "شهر", "من", "عن", "مع"),
}

FUTURE = re.compile("س[اينت]")
BEGINNING = re.compile("[وف]?[بلك]?(?:ال)?")


class Words(NamedTuple):
    """Folded words: the common ones, those and the usual ones, and the stems of all."""

    common: frozenset
    usual: frozenset
    stems: frozenset


@cache
def known():
    """Read when the first text is checked: a third of a second."""
    frequent = FREQUENT.read_text("utf-8").partition("[common]\n")[2]
    common, _usual, rest = frequent.partition("[usual]\n")
    usual, _others, stems = rest.partition("[others]\n")
    own = (line for line in OWN.read_text("utf-8").splitlines() if not line.startswith("#"))
    common = frozenset([*common.split(), *" ".join(own).split()])
    usual = common | frozenset(usual.split())
    return Words(common, usual, frozenset([*map(stem, usual), *stems.split()]))


def joined(line):
    """(start, end, place): the words of a `Line` that are two, and where the second one begins."""
    for word in line.words:
        if at := place_between(word.folded):
            at = fold_with_positions(line.text[word.start : word.end])[1][at]
            yield word.start, word.end, word.start + at


def apart(draft):
    for line in draft.lines:
        for first, second in pairwise(line.words):
            sides = pairwise([first.start, first.end, second.start, second.end])
            written, space, rest = (line.text[start:end] for start, end in sides)
            is_one = INVISIBLE.sub("", space).isspace() and are_one(first.folded, second.folded)
            if is_one and written != "آل":
                yield line.finding(Kind.SPACES, first.start, second.end, written + rest)


def are_one(first, second):
    """Whether two folded words are a usual one, and one of them is none."""
    whole = first + second
    return (
        len(first) > 1
        and len(whole) > FEWEST_OF_ONE
        and second != "ها"  # these two are told by `spacing`
        and not all(map(is_word, (first, second)))
        and not forms_of(whole).isdisjoint(known().usual)
    )


def is_word(word):
    """Of two letters only common ones are, and none is the article."""
    return (word != "ال" and word in known().common) if len(word) < 3 else is_known(word)


def place_between(word):
    """Where the second word begins in a folded word; None for one word. One with an article comes
    before others, and words that are known as they stand before those with a clitic."""
    if not FEWEST <= len(word) <= MOST or is_known(word):
        return None
    common, usual, _stems = known()
    found = []
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        forms = forms_of(first), forms_of(second)
        are_usual = not any(one.isdisjoint(usual) for one in forms)
        is_one_common = not all(one.isdisjoint(common) for one in forms)
        if may_be_joined(first, second) and are_usual and is_one_common:
            plain = (first in usual) + (second in usual)
            found.append((not has_article(second), -plain, at))
    return min(found)[2] if found else None


def may_be_joined(first, second):
    """Whether they are long enough to be told from a syllable: «المس» is none in «المستمر»."""
    is_first = (
        len(first) >= FEWEST_OF_ONE and len(BEGINNING.sub("", first, count=1)) >= FEWEST_OF_ONE - 1
    )
    is_second = len(second) >= FEWEST_OF_ONE or second in SHORT_SECOND
    is_short = first in SHORT_FIRST or (len(first) == 3 and first in known().common)
    return is_second and (is_first or (has_article(second) and is_short))


def has_article(word):
    return word.startswith("ال") and len(word) > FEWEST_OF_ONE


def forms_of(word):
    """The word, and what it is without «و» or «ف» and without «ب», «ل» or «ك»."""
    forms = {word}
    if len(word) > 3 and word[0] in "وف":
        forms.add(word[1:])
    for form in [*forms]:
        if len(form) > 4 and form[0] in "بلك":
            forms.add(f"ا{form[1:]}" if form.startswith("لل") else form[1:])
    return forms


def is_known(word):
    """Whether it is a word in any form: «وبالأحرف», «لبرامجها», «وسيتضمن»."""
    forms, stems = forms_of(word), known().stems
    forms |= {form[1:] for form in forms if FUTURE.match(form)}
    return not forms.isdisjoint(known().usual) or not stems.isdisjoint(map(stem, forms))
