"""Months that no single word tells: «كانون الثاني», and «آب», which folded is «أب», a father.

Pure functions over folded words. Months of one word are synonyms in `arabic`.
"""

from ampcpp.arabic import CLITICS, without_article

#: In the Levant, without article: the Moroccan name.
OF_TWO_WORDS = {
    ("كانون", "ثاني"): "يناير",
    ("تشرين", "اول"): "اكتوبر",
    ("تشرين", "ثاني"): "نونبر",
    ("كانون", "اول"): "دجنبر",
}
#: «كانون», «بكانون».
FIRST = {clitic + first: first for first, _ in OF_TWO_WORDS for clitic in ("", *CLITICS)}
#: A month after its day or «شهر», or before its year; anywhere else it is left a father.
AUGUST, AUGUST_OF_MOROCCO = "اب", "غشت"
MONTH = {"شهر", "الشهر"}


def months_in(words):
    """``(place, how many words, the Moroccan name)`` of each such month among folded words."""
    for place, word in enumerate(words):
        if word in FIRST and place + 1 < len(words):
            pair = FIRST[word], without_article(words[place + 1])
            if pair in OF_TWO_WORDS:
                yield place, 2, OF_TWO_WORDS[pair]
        elif word == AUGUST and is_dated(words, place):
            yield place, 1, AUGUST_OF_MOROCCO


def is_dated(words, place):
    before, after = words[max(place - 1, 0) : place], words[place + 1 : place + 2]
    return any(map(is_before_month, before)) or any(map(is_year, after))


def is_before_month(word):
    return word in MONTH or (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31)


def is_year(word):
    return word.isdecimal() and len(word) == 4 and word[:2] in ("19", "20")


def with_months(words):
    """The words, each such month as the Moroccan one."""
    written, end = [], 0
    for place, count, name in months_in(words):
        written += [*words[end:place], name]
        end = place + count
    return [*written, *words[end:]]
