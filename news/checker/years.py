"""Years that nobody lived, «20189-2021», «15 مارس 20222», «سنة 2202», or not in that order,
«2027-2024»."""

import re

from ampcpp.arabic import CLITICS, words
from news.checker.calendar import MONTHS, day_of, is_year
from news.checker.finding import Kind

YEAR = {word.folded for word in words("سنة السنة سنوات السنوات عام العام موسم الموسم")}
#: Between «السنة» and its number: «السنة الجارية 2022».
ADJECTIVES = {
    word.folded
    for word in words("الجارية الحالية المالية المقبلة القادمة الماضية الفارطة المنصرمة")
}
#: «من 2023 إلى 2206».
UNTIL = {"الي", "حتي", "وحتي", "والي"}
#: «ما بين 2015 و2012», «من سنة 2022 الى غاية سنة 2019».
BETWEEN = re.compile(
    r"\b(?:من|بين)\s(?:\w+\s)?(?P<first>(?:19|20)\d\d)\s"
    r"(?:(?:[إا]ل[ىي]|حتى)\s(?:\w+\s){0,2}|و)(?P<last>(?:19|20)\d\d)\b"
)
#: After a year of three digits: «سنة 202 بالرباط», «عام 202 في»; not «سنة 192 هـ».
GOES_ON = re.compile(r"\s+(?:في|ب\w{3,}|خلال|إلى|الى|وذلك|و?تم)\b")
EVERY = {"كل", "وكل", "لكل"}
RANGE = re.compile(r"\s?[-–—/]\s?")
#: From the first years of the Hijra that sources count by, to the end of this century.
FIRST, LAST = 1200, 2100


def impossible_years(draft):
    for line in draft.lines:
        found = line.words
        for place, word in enumerate(found):
            if is_impossible(word.folded) and is_said_of_a_year(line.text, found, place):
                yield finding(line, found, place, draft.day)
            if is_year(word) and ends_before_it_begins(line.text, found, place):
                yield turned_round(line, *found[place : place + 2])
        for match in BETWEEN.finditer(line.text):
            if int(match["last"]) < int(match["first"]):
                yield line.finding(Kind.IMPOSSIBLE_YEAR, match.start("first"), match.end())


def is_impossible(digits):
    """Too long or too short for a year, yet begun like one; or of four digits, and far away."""
    if not digits.isdecimal():
        return False
    if len(digits) == 4:
        return digits[0] in "012" and not FIRST <= int(digits) <= LAST
    return 3 <= len(digits) <= 6 and digits[:2] in ("19", "20")


def is_said_of_a_year(text, found, place):
    """After a month with its day, after «سنة», or in a range with a year. Three digits after
    «سنة» may be counted, «كل سنة 200 مستفيد», or of the Hijra, as the 192 of Fez: what stands
    beside them tells."""
    word, before = found[place], found[max(place - 2, 0) : place]
    if before and before[-1].folded in MONTHS and ends_here(text, word.end):
        return not text[before[-1].end : found[place].start].strip()
    if len(before) == 2 and is_year(before[0]) and before[1].folded in UNTIL:
        return True
    if len(before) == 2 and before[1].folded in MONTHS and day_of(before[0]) is not None:
        return not text[before[1].end : found[place].start].strip()
    if len(word.folded) == 3:
        is_counted = before[0].folded in EVERY or not is_whole(text, word)
        return word.folded[0] == "2" and follows_the_word(before) and not is_counted
    return follows_the_word(before) or other_year(text, found, place) is not None


def ends_here(text, end):
    """Whether no word follows that a number could be said of: «في ماي 202.»"""
    return re.match(r"\s*(?:[^\w\s]|$)", text[end:]) is not None


def is_whole(text, word):
    """Whether nothing is counted by a number of three digits."""
    return ends_here(text, word.end) or GOES_ON.match(text, word.end) is not None


def follows_the_word(before):
    names = [word.folded for word in before]
    if len(names) == 2 and names[1] in ADJECTIVES:
        names.pop()
    return bool(names) and (
        names[-1] in YEAR or (names[-1][0] in CLITICS and names[-1][1:] in YEAR)
    )


def other_year(text, found, place):
    """The place of the year that makes a range with this number, or None."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(found) and is_year(found[other]):
            first, second = sorted((other, place))
            if RANGE.fullmatch(text[found[first].end : found[second].start]):
                return other
    return None


def ends_before_it_begins(text, found, place):
    """Whether a year and the next one make a range whose end comes first."""
    return other_year(text, found[: place + 2], place) == place + 1 and int(
        found[place + 1].folded
    ) < int(found[place].folded)


def turned_round(line, first, second):
    years = line.text[second.start : second.end], line.text[first.start : first.end]
    right = line.text[first.end : second.start].join(years)
    return line.finding(Kind.IMPOSSIBLE_YEAR, first.start, second.end, right)


def finding(line, found, place, day):
    """On the number, or the range it is part of, with the only year that may be meant."""
    word, other = found[place], other_year(line.text, found, place)
    start, end = word.start, word.end
    if other is not None:
        start, end = min(start, found[other].start), max(end, found[other].end)
    near = int(found[other].folded) if other is not None else day and day.year
    year = meant(word.folded, near)
    right = year and line.text[start : word.start] + year + line.text[word.end : end]
    return line.finding(Kind.IMPOSSIBLE_YEAR, start, end, right or "")


def meant(digits, near):
    """The year that a digit too many, or two that changed places, has made of ``near`` or one not
    far from it; None where two are as likely."""
    if near is None:
        return None
    places = range(len(digits))
    shorter = {digits[:at] + digits[at + 1 :] for at in places}
    turned = {digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :] for at in places}
    years = {year for year in shorter | turned if len(year) == 4 and year[0] in "12"}
    years = {year for year in years if abs(int(year) - near) <= 5}
    return years.pop() if len(years) == 1 else None
