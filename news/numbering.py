"""The numbers of a Word file's lists, which its paragraphs do not hold: Word counts as it draws.

`numbered` writes them into a copy of the file: a letter as text before its paragraph, which is then
no entry of a list any more («أ- …»), and a number between two letters of nobody's, from which
`with_starts` gives each list the number it begins with.
"""

import re
from collections import defaultdict
from io import BytesIO
from string import ascii_lowercase
from warnings import catch_warnings
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, LISTS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
BEFORE, AFTER = "\ue000", "\ue001"
NUMBER = re.compile(f"(<ol><li>)?{BEFORE}(\\d+){AFTER}")
SHOWN = {f"{W}{name}" for name in ("t", "drawing", "pict")}
LETTERS = {
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "lowerLetter": ascii_lowercase,
    "upperLetter": ascii_lowercase.upper(),
}
MOST_LETTERED = 399
ROMAN = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def numbered(file):
    """A copy of a checked .docx in which the numbers of its lists are written."""
    file.seek(0)
    copy = BytesIO(file.read())
    with ZipFile(copy, "a") as parts, catch_warnings(action="ignore", category=UserWarning):
        if {TEXT, LISTS, STYLES} <= set(parts.namelist()):
            text, lists, styles = (
                ElementTree.fromstring(parts.read(name)) for name in (TEXT, LISTS, STYLES)
            )
            Numbers(lists, styles).write(text)
            parts.writestr(TEXT, ElementTree.tostring(text))  # read instead of the one before it
    return copy


def with_starts(html):
    """HTML of a numbered file, its numbers told by its lists."""
    return NUMBER.sub(started, html)


def started(match):
    beginning, number = match.groups("")
    if beginning and number != "1":
        return f'<ol start="{number}"><li>'
    return beginning


def value(element, name, default=None):
    """What `<w:name w:val="…">` says within an element."""
    found = None if element is None else element.find(f"{W}{name}")
    return default if found is None else found.get(f"{W}val", default)


def written(number, kind):
    """A number as Word writes it in one of its kinds; no file asks for endless letters."""
    if not 0 < number <= MOST_LETTERED:
        return str(number)
    if kind in LETTERS:
        turn, place = divmod(number - 1, len(LETTERS[kind]))
        return LETTERS[kind][place] * (turn + 1)
    if kind in ("lowerRoman", "upperRoman"):
        out = ""
        for worth, letters in ROMAN.items():
            count, number = divmod(number, worth)
            out += letters * count
        return out if kind == "lowerRoman" else out.upper()
    return str(number)


class Level:
    """How a level of a list is numbered."""

    def __init__(self, element):
        self.kind = value(element, "numFmt", "decimal")
        self.start = max(0, int(value(element, "start", "0")))
        self.pattern = value(element, "lvlText", "")
        self.style = value(element, "pStyle")
        #: What is no number alone is read as it is written: «أ-», «IV.», «المادة 3:».
        self.is_lettered = self.kind in LETTERS or self.kind.endswith("Roman")
        self.is_lettered |= any(map(str.isalpha, self.pattern))


class Numbers:
    """Counts the entries of the lists of a file, paragraph by paragraph."""

    def __init__(self, lists, styles):
        self.levels, self.lists, self.restarts, self.styles = {}, {}, {}, {}
        for element in lists.iter(f"{W}abstractNum"):
            self.levels[element.get(f"{W}abstractNumId")] = {
                int(level.get(f"{W}ilvl", "0")): Level(level) for level in element.iter(f"{W}lvl")
            }
        for element in lists.findall(f"{W}num"):
            number = element.get(f"{W}numId")
            self.lists[number] = value(element, "abstractNumId")
            for change in element.iter(f"{W}lvlOverride"):
                if start := value(change, "startOverride"):
                    self.restarts[number, int(change.get(f"{W}ilvl"))] = max(0, int(start))
        for style in styles.iter(f"{W}style"):
            place = style.find(f"{W}pPr/{W}numPr")
            if place is not None and not value(style, "name", "").lower().startswith("heading"):
                self.styles[style.get(f"{W}styleId")] = value(place, "numId")
        self.counts = defaultdict(dict)  # list → its levels → the last number

    def write(self, text):
        for paragraph in text.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            number, depth = self.place(properties)
            levels = self.levels.get(self.lists.get(number), {})
            if depth not in levels or levels[depth].kind in ("bullet", "none"):
                continue
            count = self.count(number, depth, levels)
            if not any(element.tag in SHOWN for element in paragraph.iter()):
                continue  # it is left out, after it was counted
            if levels[depth].is_lettered:
                self.begin(paragraph, f"{self.mark(number, depth, levels)} ")
                self.unlist(paragraph)
            else:
                self.begin(paragraph, f"{BEFORE}{count}{AFTER}")

    def place(self, properties):
        """The list of a paragraph and its level there: its own, or those of its style."""
        own = None if properties is None else properties.find(f"{W}numPr")
        style = value(properties, "pStyle")
        number = value(own, "numId") or self.styles.get(style)
        levels = self.levels.get(self.lists.get(number), {})
        of_style = [depth for depth, level in levels.items() if style and level.style == style]
        return number, int(value(own, "ilvl") or next(iter(of_style), 0))

    def count(self, number, depth, levels):
        counts = self.counts[self.lists[number]]
        start = self.restarts.pop((number, depth), None)
        if start is None:
            start = counts[depth] + 1 if depth in counts else levels[depth].start
        counts[depth] = start
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return start

    def mark(self, number, depth, levels):
        """What Word draws before the paragraph: «أ-», «2.ب»."""
        counts = self.counts[self.lists[number]]
        return re.sub(
            r"%(\d)",
            lambda match: self.part(counts, levels, int(match[1]) - 1),
            levels[depth].pattern,
        )

    def part(self, counts, levels, depth):
        if depth not in levels:
            return ""
        return written(counts.get(depth, levels[depth].start), levels[depth].kind)

    def begin(self, paragraph, words):
        run = ElementTree.Element(f"{W}r")
        ElementTree.SubElement(run, f"{W}t").text = words
        paragraph.insert(0 if paragraph.find(f"{W}pPr") is None else 1, run)

    def unlist(self, paragraph):
        """Takes a paragraph out of its list, and out of a style that would put it there again."""
        properties = paragraph.find(f"{W}pPr")
        for name in ("numPr", "pStyle"):
            found = properties.find(f"{W}{name}")
            if found is not None and (name == "numPr" or found.get(f"{W}val") in self.styles):
                properties.remove(found)
