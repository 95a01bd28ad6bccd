"""Dates as a text writes them: «السبت والأحد 29 و30 يناير 2022», «الخميس 30/03/2022».

Pure functions over the words of a line; what is wrong with a date is said in ``dates``.
"""

import datetime
import re
from dataclasses import dataclass

from ampcpp.arabic import CLITICS, fold, words

#: By `datetime.date.weekday`.
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
#: Month names of Morocco (CLDR, ``ar_MA``), from January on.
MOROCCAN = (
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
    *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
)
#: Those of other countries, where they differ: CLDR's ``ar``, ``ar_SY``, ``ar_DZ`` and ``ar_TN``.
FOREIGN = {
    **{"مايو": 5, "يوليو": 7, "أغسطس": 8, "سبتمبر": 9, "نوفمبر": 11, "ديسمبر": 12},
    **{"شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9},
    **{"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12},
    **{"جانفي": 1, "فيفري": 2, "أفريل": 4, "جوان": 6, "جويلية": 7, "أوت": 8},
}
MONTHS = {fold(name): number for number, name in enumerate(MOROCCAN, 1)}
MONTHS |= {fold(name): number for name, number in FOREIGN.items()}
#: How some write the Moroccan ones.
MONTHS |= {"شتمبر": 9, "نونمبر": 11, "دجمبر": 12}
BY_WEEKDAY = {fold(name): number for number, name in enumerate(WEEKDAYS)}
FIRST = "فاتح"  # of a month: «فاتح ماي»
#: What may stand between a weekday and its day, and between several days.
BETWEEN = {
    word.folded for word in words("و إلى من حتى غاية لغاية يوم ويوم يومي أيام يومه الموافق ل")
}
BEFORE_MONTH = {"من", "شهر"}
BEFORE_YEAR = {word.folded for word in words("سنة لسنة عام لعام من")}
GAP = re.compile(r"[\s،,()–—-]*")
SLASHES = re.compile(r"\s?([/.-])\s?")
MOST_WORDS = 12  # of a date, before its month


@dataclass(frozen=True)
class Weekday:
    """A word of a text, of which the first letters, ``prefix`` of them, are no part of the name:
    those of «و» or «لل»."""

    number: int
    start: int
    end: int
    prefix: int


@dataclass(frozen=True)
class Written:
    """A date at ``start`` to ``end`` of a line. ``days`` are those before the month, the last one
    beside it; ``pairs`` are the weekdays, each with its day."""

    start: int
    end: int
    days: tuple
    month: int
    year: int | None
    pairs: tuple = ()

    def on(self, day):
        """That day of its month, or None when the calendar has none."""
        try:
            return datetime.date(self.year, self.month, day)
        except ValueError:
            return None


def dates_in(line):
    """Every `Written` date of a `Line`, in its order."""
    text, found = line.text, line.words
    for place in range(len(found)):
        tail = tail_at(text, found, place)
        if tail:
            yield written(text, found, place, tail)


def tail_at(text, found, place):
    """(month, year or None, end) when the word at ``place`` is the day beside a month."""
    word = found[place]
    if day_of(word) is None:
        return None
    return tail_of_numbers(text, found, place) or tail_of_names(text, found, place)


def tail_of_numbers(text, found, place):
    """«30/03/2022», after the 30."""
    if len(found) < place + 3:
        return None
    day, month, year = found[place : place + 3]
    signs = [
        SLASHES.fullmatch(text[one.end : other.start])
        for one, other in ((day, month), (month, year))
    ]
    is_date = all(signs) and signs[0][1] == signs[1][1] and is_year(year)
    if is_date and month.folded.isdigit() and 1 <= int(month.folded) <= 12:
        return int(month.folded), int(year.folded), year.end
    return None


def tail_of_names(text, found, place):
    """«30 مارس 2022», after the 30; the year may be missing."""
    first = place + 1
    while first < len(found) and found[first].folded in BEFORE_MONTH:
        first += 1
    month, following = month_at(found, first)
    if month is None or not all(is_blank(text, found, at) for at in range(place + 1, first + 1)):
        return None
    end = found[following - 1].end
    while following < len(found) and found[following].folded in BEFORE_YEAR:
        following += 1
    if following < len(found) and is_year(found[following]) and is_blank(text, found, following):
        return month, int(found[following].folded), found[following].end
    return month, None, end


def month_at(found, place):
    """(number, the place after it), or (None, place); some months are two words."""
    for count in (2, 1):
        name = " ".join(word.folded for word in found[place : place + count])
        if name in MONTHS and len(found) >= place + count:
            return MONTHS[name], place + count
    return None, place


def is_blank(text, found, place):
    """Whether only spaces stand before the word at ``place``; a tab parts the cells of a table."""
    between = text[found[place - 1].end : found[place].start]
    return not between.strip() and "\t" not in between


def is_year(word):
    return len(word.folded) == 4 and word.folded.isdecimal() and word.folded[:2] in ("19", "20")


def day_of(word):
    if word.folded == FIRST:
        return 1
    is_day = word.folded.isdecimal() and len(word.folded) <= 2
    return int(word.folded) if is_day else None


def weekday_of(word):
    """The `Weekday` that a word is, «الخميس», «والخميس», «للخميس»; or None."""
    folded = word.folded
    for dropped, name in ((0, folded), (1, folded[1:]), (2, f"ال{folded[2:]}")):
        is_bare = dropped == 0 or folded[0] in CLITICS
        if name in BY_WEEKDAY and is_bare and (dropped < 2 or folded.startswith("لل")):
            return Weekday(BY_WEEKDAY[name], word.start, word.end, dropped)
    return None


def written(text, found, place, tail):
    """The date whose last day stands at ``place``, with the days and weekdays before it."""
    month, year, end = tail
    items = [day_of(found[place])]
    for before in range(place - 1, max(place - 1 - MOST_WORDS, -1), -1):
        word, following = found[before], found[before + 1]
        if not GAP.fullmatch(text[word.end : following.start]):
            break
        item = weekday_of(word) if day_of(word) is None else day_of(word)
        if item is None and word.folded not in BETWEEN:
            break
        if item is not None:
            items.insert(0, item)
    days = tuple(item for item in items if isinstance(item, int))
    pairs = tuple(pairs_of(items))
    start = min([weekday.start for weekday, _ in pairs], default=found[place].start)
    return Written(start, end, days, month, year, pairs)


def pairs_of(items):
    """Which day each weekday is said of: «السبت 29 والأحد 30», «السبت والأحد 29 و30»; of one
    weekday before several days the first. Where it cannot be told, none."""
    weekdays, days = [], []
    for item in [*items, None]:
        if days and not isinstance(item, int):
            if len(weekdays) in (1, len(days)):
                yield from zip(weekdays, days, strict=False)
            weekdays, days = [], []
        (weekdays if isinstance(item, Weekday) else days).append(item)
