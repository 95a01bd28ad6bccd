"""Spaces too few: «يناير2022», «العيادي:رئيس», «والثقافة(يونسكو)», «1-التحضير»."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from news.checker.debris import EMPHASIS
from news.checker.finding import Kind
from news.checker.joined import joined
from news.checker.quotes import pairs_in

LETTER = "\u0620-\u063f\u0641-\u064a\u0670-\u06d3"
TASHKEEL = "\u064b-\u065f"
LETTERS = re.compile(f"[{LETTER}{TASHKEEL}]+")
LAST_LETTERS = re.compile(f"[{LETTER}{TASHKEEL}ـ]*$")
LONGEST = 40
IS_LETTER = re.compile(f"[{LETTER}]")
TOKEN = re.compile(r"\S+")
ADDRESS = re.compile(r"://|www\.|@")
#: What belongs to the number or word after it: «و2022», «ال15», «ل«أوراش»».
PREFIX = re.compile("[وف]?[بلك]?(?:ال|لل)?ـ?")
#: What belongs to the number before it: «50م», «1443هـ».
UNITS = {"م", "كم", "سم", "ملم", "كلم", "ه", "هـ", "كلغ", "كغ", "غ", "س", "د"}
#: No full stop follows these: they are no abbreviations.
COURTESY = re.compile("[وفبك]?(?:ال|لل)س(?:يدة?|يدات|ادة)")
#: Letters that end a word: ة, ى and the tanwin on an alef; and one that begins it, after clitics
#: and the article only: «فيإطار» is two words, «اللاإنسانية» is one. No word has «اأ» in it.
END_OF_WORD = re.compile(f"(?:[ة][{TASHKEEL}]*|ى(?=[^ء])|اً|ًا)(?=[{LETTER}])")
BEGIN_OF_WORD = re.compile("إ|(?<=ا)أ")
BULLET = re.compile(rf"(?:[*•·▪●○◦■►+–—-]+|\d{{1,2}}\s?[-.)]|[{LETTER}][-)])(?=[{LETTER}])")
DASH = re.compile(rf"(?<=\d)[-–—](?=[{LETTER}])")
DIGITS_AND_LETTERS = re.compile(rf"(?<=\d)(?=[{LETTER}])")
LETTERS_AND_LATIN = re.compile(rf"(?<=[{LETTER}{TASHKEEL}])(?=[A-Za-zÀ-ÿ\d])")
LATIN_AND_LETTERS = re.compile(rf"(?<=[A-Za-zÀ-ÿ])(?=[{LETTER}])")
AFTER_MARK = re.compile(rf"(?<=[،؛؟!])(?=[{LETTER}\d])|(?<=[:%٪])(?=[{LETTER}])")
#: «إن شاء الله»: as one word it is another one.
GOD_WILLING = re.compile(rf"(?<![{LETTER}])[إا]ن(?=شاء الله)")
COLON_AND_DIGIT = re.compile(rf"(?<=[{LETTER}]:)(?=\d)")
ELLIPSIS = re.compile(rf"(?:\.\.|…)(?=[{LETTER}])")
STOP = re.compile(rf"(?<!\.)\.(?=[{LETTER}])|(?<=[{LETTER}])\.(?=\d)")
BEFORE_BRACKET = re.compile(rf"(?<=[{LETTER}{TASHKEEL}\d])(?=[(\[])")
AFTER_BRACKET = re.compile(rf"(?<=[)\]])(?=[{LETTER}\d])")
AFTER = [
    *(AFTER_MARK, COLON_AND_DIGIT, END_OF_WORD, LATIN_AND_LETTERS, DASH, ELLIPSIS),
    GOD_WILLING,
]
#: «السيد(ة)», «الحاضرون(ات)», «المادة(1)».
SHORT_BRACKET = re.compile(r"[(\[][^()\[\]]{0,2}[)\]]")


def glued(draft):
    for line in draft.lines:
        stops = stops_in(line.text)
        told = sorted({*places(line.text), *stops})
        missing = sorted({*told, *untold(line, told)})
        for token in TOKEN.finditer(line.text):
            first, last = (bisect_left(missing, at) for at in token.span())
            if not ADDRESS.search(token[0]):
                end = token.start() + len(token[0].rstrip("،؛:؟!,;."))
                sides = pairwise([token.start(), *missing[first:last], end])
                yield from (finding(line, *pair, stops) for pair in pairwise(sides))


def untold(line, told):
    """Places within words in which no letter tells."""
    for start, end, place in joined(line):
        if bisect_right(told, start) == bisect_left(told, end):
            yield place


def finding(line, before, after, stops):
    """Between two words, each as (start, end)."""
    (start, place), (_, end) = before, after
    end = max(end, place + 1)
    right = f"{line.text[start : place - stops.get(place, 0)]} {line.text[place:end]}"
    return line.finding(Kind.GLUED, start, end, right)


def places(text):
    """Every place where a space is missing."""
    for pattern in AFTER:
        yield from (match.end() for match in pattern.finditer(text))
    if (bullet := BULLET.match(text)) and not EMPHASIS.match(text):
        yield bullet.end()
    yield from (m.end() for m in LETTERS_AND_LATIN.finditer(text) if not is_prefix(text, m.end()))
    yield from (m.end() for m in DIGITS_AND_LETTERS.finditer(text) if not is_unit(text, m.end()))
    yield from (start_of(text, m) for m in BEGIN_OF_WORD.finditer(text) if begins(text, m.start()))
    yield from beside_brackets(text)
    yield from beside_quotes(text)


def stops_in(text):
    """Places after a full stop that a word follows, and how many signs go: after «السيد» the stop
    itself. Not in abbreviations, «ص.ب», and not where the line begins with a stop."""
    found = {}
    for match in STOP.finditer(text):
        before, after = letters_before(text, match.start()), LETTERS.match(text, match.end())
        is_short = len(before) == 1 or (after and len(after[0]) == 1)
        if match.start() > 0 and not is_short:
            found[match.end()] = 1 if COURTESY.fullmatch(before) else 0
    return found


def letters_before(text, end):
    return LAST_LETTERS.search(text[max(end - LONGEST, 0) : end])[0]


def is_prefix(text, end):
    """Whether the letters that end here belong to what follows; a single one may be a number's."""
    letters = letters_before(text, end)
    return bool(letters) and (len(letters) == 1 or PREFIX.fullmatch(letters) is not None)


