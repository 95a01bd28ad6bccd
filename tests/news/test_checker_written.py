"""The advice on releases written for it, as an office types and pastes them, and labelled by two
readers who knew no rule (tests/data/written/README.md)."""

import csv
from html import escape

import pytest

from governance.names import Names
from news.checker import Draft, Kind, Knowledge, check
from tests.archive import ROOT
from tests.news.test_names_archive import known_people

FOLDER = ROOT / "tests" / "data" / "written"
#: What is said of the whole release is told by other tests, what no rule looks for is not counted.
NOT_COUNTED = {Kind.NO_LEAD, Kind.NO_IMAGE, Kind.NO_CATEGORY, Kind.NO_ALT, Kind.NEAR_DUPLICATE}
#: Whose texts a set holds, and their numbers.
SETS = {"a": ("rn", range(1, 6)), "b": ("rn", range(6, 11)), "c": ("sd", range(1, 7))}
SETS |= {name: (name, range(1, 13)) for name in "efghi"}
#: Held back for good: no rule may learn from what is missed here.
SETS |= {"j": ("jk", range(1, 13))}
OTHER = "spelling-other"
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.9


def labels(of):
    with (FOLDER / "findings.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["set"] == of]


def lines_of(name):
    return [
        line for line in (FOLDER / f"{name}.txt").read_text("utf-8").split("\n") if line.strip()
    ]


def texts(of):
    return [f"{who}{number}" for who in SETS[of][0] for number in SETS[of][1]]


def findings(name):
    """(kinds, line, start, end, words) of everything that is said of a text."""
    title, *body = lines_of(name)
    html = "".join(f"<p>{escape(line)}</p>" for line in body)
    knowledge = Knowledge(Names(people=tuple(known_people(with_variants=True))))
    for one in check(Draft(1, title, body=html), knowledge):
        if one.kind not in NOT_COUNTED:
            yield {one.kind}, one.line, one.start, one.start + len(one.fragment), one.fragment


def truth(of, name):
    lines = lines_of(name)
    for row in labels(of):
        if row["text"] == name:
            line = int(row["line"])
            start = lines[line].index(row["fragment"])
            kinds = {row["kind"], *row["also"].split()}
            yield kinds, line, start, start + len(row["fragment"]), row["fragment"]


def meets(one, other):
    return (
        bool(one[0] & other[0]) and one[1] == other[1] and one[2] < other[3] and other[2] < one[3]
    )


def measured(of):
    """(recall, precision, a report of every miss and false alarm)."""
    missed, alarms, right, said = [], [], 0, 0
    for name in texts(of):
        true, seen = list(truth(of, name)), list(findings(name))
        counted = [label for label in true if label[0] != {OTHER}]
        right += len(counted)
        said += len(seen)
        missed += [(name, *label) for label in counted if not any(meets(label, s) for s in seen)]
        alarms += [(name, *one) for one in seen if not any(meets(one, label) for label in true)]
    recall, precision = 1 - len(missed) / right, 1 - len(alarms) / said
    lines = [
        f"{of}: {right} labels, {said} findings, recall {recall:.3f}, precision {precision:.3f}"
    ]
    lines += [f"missed: {one}" for one in missed] + [f"false alarm: {one}" for one in alarms]
    return recall, precision, "\n".join(lines)


@pytest.mark.parametrize("of", SETS)
def test_findings_are_those_of_the_readers(of):
    recall, precision, report = measured(of)
    assert recall >= LEAST_RECALL and precision >= LEAST_PRECISION, report


def test_labels_are_of_known_kinds_and_clean_texts_have_none():
    rows = [row for of in SETS for row in labels(of)]
    assert {row["kind"] for row in rows} <= {*Kind.values, OTHER}
    clean = {path.stem for path in FOLDER.glob("*.txt")} - {row["text"] for row in rows}
    of_a_pair = {"e2", "e9", "f4", "f11", "g4", "g9", "h4", "h10", "i2", "i8"}
    of_a_pair |= {"j5", "j9", "k5", "k9"}
    assert clean == {"n3", "n9", "d3", "s4"} | of_a_pair
    assert [one for name in clean for one in findings(name)] == []
