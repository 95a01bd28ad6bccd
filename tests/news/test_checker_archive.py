"""The advice on the archive's own texts, against what readers labelled by hand before.

A finding is right when a label of its kind stands on the same line and the two overlap; a label is
found when a finding does so. What is said of the whole release asks only for the kind.
"""

import csv
from dataclasses import dataclass, field

import pytest

from governance.names import Names
from news.checker import Draft, Earlier, Kind, Knowledge, check
from tests.archive import HELD_BACK, ROOT, posts
from tests.news.test_names_archive import known_people

LABELS = ROOT / "tests" / "data" / "archive" / "findings.csv"
FEWEST_LABELS = 60
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.9
#: At the limit of length: neither a finding nor none would be wrong.
LEFT_OUT = {(111, "long-title")}
WHOLE = {"no-lead", "no-image", "near-duplicate", "no-category", "no-alt"}


@dataclass(frozen=True)
class Spot:
    """A label or a finding; ``start`` and ``end`` are its place in the line ``text``."""

    post: int
    line: int
    kind: str
    fragment: str
    start: int = 0
    end: int = 0
    text: str = field(default="", repr=False)
    right: str = ""

    def meets(self, other):
        is_same = (self.post, self.line, self.kind) == (other.post, other.line, other.kind)
        overlaps = self.start < other.end and other.start < self.end
        return is_same and (overlaps or self.kind in WHOLE)

    @property
    def mended(self):
        """The line, with what is right."""
        return self.text[: self.start] + self.right + self.text[self.end :]

    def __str__(self):
        return f"{self.post}:{self.line} {self.kind} «{self.fragment}» «{self.right}»"


def rows():
    with LABELS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def draft_of(post):
    return Draft(post.number, post.title, body=post.html, day=post.written_at.date())


def in_half(post, half):
    return half == "both" or (post in HELD_BACK) == (half == "held-back")


def labels(half):
    """At its first place in the line; what is said of the whole has none."""
    lines = {(post.number, n): line for post in posts() for n, line in enumerate(post.lines)}
    for row in rows():
        post, line, fragment = int(row["post"]), int(row["line"]), row["fragment"]
        if in_half(post, half) and (post, row["kind"]) not in LEFT_OUT:
            text = lines[post, line]
            start = text.index(fragment)
            place = start, start + len(fragment), text
            yield Spot(post, line, row["kind"], fragment, *place, row["right"])


def findings(half):
    names, earlier = Names(people=tuple(known_people(with_variants=True))), []
    for post in posts():
        draft = draft_of(post)
        found = check(draft, Knowledge(names, tuple(earlier))) if in_half(post.number, half) else ()
        earlier.append(Earlier.of(draft))
        lines = {(line.place, line.number): line.text for line in draft.lines}
        for one in found:
            if (post.number, one.kind) not in LEFT_OUT:
                text = lines.get((one.place, one.line), "")
                place = one.start, one.start + len(one.fragment), text
                yield Spot(post.number, one.line, one.kind, one.fragment, *place, one.right)


def measured(half):
    """(recall, precision, a report that lists every miss, false alarm and other correction)."""
    truth, seen = list(labels(half)), list(findings(half))
    missed = [label for label in truth if not any(label.meets(one) for one in seen)]
    alarms = [one for one in seen if not any(one.meets(label) for label in truth)]
    others = [
        f"{one}, labelled «{label.right}»"
        for label in truth
        for one in seen
        if label.meets(one) and label.right and label.mended != one.mended
    ]
    recall, precision = 1 - len(missed) / len(truth), 1 - len(alarms) / len(seen)
    lines = [
        f"{half}: {len(truth)} labels, {len(seen)} findings, "
        f"recall {recall:.3f}, precision {precision:.3f}",
        *(f"missed: {one}" for one in missed),
        *(f"false alarm: {one}" for one in alarms),
        *(f"other correction: {one}" for one in others),
    ]
    return recall, precision, "\n".join(lines)


@pytest.mark.parametrize("half", ["tuning", "held-back", "both"])
def test_findings_are_those_of_the_readers(half):
    recall, precision, report = measured(half)
    assert recall >= LEAST_RECALL and precision >= LEAST_PRECISION, report


def test_labels_are_many_and_of_known_kinds():
    found = rows()
    assert len(found) >= FEWEST_LABELS
    assert {row["kind"] for row in found} <= set(Kind.values)
    assert all(
        sum((int(row["post"]) in HELD_BACK) == is_held_back for row in found) > 40
        for is_held_back in (False, True)
    )
