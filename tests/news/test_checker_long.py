"""Texts that nobody writes, as long as the checker looks at: they too have an answer at once. What
takes the square of their length would take minutes here."""

import pytest

from governance.names import KnownPerson, Names
from news.advice import MOST_BYTES
from news.checker import Draft, Knowledge, check

ZELLMAT = KnownPerson(number=8, name_ar="لحسن زلماط")


def findings(piece):
    text = piece * (MOST_BYTES // len(piece.encode()))
    found = check(Draft(body=text, lead="مقدمة", photos=(True,)), Knowledge(Names((ZELLMAT,))))
    return [one.fragment for one in found]


@pytest.mark.parametrize(
    "piece", ["-", "–", "- ", "«", "»", '"', "ب", "ا", "و", "1", "2022 ", "1 ", "ب ", "(", "<", "&"]
)
def test_of_one_sign(piece):
    assert findings(piece) == []


@pytest.mark.parametrize(
    ("piece", "fragment", "count"),
    [
        ("بب -بب ", "بب -بب", 9090),
        ("ب مقر ", "ب مقر", 10_000),
        ("لحسن زلمط، ", "لحسن زلمط", 5001),
        ("“", "““", 16666),
        ("لحسن زلماط ", "لحسن زلماط", 1),
    ],
)
def test_of_one_slip(piece, fragment, count):
    found = findings(piece)
    assert found.count(fragment) == count, (found[:3], len(found))
