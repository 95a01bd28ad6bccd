"""Quotation marks: which open and close together, and those that are of another kind than the
rest of the text."""

import re
from collections import Counter
from dataclasses import dataclass

from news.checker.finding import Kind

FAMILIES = {"«": "guillemets", "»": "guillemets", '"': "straight", "“": "curly", "”": "curly"}
#: WordPress and Word make of a quotation mark after a number the sign of inches.
FAMILIES |= {"„": "curly", "‟": "curly", "″": "inches"}
WRITTEN = {"guillemets": "«»", "straight": '""', "curly": "“”"}
MARK = re.compile(f"[{''.join(FAMILIES)}]")
#: One that opens, and one that closes; not the sign of inches after a number.
UNPAIRED = re.compile(
    r"(?P<opens>«(?=\w)|(?<![^\s(\[–—-])[\"“”„](?=\w))"
    r"|(?<=[\w.،؟!…%)])»|(?<=[^\W\d_])[\"“”](?!\w)"
)
#: Beside these a mark opens, or closes.
OPENS_AFTER = re.compile(r"[\s(\[–—-]")
CLOSES_BEFORE = re.compile(r"[\s)\].،؛:؟!,;…–—-]")


@dataclass(frozen=True)
class Pair:
    """Two ``marks``, at ``text[start]`` and ``text[end - 1]``; ``inner`` within another pair."""

    start: int
    end: int
    marks: str
    inner: bool

    @property
    def family(self):
        return FAMILIES[self.marks[0]]

    @property
    def is_mixed(self):
        """Of two kinds, or both turned the same way: “…“, ”…”."""
        return self.family != FAMILIES[self.marks[1]] or self.marks in ("““", "””")


def pairs_in(text):
    """Every `Pair` of a line, in the order in which they open. A mark without another one is
    passed over: what it quotes may go on in the next line."""
    opened, found = [], []
    for match in MARK.finditer(text):
        place, family = match.start(), FAMILIES[match[0]]
        if opened and closes(text, place, opened[-1], family):
            start, _ = opened.pop()
            found.append((start, place + 1))
        else:
            opened.append((place, family))
    last = 0
    for start, end in sorted(found):
        yield Pair(start, end, text[start] + text[end - 1], inner=end < last)
        last = max(last, end)


def closes(text, place, last, family):
    """Whether a mark closes the ``last`` one that was opened. Of the same kind it does, but for a
    second «; of another kind only what stands beside it tells."""
    start, other = last
    if text[place] == "«":
        return other == family and text[start] == "»"
    if other == family:
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    may_open = not before or OPENS_AFTER.match(before)
    return not may_open and (not after or bool(CLOSES_BEFORE.match(after)))


def mixed_quotes(draft):
    """Pairs of two kinds, and pairs that are not of the kind that the text has most of; «» when it
    has as many. A quotation within another may be of another kind."""
    found = [(line, pair) for line in draft.lines for pair in pairs_in(line.text)]
    counted = Counter(pair.family for _, pair in found if not (pair.inner or pair.is_mixed))
    kind = max(WRITTEN, key=counted.__getitem__)
    for line, pair in found:
        is_other = not pair.inner and pair.family != kind
        if pair.is_mixed or is_other:
            opening, closing = WRITTEN[kind]
            inside = line.text[pair.start + 1 : pair.end - 1]
            right = f"{opening}{inside}{closing}"
            yield line.finding(Kind.MIXED_QUOTES, pair.start, pair.end, right)


def unpaired_quotes(draft):
    """A mark that nothing closes, also in no later line, or one that closes nothing; of a line the
    first."""
    opened, said = [], set()
    for line in draft.lines:
        paired = {place for pair in pairs_in(line.text) for place in (pair.start, pair.end - 1)}
        for match in UNPAIRED.finditer(line.text):
            place = match.start()
            if place in paired:
                continue
            if match["opens"]:
                opened.append((line, place))
            elif opened:
                opened.pop()
            elif line not in said:
                said.add(line)
                yield line.finding(Kind.MIXED_QUOTES, line.word_start(place), place + 1)
    for line, place in opened:
        if line not in said:
            said.add(line)
            yield line.finding(Kind.MIXED_QUOTES, place, line.word_end(place + 1))
