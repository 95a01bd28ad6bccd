"""What a text brought with it from Word, WhatsApp, mail or a PDF."""

import re
import unicodedata
from dataclasses import replace

from ampcpp.arabic import fold
from news.checker.finding import Kind
from news.checker.pasted import MESSAGE, PAGE

ARABIC = "\u0620-\u063f\u0641-\u065f\u0670-\u06d3"
#: Marks without width, and signs of fonts that only Word has.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc\ufffd\ue000-\uf8ff]+")
SOURCE = re.compile(
    r"</?[A-Za-z][^<>@]{0,300}>|<!\[[^<>]*>|\[if [^\]]{0,80}\]|&(?:#\d+|[a-z]+);"
    r"|\bMsoNormal\w*|\bmso-[\w-]+(?::[^;]{0,80};)?|Style Definitions|@font-face"
    r"|Normal 0(?: \d+)?(?: false){1,3}|\b[A-Z]{2}-[A-Z]{2} X-NONE AR-[A-Z]{2}"
    r"|Error! (?:Bookmark|Reference source|Hyperlink|No text)[^.]{0,80}\."
    r"|خطأ! (?:لم يتم العثور على|الإشارة المرجعية|مرجع)[^.]{0,80}\.?"
    r"|\bPAGEREF\s+_\w+|\bHYPERLINK\s+\"[^\"]{0,300}\"|\\\*\s*MERGEFORMAT|\b_Toc\d+"
)
#: Words drawn longer, «تعـــزية», and the shapes of letters that a PDF has instead of letters. Not
#: «ﷲ», «ﷺ» and the brackets ﴿﴾ of a verse, which are written on purpose, nor «هـ» and «لـ» alone.
LETTER = rf"{ARABIC}\ufb50-\ufbff\ufe70-\ufefc"
SHAPES = re.compile(rf"[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]+|(?<=[{LETTER}])ـ+(?=[{LETTER}])")
#: A reference to a note, which a text without notes has from Word.
REFERENCE = re.compile(rf"(?<=[{ARABIC}\d»”)])\[\d{{1,3}}\]")
NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,2}\))")
#: «المملكة(1)», unless numbers are counted so: «المادة(1)».
NOTE_IN_BRACKETS = re.compile(rf"(?<=[{ARABIC}])(?:\(\d{{1,2}}\)|[¹²³⁴-⁹]+)")
COUNTED = re.compile("(?:ماده|مواد|فصل|بند|فقره|نقطه|جدول|ملحق|رقم|محور|دوره|قسم|جز|باب|عدد)$")
#: A bullet at the beginning of a line: of Word, a letter in its fonts of signs, or a sign.
SIGNS = "•▪▫●○◦■□▶►➢➤➔✓✔✅☑❖◆◇♦🔹🔸🔷🔶🔴🟢👉📌📍⬅➡"
BULLET = re.compile(rf"(?:[o·§ØüvqÞ][ \t\u00a0]+|[{SIGNS}]\ufe0f?\s*)(?=[{ARABIC}«(\d])")
#: Bold, italic and struck out of WhatsApp.
EMPHASIS = re.compile(rf"(?<![\w*_~])([*_~])(?=[{ARABIC}«(])([^*_~]{{1,300}})(?<=\S)\1(?![\w*_~])")


def debris(draft):
    has_notes = any(NOTE.match(line.text) for line in draft.lines)
    for line in draft.lines:
        for match in () if has_notes else references(line.text):
            yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end())
        for pattern in (SOURCE, PAGE, MESSAGE):
            for match in pattern.finditer(line.text):
                yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end())
        if bullet := BULLET.match(line.text):
            end = line.word_end(bullet.end())
            yield line.finding(Kind.WORD_DEBRIS, 0, end, line.text[bullet.end() : end])
        for match in EMPHASIS.finditer(line.text):
            yield line.finding(Kind.WORD_DEBRIS, match.start(), match.end(), match[2])
        yield from within_words(line, INVISIBLE, lambda match: "")
        yield from within_words(line, SHAPES, lambda match: in_letters(match[0]))


def references(text):
    yield from REFERENCE.finditer(text)
    for match in NOTE_IN_BRACKETS.finditer(text):
        before = re.search(r"\w*$", text[max(match.start() - 20, 0) : match.start()])[0]
        if not COUNTED.search(fold(before)):
            yield match


def within_words(line, pattern, instead):
    """One finding for each word that holds some."""
    end = 0
    for match in pattern.finditer(line.text):
        if match.start() >= end:
            start, end = line.word_start(match.start()), line.word_end(match.end())
            right = pattern.sub(instead, line.text[start:end])
            if right != line.text[start:end]:  # not every place among the shapes has a letter
                yield line.finding(Kind.WORD_DEBRIS, start, end, right)


def told_once(findings):
    """A hidden sign within the words of another finding goes with what that one says to write:
    «برنامج-العمل» is told as two words alone, «الجما- عات» as one."""
    findings = list(findings)
    told = {
        place
        for one in findings
        if one.right and one.kind != Kind.WORD_DEBRIS
        for place in hidden_in(one)
    }
    for one in findings:
        hidden = hidden_in(one)
        if not hidden or one.kind != Kind.WORD_DEBRIS or not hidden <= told:
            yield replace(one, right=INVISIBLE.sub("", one.right))


def hidden_in(finding):
    """The place of every hidden sign that a finding is about."""
    return {
        (finding.place, finding.line, finding.start + at)
        for match in INVISIBLE.finditer(finding.fragment)
        for at in range(*match.span())
    }


def in_letters(shapes):
    """Without tatweel."""
    return unicodedata.normalize("NFKC", shapes).replace("ـ", "")
