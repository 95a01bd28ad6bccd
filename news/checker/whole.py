"""What is said of the whole release: a long title, what is missing, that it is there already."""

from news.checker.finding import Finding, Kind
from news.checker.shingles import resemblance, shingles_of

LONGEST_TITLE = 90
#: From this share of common shingles on two texts are nearly the same.
ALIKE = 0.5


def long_title(draft):
    for line in draft.lines:
        if line.place == "title" and len(line.text) > LONGEST_TITLE:
            length = str(len(line.text))
            yield line.finding(Kind.LONG_TITLE, 0, len(line.text), detail=length)


def missing(draft):
    if not draft.lead.strip():
        yield Finding(Kind.NO_LEAD)
    if not draft.has_category:
        yield Finding(Kind.NO_CATEGORY)
    if not draft.photos:
        yield Finding(Kind.NO_IMAGE)
    if without := draft.photos.count(False):
        yield Finding(Kind.NO_ALT, detail=str(without))


def near_duplicate(draft, earlier):
    """The one that it is most like."""
    shingles = shingles_of(draft)
    alike = {other: resemblance(shingles, other.shingles) for other in earlier}
    other = max(alike, key=alike.get, default=None)
    if other and alike[other] >= ALIKE:
        yield Finding(Kind.NEAR_DUPLICATE, detail=f"{other.number} «{other.title}»")
