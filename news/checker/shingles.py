"""How much two texts have in common: the share of their stretches of a few words.

A. Broder, “On the resemblance and containment of documents” (1997), with words folded.
"""

from ampcpp.search.terms import words_of

WORDS = 4
#: Two short texts have little to compare: a usual sentence or two.
FEWEST = 12


def shingles_of(draft):
    """Every four neighbouring words of a draft's lead and body; none of a short one."""
    words = words_of("\n".join(line.text for line in draft.lines if line.place != "title"))
    found = frozenset(" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
    return found if len(found) >= FEWEST else frozenset()


def passages_of(draft, count, length):
    """So many stretches of ``length`` words, spread over the body; none of a short one."""
    words = words_of("\n".join(line.text for line in draft.lines if line.place == "body"))
    rest = len(words) - length
    if rest < 0:
        return []
    starts = dict.fromkeys(rest * at // max(count - 1, 1) for at in range(count))
    return [" ".join(words[start : start + length]) for start in starts]


def resemblance(one, other):
    """From 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0
