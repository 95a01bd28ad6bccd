"""Dates that the calendar or the programme of the text does not have."""

import datetime
import re
from dataclasses import replace
from itertools import zip_longest

from ampcpp.arabic import fold, stem, words
from news.checker.calendar import WEEKDAYS, dates_in, is_year
from news.checker.finding import Kind

#: «من الجمعة 30 شتنبر إلى الأحد 2 أكتوبر 2022»: how far the year may stand from the first date.
NEAR = 40
#: Words between «برنامج» and its year, the whole name of the association among them.
MOST_WORDS = 12
RANGE = re.compile(r"\s?[-–—/]\s?\d")
PROGRAMME = stem("برنامج")
#: Said of what is to come.
PRESENT = {
    word.folded
    for word in words(
        "تعقد يعقد تنعقد ينعقد تنظم ينظم تحتضن يحتضن تلتئم يلتئم تنطلق ينطلق تتم يتم تجرى يجرى "
        "تختتم يختتم تفتتح يفتتح تقام يقام تجتمع يجتمع تستضيف يستضيف تكون يكون"
    )
}
#: Before a programme whose year is that of the date in the same sentence.
CARRIED_OUT = re.compile(r"(?:اطار|تنفيذا?|تفعيلا?|ضمن|تطبيقا?|تنزيلا?) (?:\w+ ){0,2}ل?\w*برنامج")
#: A line that begins or ends with its date is an entry of a plan, unless it is a sentence; so is a
#: cell of it, and what stands between commas or after a colon.
MOST_OF_ENTRY = 120
END_OF_SENTENCE = re.compile(r"[.؛!؟]\s")
SENTENCE = re.compile(r"[.؟!]\s*$")


def wrong_days(draft):
    """A weekday that is not that date's, and a day that its month does not have."""
    year, first = programme_of(draft.lines)
    for place, line in enumerate(draft.lines):
        for date in with_years(line, draft.day, year if place >= first else None):
            if date.year is not None:
                yield from wrong_day(line, date)


def with_years(line, day, year=None):
    """The dates of a line; one without a year has that of the date after it, else that ``year``, of
    the programme, else the one that brings it nearest to ``day``."""
    found = list(dates_in(line))
    for date, following in zip_longest(found, found[1:]):
        if date.year is not None:
            yield date
        elif following and following.year and following.start - date.end < NEAR:
            yield replace(date, year=following.year - (date.month > following.month))
        else:
            yield replace(date, year=year or nearest_year(date, day))


def nearest_year(date, day):
    if day is None:
        return None
    years = range(max(day.year - 1, datetime.MINYEAR), min(day.year + 1, datetime.MAXYEAR) + 1)
    middles = {year: datetime.date(year, date.month, 15) for year in years}
    return min(middles, key=lambda year: abs(middles[year] - day))


def wrong_day(line, date):
    if any(date.on(day) is None for day in (date.days[-1], *(day for _, day in date.pairs))):
        yield line.finding(Kind.WEEKDAY, date.start, date.end)
        return
    wrong = [(weekday, date.on(day).weekday()) for weekday, day in date.pairs]
    wrong = [(weekday, right) for weekday, right in wrong if weekday.number != right]
    if wrong:
        right = with_weekdays(line.text, date, wrong)
        yield line.finding(Kind.WEEKDAY, date.start, date.end, right)


def with_weekdays(text, date, wrong):
    """The words of a date with other weekdays; «لل» has swallowed the article."""
    right, place = "", date.start
    for weekday, number in wrong:
        name = WEEKDAYS[number][2 if weekday.prefix == 2 else 0 :]
        right += text[place : weekday.start + weekday.prefix] + name
        place = weekday.end
    return right + text[place : date.end]


def outside_programme(draft):
    """A date of another year in a text that names the year of its programme: in an entry of the
    plan, or still to come when the text was written. Looking back is no slip."""
    year, first = programme_of(draft.lines)
    for line in draft.lines[first:] if year else ():
        for date in dates_in(line):
            day = date.year and date.year != year and date.on(date.days[-1])
            is_of_it = is_entry(line, date) or is_carried_out(line.text, date)
            if day and (is_of_it or is_to_come(draft, line, date, day)):
                yield line.finding(Kind.OUTSIDE_PROGRAMME, date.start, date.end, detail=str(year))


def programme_of(lines):
    """(the one year of which the text names a programme, the place of the first line that does),
    or (None, 0)."""
    named = {}
    for place, line in enumerate(lines):
        for year in programme_years(line):
            named.setdefault(year, place)
    return next(iter(named.items())) if len(named) == 1 else (None, 0)


def programme_years(line):
    """«برنامج عمل سنة 2022», «البرنامج السنوي 2022»: 2022; not «برنامج 2019-2021»."""
    found = line.words
    for place, word in enumerate(found):
        if PROGRAMME not in (stem(word.folded), stem(word.folded[1:])):
            continue
        near = found[place + 1 : place + 1 + MOST_WORDS]
        year = next(filter(is_year, near), None)
        if year and is_alone(line.text, word.end, year):
            yield int(year.folded)


def is_alone(text, start, year):
    """Whether no clause ends from ``start`` to a year, and it is not the first of «2019-2021»."""
    return not re.search(r"[.؛:،]", text[start : year.start]) and not RANGE.match(text, year.end)


def is_to_come(draft, line, date, day):
    """After the day of the text, or said to be: «تعقد الدورة يوم 5 ماي 2021», «ستنظم»."""
    verbs = (
        re.sub("^[وف]?س?", "", word.folded) for word in words(sentence_before(line.text, date))
    )
    return (draft.day and day > draft.day) or not PRESENT.isdisjoint(verbs)


def is_carried_out(text, date):
    """«في إطار برنامجها لسنة 2022، نظمت دورة من 28 إلى 30 شتنبر 2021»."""
    after = END_OF_SENTENCE.split(text[date.end :])[0]
    return CARRIED_OUT.search(fold(sentence_before(text, date) + after)) is not None


def sentence_before(text, date):
    return END_OF_SENTENCE.split(text[: date.start])[-1]


def is_entry(line, date):
    text = line.text
    if line.place != "body" or len(text) > MOST_OF_ENTRY or SENTENCE.search(text):
        return False
    before = re.split("[|:،\t]", text[: date.start])[-1]
    after = re.split("[|،\t]", text[date.end :])[0]
    begins = not re.search(r"\w", re.sub(r"^\W*(?:يومي?|أيام|ابتداء من)\b[\d\sو]*", "", before))
    return begins or not re.search(r"\w", after)
