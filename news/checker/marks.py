"""Signs that do not belong into an Arabic text: Latin and hidden ones."""

import re

from news.checker.debris import ARABIC, SOURCE
from news.checker.finding import Kind

MARKS = {",": "،", ";": "؛", "?": "؟"}
#: A Latin mark beside Arabic: after a letter, or before one; a number may stand between.
LATIN_MARK = re.compile(
    rf"(?<=[{ARABIC}»”)])\s?[,;?](?=\D|$)"
    rf"|(?<=[\w»”)%٪])[,;?](?=\s?[«“(]?[{ARABIC}])"
)
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def latin_marks(draft):
    for line in draft.lines:
        debris = [match.end() for match in SOURCE.finditer(line.text)]
        for match in LATIN_MARK.finditer(line.text):
            if match.end() not in debris:
                yield latin_mark(line, match)


def latin_mark(line, match):
    """On the mark and the word before it, with a space after it where a word follows."""
    text, place = line.text, match.end() - 1
    start = line.word_start(match.start())
    following = text[place + 1 : place + 2]
    if not following or not following.isalpha():
        right = f"{text[start : match.start()]}{MARKS[text[place]]}"
        return line.finding(Kind.LATIN_PUNCTUATION, start, place + 1, right)
    end = place + 1 + len(re.match(r"\w+", text[place + 1 :])[0])
    right = f"{text[start : match.start()]}{MARKS[text[place]]} {text[place + 1 : end]}"
    return line.finding(Kind.LATIN_PUNCTUATION, start, end, right)


def hidden_marks(draft):
    """One finding for a line: they come in pairs, and are to go together."""
    for line in draft.lines:
        if places := [match.start() for match in BIDI.finditer(line.text)]:
            start, end = line.word_start(places[0]), line.word_end(places[-1])
            yield line.finding(Kind.BIDI, start, end, BIDI.sub("", line.text[start:end]))
