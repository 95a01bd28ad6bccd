"""Where a text names somebody, and which of the places that overlap is meant."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

#: How sure a reading is, the surest first: as known, the family name first, the same with a slip.
EXACT, REVERSED, NEAR, NEAR_REVERSED = range(4)


@dataclass(frozen=True)
class Sighting:
    """A person named at ``text[start:end]``, a glued و ف ب ل or ك left out; ``right`` is how the
    site writes it, given name first. It is right as it is whatever the hamza and tashkeel, with
    «بن» glued, and with the family name first where an entry of a list begins."""

    start: int
    end: int
    number: int
    written: str
    right: str
    is_right: bool


@dataclass(frozen=True)
class Candidate:
    """A stretch of a text that may name a person; ``number`` is None when it may name two."""

    start: int
    end: int
    tier: int
    number: int | None
    right: str = ""

    @property
    def span(self):
        return self.start, self.end

    def meets(self, other):
        return self.start < other.end and other.start < self.end


def choose(candidates):
    """Those that do not overlap, in the order of the text: a longer one before what it holds, then
    the surest."""
    held, chosen = held_spans(candidates), []

    def rank(one):
        return one.span in held, one.tier, one.start - one.end, one.start

    for one in sorted(candidates, key=rank):
        put(chosen, one)
    return chosen


def held_spans(candidates):
    """Those that a longer one holds."""
    held, furthest = set(), 0
    for start, end in sorted({one.span for one in candidates}, key=lambda at: (at[0], -at[1])):
        if end <= furthest:
            held.add((start, end))
        furthest = max(furthest, end)
    return held


def put(chosen, one):
    """Puts one in its place among those chosen, unless it would overlap another."""
    place = bisect_left(chosen, one.start, key=attrgetter("start"))
    if not any(one.meets(other) for other in chosen[max(place - 1, 0) : place + 1]):
        chosen.insert(place, one)
