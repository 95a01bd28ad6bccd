"""Month names of two countries in one text: «شتنبر» here and «سبتمبر» there."""

from ampcpp.arabic import CLITICS, fold
from news.checker.calendar import FOREIGN, MOROCCAN
from news.checker.finding import Kind

#: What Morocco has alone, and what Egypt or Algeria has as well; with the Levant it shares nothing.
ALL = {fold(name) for name in MOROCCAN}
OWN = ALL - {fold(name) for name in ("يناير", "فبراير", "مارس", "أبريل", "يونيو", "أكتوبر")}
NOT_ALGERIAN = ALL - {fold(name) for name in ("مارس", "أكتوبر")}
ALGERIAN = {fold(name) for name in ("جانفي", "فيفري", "أفريل", "جوان", "جويلية", "أوت")}
LEVANTINE = {
    fold(name)
    for name in (
        *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول"),
        *("تشرين الأول", "تشرين الثاني", "كانون الأول"),
    )
}
OTHER = {fold(name): MOROCCAN[number - 1] for name, number in FOREIGN.items()}
#: These are months only beside a number or after «شهر»: شباط is a family name, آب and مارس verbs.
AMBIGUOUS = {fold("مارس")} | {
    fold(name) for name in ("شباط", "آذار", "نيسان", "أيار", "تموز", "آب", "جوان", "أوت")
}
MONTH = {fold(name) for name in ("شهر", "شهري", "لشهر", "بشهر", "شهور", "أشهر")}


def mixed_months(draft):
    """Those of another country, where the text has some of Morocco as well that it does not share
    with that country."""
    foreign, moroccan = [], set()
    for line in draft.lines:
        found = line.words
        for place, word in enumerate(found):
            names = names_of(word) & ALL
            if names.isdisjoint(AMBIGUOUS) or is_dated(found, place):
                moroccan |= names
            foreign += other_at(line, found, place)
    return [one for name, one in foreign if not moroccan.isdisjoint(unlike(name))]


def unlike(name):
    """The Moroccan names that no text has which goes by this foreign one."""
    if name in LEVANTINE:
        return ALL
    return NOT_ALGERIAN if name in ALGERIAN else OWN


def names_of(word):
    """A word, and what it is without a glued «و»."""
    return {word.folded, word.folded[1:]} if word.folded[0] in CLITICS else {word.folded}


def other_at(line, found, place):
    """The name and the finding of the foreign month that begins at ``place``, if there is one."""
    for count in (2, 1):
        part = found[place : place + count]
        name = " ".join(word.folded for word in part)
        for dropped in range(2):
            is_bare = dropped == 0 or name[0] in CLITICS
            if len(part) == count and is_bare and name[dropped:] in OTHER:
                if count == 1 and name[dropped:] in AMBIGUOUS and not is_dated(found, place):
                    return
                start = part[0].start + dropped
                right = OTHER[name[dropped:]]
                one = line.finding(Kind.MIXED_MONTHS, start, part[-1].end, right)
                yield name[dropped:], one
                return


def is_dated(found, place):
    """Whether the word before is a number or «شهر», or the word after a number."""
    before, after = found[place - 1 : place], found[place + 1 : place + 2]
    return any(word.folded.isdecimal() or word.folded in MONTH for word in (*before, *after))
