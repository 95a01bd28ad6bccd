"""Whether a name in a text is spelled as the site spells it."""

import re

from ampcpp.arabic import fold
from governance.names.parts import units

#: Letters that `fold` makes others, as signs that it leaves as they are.
FOLDED_BUT_SEEN = str.maketrans("ىة", "12")
BEGINS_AN_ENTRY = re.compile(r"\W*(?:\d+\W*)?")
ENDS_AN_ENTRY = re.compile(r"[^\S\n]*(?:[:\-–—|(\n]|$)")


def same_spelling(written, right):
    return spelling(written) == spelling(right)


def spelling(text):
    """What counts as a spelling: no hamza, no tashkeel; but ى and ة."""
    return " ".join(fold(text.translate(FOLDED_BUT_SEEN)).split())


def is_entry(text, start, end):
    """«هروس مصطفى: رئيس لجنة…»: whether a name is what an entry of a list begins with. Lists may
    put the family name first, as the official one does."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(BEGINS_AN_ENTRY.fullmatch(before) and ENDS_AN_ENTRY.match(text, end))


def is_known_reversed(written, person):
    """Whether a name with the family name first has the site's spelling or that of a variant."""
    is_reversed = sorted(spelling(written).split()) == sorted(spelling(person.name_ar).split())
    return is_reversed or any(same_spelling(written, variant) for variant in person.variants)


def family_of(name):
    """The family name of a name, as written: «بن مبارك»."""
    return name[units(name)[-1][0].start :]
