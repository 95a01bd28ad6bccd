"""People found in the archive's own texts, against what two readers found by hand."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from governance.names import KnownPerson, Names
from tests.archive import HELD_BACK, posts

ROOT = Path(__file__).resolve().parent.parent.parent
LABELS = ROOT / "tests" / "data" / "archive" / "mentions.csv"
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.98
OTHER = "other"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known_people(with_variants):
    """The people of the demo site. Without their recorded spellings the rules stand alone."""
    for number, row in enumerate(rows(ROOT / "content" / "people.csv")):
        variants = tuple(filter(None, row["variants"].split("|"))) if with_variants else ()
        yield KnownPerson(number, row["name"], (row["latin_name"],), variants, row["gender"])


def roster():
    """The name in the official list of 2022 → the name on the site."""
    people = {row["key"]: row["name"] for row in rows(ROOT / "content" / "people.csv")}
    seats = [row for row in rows(ROOT / "content" / "seats.csv") if row["mandate"] == "2022-01-29"]
    return {row["source_name"]: people[row["person"]] for row in seats}


def labelled(is_held_back):
    """(post, line, person) → how many times; those outside the roster are `OTHER`."""
    names = roster()
    return Counter(
        (int(row["post"]), int(row["line"]), names.get(row["person"], OTHER))
        for row in rows(LABELS)
        if (int(row["post"]) in HELD_BACK) == is_held_back
    )


def found(is_held_back, with_variants):
    """The same of what the rules see; a person of the site outside the roster is `OTHER`."""
    people = tuple(known_people(with_variants))
    names, on_roster = Names(people=people), set(roster().values())
    by_number = {person.number: person.name_ar for person in people}
    counted = Counter()
    for post in posts():
        if (post.number in HELD_BACK) == is_held_back:
            text = "\n".join(post.lines)
            for one in names.sightings(text):
                line, name = text.count("\n", 0, one.start), by_number[one.number]
                counted[post.number, line, name if name in on_roster else OTHER] += 1
    return counted


@pytest.mark.parametrize("with_variants", [True, False], ids=["recorded", "unrecorded"])
@pytest.mark.parametrize("is_held_back", [False, True], ids=["tuning", "held-back"])
def test_people_of_the_roster(is_held_back, with_variants):
    truth, seen = labelled(is_held_back), found(is_held_back, with_variants)
    alarms = seen - truth  # of others too: nobody is seen where no person is named
    missed = Counter({key: n for key, n in (truth - seen).items() if key[2] != OTHER})
    all_named = sum(n for key, n in truth.items() if key[2] != OTHER)
    recall = 1 - missed.total() / all_named
    precision = 1 - alarms.total() / seen.total()
    report = (
        f"recall {recall:.3f}, precision {precision:.3f}\n"
        f"missed: {sorted(missed.elements())}\nfalse alarms: {sorted(alarms.elements())}"
    )
    assert (recall >= LEAST_RECALL, precision >= LEAST_PRECISION) == (True, True), report


def test_both_halves_name_people():
    assert all(
        sum(n for key, n in labelled(half).items() if key[2] != OTHER) > 10
        for half in (False, True)
    )
