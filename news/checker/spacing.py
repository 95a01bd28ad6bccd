"""Spaces too many: two in a row, before a mark, inside brackets, within a word, beside a dash."""

import re

from news.checker.finding import Kind
from news.checker.quotes import pairs_in

SPACES = re.compile(r"\s+")
MARKS = set("،؛:؟!,;.")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
LETTER = "\u0620-\u063f\u0641-\u064a\u0670-\u06d3"
AFTER_WAW = re.compile(rf'[{LETTER}\d«“"]')
#: «ب مقر», «أ نه»: a letter that the word after it begins with.
ALONE = re.compile(rf"(?<=\s)(?P<written>[بلكفأا]\s+[{LETTER}]{{2,}})(?![{LETTER}])")
#: The same at the beginning of a line, unless lines are lettered: «أ التقرير», «ب المصادقة».
FIRST = re.compile(rf"(?P<written>[بلكف]\s+(?!ال)[{LETTER}]{{2,}})(?![{LETTER}])")
LETTERED_LINE = re.compile(r"[أا]\W*\s")
#: «وأطر ها»: an ending.
ENDING = re.compile(rf"(?<![{LETTER}])(?P<written>[{LETTER}]{{3,}}\s+ها)(?![{LETTER}])")
#: A letter after one of these is a name of its own: «المجموعة ب».
LETTERED = re.compile(
    r"(?:مجموعة|فئة|صنف|سلم|فقرة|بند|نقطة|قسم|جزء|مادة|ملحق|درجة|حرف|فوج|شطر|قاعة)\s+$"
)
LONGEST = 20  # of such a word and the spaces after it
#: «22 -24», «الرباط -سلا»; not where another dash closes: «-وهم كثر-».
DASH = re.compile(
    rf"(?<!\w)(?P<before>\w+)\s+(?P<dash>[-–—])(?P<after>\d+|[{LETTER}]+)(?![{LETTER}-])"
)
CLOSING = re.compile(rf"[{LETTER}][-–—](?:[\s،.]|$)")


def spaces(draft):
    is_lettered = any(LETTERED_LINE.match(line.text) for line in draft.lines)
    for line in draft.lines:
        inner = inner_sides(line.text)
        for match in SPACES.finditer(line.text):
            right = right_space(line, match, inner)
            if len(right) < len(match[0]):
                yield finding(line, match, right)
        if not is_lettered and (first := FIRST.match(line.text)):
            yield line.finding(Kind.SPACES, *first.span("written"), "".join(first[0].split()))
        yield from within_words(line)
        yield from beside_dashes(line)


def within_words(line):
    for pattern in (ALONE, ENDING):
        for match in pattern.finditer(line.text):
            before = line.text[max(match.start() - LONGEST, 0) : match.start()]
            if not LETTERED.search(before):
                right = "".join(match["written"].split())
                yield line.finding(Kind.SPACES, *match.span("written"), right)


def beside_dashes(line):
    """A space on one side only: between numbers none belongs there, between words another one."""
    closing = max((match.start() for match in CLOSING.finditer(line.text)), default=-1)
    for match in DASH.finditer(line.text):
        is_number = match["before"].isdecimal() and match["after"].isdecimal()
        is_word = match["after"][0] > "9" and not match["before"].isdecimal()
        if is_number or (is_word and closing < match.end() - 1):
            space = "" if is_number else " "
            right = f"{match['before']}{space}{match['dash']}{space}{match['after']}"
            yield line.finding(Kind.SPACES, *match.span(), right)


def inner_sides(text):
    """The places right after an opening quotation mark, and those of closing ones."""
    pairs = list(pairs_in(text))
    return {pair.start + 1 for pair in pairs}, {pair.end - 1 for pair in pairs}


def right_space(line, match, inner):
    """What should stand instead of these spaces."""
    text, start, end = line.text, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    is_inside = before in "([" or after in ")]" or start in inner[0] or end in inner[1]
    if is_inside or is_before_mark(text, start, end) or is_after_waw(text, start, end):
        return ""
    return " "


def is_before_mark(text, start, end):
    """«الشركاء .»; not « ...», « .com» or the two sides of «10 : 30», nor after a Latin word, as
    French has it."""
    if text[end] not in MARKS or (text[end] in ":;!" and LATIN.match(text[start - 1])):
        return False
    following = text[end + 1 : end + 2]
    if text[end] == ".":
        return not (following == "." or following.isdecimal() or LATIN.match(following))
    if text[end] == ":":
        return not (text[start - 1].isdecimal() and text[end + 1 :].lstrip()[:1].isdecimal())
    return True


def is_after_waw(text, start, end):
    """«و السيد»; not «و)» of an enumeration."""
    is_alone = text[start - 1] == "و" and (start == 1 or text[start - 2].isspace())
    return is_alone and AFTER_WAW.match(text[end]) is not None


def finding(line, match, right):
    """On the spaces and the words beside them; before a mark, up to it. A title ends without a
    full stop."""
    text, start, end = line.text, match.start(), match.end()
    first = line.word_start(start)
    last = end + 1 if right == "" and text[end] in MARKS else line.word_end(end)
    rest = text[end:last]
    if line.place == "title" and rest == "." and last == len(text):
        rest = ""
    return line.finding(Kind.SPACES, first, last, f"{text[first:start]}{right}{rest}")
