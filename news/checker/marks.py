"""Signs that do not belong into an Arabic text: Latin ones, hidden ones, remains of Word."""

import re

from news.checker.finding import Kind

ARABIC = "\u0620-\u063f\u0641-\u065f\u0670-\u06d3"
MARKS = {",": "،", ";": "؛", "?": "؟"}
#: A Latin mark beside Arabic: after a letter, or before one; a number may stand between.
LATIN_MARK = re.compile(
    rf"(?<=[{ARABIC}»”)])\s?[,;?](?=\D|$)"
    rf"|(?<=[\w»”)%٪])[,;?](?=\s?[«“(]?[{ARABIC}])"
)
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Marks without width, and signs of fonts that only Word has.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc\ufffd\ue000-\uf8ff]+")
DEBRIS = re.compile(
    r"</?[A-Za-z][^<>]{0,300}>|<!\[[^<>]*>|\[if [^\]]{0,80}\]|&(?:#\d+|[a-z]+);"
    r"|\bMsoNormal\w*|\bmso-[\w-]+(?::[^;]{0,80};)?|Style Definitions|@font-face"
    r"|Normal 0(?: \d+)?(?: false){1,3}|\b[A-Z]{2}-[A-Z]{2} X-NONE AR-[A-Z]{2}"
    r"|Error! (?:Bookmark|Reference source|Hyperlink|No text)[^.]{0,80}\."
    r"|خطأ! (?:لم يتم العثور على|الإشارة المرجعية|مرجع)[^.]{0,80}\.?"
    r"|\bPAGEREF\s+_\w+|\bHYPERLINK\s+\"[^\"]{0,300}\"|\\\*\s*MERGEFORMAT|\b_Toc\d+"
)
#: A reference to a note, which a text without notes has from Word.
REFERENCE = re.compile(rf"(?<=[{ARABIC}\d»”)])\[\d{{1,3}}\]")
NOTE = re.compile(r"\s*\[\d{1,3}\]")
#: A bullet of Word, a letter in its fonts of signs, at the beginning of a line.
BULLET = re.compile(rf"[o·§ØüvqÞ][ \t\u00a0]+(?=[{ARABIC}«(\d])")
#: Bold, italic and struck out of WhatsApp.
EMPHASIS = re.compile(rf"(?<![\w*_~])([*_~])(?=[{ARABIC}«(])([^*_~]{{1,300}})(?<=\S)\1(?![\w*_~])")


def latin_marks(draft):
    for line in draft.lines:
        debris = [match.end() for match in DEBRIS.finditer(line.text)]
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


def debris_of_word(draft):
    has_notes = any(NOTE.match(line.text) for line in draft.lines)
    for line in draft.lines:
        for match in () if has_notes else REFERENCE.finditer(line.text):
            yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end())
        for match in DEBRIS.finditer(line.text):
            yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end())
        if bullet := BULLET.match(line.text):
            end = line.word_end(bullet.end())
            yield line.finding(Kind.WORD_DEBRIS, 0, end, line.text[bullet.end() : end])
        for match in EMPHASIS.finditer(line.text):
            yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end(), match[2])
        yield from invisible(line)


def invisible(line):
    """One finding for each word that holds some."""
    end = 0
    for match in INVISIBLE.finditer(line.text):
        if match.start() >= end:
            start, end = line.word_start(match.start()), line.word_end(match.end())
            right = INVISIBLE.sub("", line.text[start:end])
            yield line.finding(Kind.WORD_DEBRIS, start, end, right)
