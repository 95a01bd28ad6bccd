"""One page of what answers a question, and how many there are."""

from typing import NamedTuple

from ampcpp.search import index


class Results(NamedTuple):
    """``numbers`` of the rows of this page; ``matches``: the numbers of all rows that answer, in no
    order, or of some more than `index.MOST`; ``following``: where the next page begins, or None."""

    numbers: list
    matches: list
    following: str | None

    @property
    def count(self):
        """How many answer, exactly; None when there are more than `index.MOST`."""
        return counted(self.matches)


def counted(matches):
    return len(matches) if len(matches) <= index.MOST else None


def count(question, *facets):
    """How many answer, without finding their rows; None when there are more than `index.MOST`."""
    return counted(index.some(question.condition(*facets)))


def find(question, *facets, language, rows, by_relevance=False, after=None):
    """The first ``rows`` that answer, or those from ``after`` on, which an earlier page gave as its
    ``following``. Raises ValueError for an ``after`` that no page gave."""
    matches = index.some(question.condition(*facets))
    tiers = question.tiers(*facets, language=language, by_relevance=by_relevance)
    tier, before = place_of(after, len(tiers)) if after else (0, None)
    found = []  # (tier, key, number)
    most = rows + 1 if after else min(rows + 1, len(matches))
    while tier < len(tiers) and len(found) < most:
        wanted, is_common = rows + 1 - len(found), len(matches) > index.MOST
        part = index.newest(tiers[tier], wanted, before, is_common)
        found += [(tier, key, number) for key, number in part]
        tier, before = tier + 1, None
    following = "{}.{}".format(*found[rows - 1]) if len(found) > rows else None
    return Results([number for _tier, _key, number in found[:rows]], matches, following)


def place_of(after, tiers):
    """The tier and the key that a ``following`` stands for."""
    tier, _, key = after.partition(".")
    tier, key = int(tier), int(key)
    if not (0 <= tier < tiers and 0 <= key < 1 << 62):
        raise ValueError(after)
    return tier, key
