"""Where a text names somebody, and which of the places that overlap is meant."""

from dataclasses import dataclass
from operator import itemgetter

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

    def holds(self, other):
        is_longer = self.end - self.start > other.end - other.start
        return is_longer and self.start <= other.start and other.end <= self.end

    def meets(self, other):
        return self.start < other.end and other.start < self.end


def choose(candidates):
    """Those that do not overlap: a longer one before what it holds, then the surest."""
    chosen = []
    for group in groups(candidates):
        held = {one for one in group if any(other.holds(one) for other in group)}
        order = [(one in held, one.tier, one.start - one.end, one.start) for one in group]
        kept = []
        for _, one in sorted(zip(order, group, strict=True), key=itemgetter(0)):
            if not any(one.meets(other) for other in kept):
                kept.append(one)
        chosen += kept
    return chosen


def groups(candidates):
    """Those that overlap, together."""
    group = []
    for one in sorted(candidates, key=lambda one: one.start):
        if group and one.start >= max(other.end for other in group):
            yield group
            group = []
        group.append(one)
    if group:
        yield group
