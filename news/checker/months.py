"""Month names of two countries in one text: «شتنبر» here and «سبتمبر» there."""

from ampcpp.arabic import CLITICS, fold
from news.checker.calendar import FOREIGN, MOROCCAN
from news.checker.finding import Kind

#: What every Arab country writes, or more than one of the systems, tells nothing.
SHARED = {fold(name) for name in ("يناير", "فبراير", "مارس", "أبريل", "يونيو", "أكتوبر")}
OWN = {fold(name) for name in MOROCCAN} - SHARED
OTHER = {fold(name): MOROCCAN[number - 1] for name, number in FOREIGN.items()}
#: These are months only beside a number or after «شهر»: شباط is a family name, آب a verb.
AMBIGUOUS = {fold(name) for name in ("شباط", "آذار", "نيسان", "أيار", "تموز", "آب", "جوان", "أوت")}
MONTH = {fold(name) for name in ("شهر", "شهري", "لشهر", "بشهر", "شهور", "أشهر")}


def mixed_months(draft):
    """Those of another country, where the text has some of Morocco as well."""
    foreign, is_moroccan = [], False
    for line in draft.lines:
        found = line.words
        for place, word in enumerate(found):
            is_moroccan = is_moroccan or bool(names_of(word) & OWN)
            foreign += other_at(line, found, place)
    return foreign if is_moroccan else []


def names_of(word):
    """A word, and what it is without a glued «و»."""
    return {word.folded, word.folded[1:]} if word.folded[0] in CLITICS else {word.folded}


def other_at(line, found, place):
    """The finding on the foreign month that begins at ``place``, if there is one."""
    for count in (2, 1):
        part = found[place : place + count]
        name = " ".join(word.folded for word in part)
        for dropped in range(2):
            is_bare = dropped == 0 or name[0] in CLITICS
            if len(part) == count and is_bare and name[dropped:] in OTHER:
                if count == 1 and name[dropped:] in AMBIGUOUS and not is_dated(found, place):
                    return
                start = part[0].start + dropped
                yield line.finding(Kind.MIXED_MONTHS, start, part[-1].end, OTHER[name[dropped:]])
                return


def is_dated(found, place):
    """Whether the word before is a number or «شهر», or the word after a number."""
    before, after = found[place - 1 : place], found[place + 1 : place + 2]
    return any(word.folded.isdecimal() or word.folded in MONTH for word in (*before, *after))
