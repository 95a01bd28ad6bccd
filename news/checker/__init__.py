"""Advice on an Arabic release: what an editor would mend before it is published. Never a wall.

`check` is pure: a `Draft` and what is known go in, findings come out in the order of the text.
"""

from itertools import chain

from news.checker.dates import outside_programme, wrong_days
from news.checker.debris import debris, told_once
from news.checker.draft import Draft
from news.checker.finding import Finding, Kind
from news.checker.glue import glued
from news.checker.joined import apart
from news.checker.knowledge import Earlier, Knowledge
from news.checker.marks import hidden_marks, latin_marks
from news.checker.months import mixed_months
from news.checker.names import sightings, spellings, without_titles
from news.checker.quotes import mixed_quotes, unpaired_quotes
from news.checker.spacing import spaces
from news.checker.whole import long_title, missing, near_duplicate
from news.checker.years import impossible_years

__all__ = ["Draft", "Earlier", "Finding", "Kind", "Knowledge", "check"]

PLACES = ["title", "lead", "body", ""]
#: What needs nothing but the draft.
RULES = [
    *(long_title, wrong_days, outside_programme, mixed_months, impossible_years),
    *(glued, apart, spaces, mixed_quotes, unpaired_quotes, latin_marks, hidden_marks),
    *(debris, missing),
]


def check(draft, knowledge):
    """Every `Finding`: those of the title, the lead and the lines of the body, then those of the
    whole."""
    seen = list(sightings(draft, knowledge.names))
    found = chain(
        *(rule(draft) for rule in RULES),
        spellings(seen),
        without_titles(seen),
        near_duplicate(draft, knowledge.earlier),
    )
    return sorted(told_once(found), key=lambda one: (PLACES.index(one.place), one.line, one.start))