def begins(text, start):
    letters = letters_before(text, start)
    return bool(letters) and not is_prefix(text, start) and not letters.endswith(("لا", "ـ"))


def start_of(text, begin):
    """With its article: «المجلسالإقليمي»."""
    place = begin.start()
    return place - 2 if text[place - 2 : place] == "ال" else place


def is_unit(text, start):
    """Whether the letters that begin here belong to the number before; not those of «2019و2020»."""
    letters = LETTERS.match(text, start)[0]
    return letters in UNITS or (len(letters) == 1 and letters != "و")


def beside_brackets(text):
    short = [match.span() for match in SHORT_BRACKET.finditer(text)]
    starts, ends = {start for start, _ in short}, {end for _, end in short}
    for match in BEFORE_BRACKET.finditer(text):
        if match.end() not in starts and not is_prefix(text, match.end()):
            yield match.end()
    yield from (m.end() for m in AFTER_BRACKET.finditer(text) if m.end() not in ends)


def beside_quotes(text):
    for pair in pairs_in(text):
        before, after = text[pair.start - 1 : pair.start], text[pair.end : pair.end + 1]
        if pair.start and IS_LETTER.match(before) and not is_prefix(text, pair.start):
            yield pair.start
        if IS_LETTER.match(after) or after.isdecimal():
            yield pair.end
