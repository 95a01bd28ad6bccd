"""What the checker knows besides the text: people's names and the other releases."""

from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from ampcpp.search import index
from ampcpp.search.question import ask
from governance.names import Names
from news.checker.draft import Draft
from news.checker.shingles import passages_of, shingles_of

#: A release nearly the same as another one shares some of these passages with it, and then only
#: the few that do are compared.
PASSAGES, WORDS_OF_PASSAGE = 5, 8
MOST_EARLIER = 20


@dataclass(frozen=True)
class Earlier:
    """Another release; ``shingles`` is its text as `shingles_of` sees it."""

    number: int
    title: str
    shingles: frozenset

    @classmethod
    def of(cls, draft):
        return cls(draft.number, draft.title, shingles_of(draft))


@dataclass(frozen=True)
class Knowledge:
    names: Names = Names()
    earlier: tuple[Earlier, ...] = ()

    @classmethod
    def load(cls, draft=None):
        """From the database, in three queries. With a draft only those releases that share a
        passage with it."""
        return cls(Names.load(), earlier_than(draft) if draft else ())


def earlier_than(draft):
    """The newest releases that hold a passage of a draft and have a smaller number, as the index
    of the search tells; all of them for a draft without a number. One query."""
    from news.models import Release  # the rest of this package needs no database

    passages = passages_of(draft, PASSAGES, WORDS_OF_PASSAGE) if shingles_of(draft) else ()
    if not passages:
        return ()
    kind = Release.kind_term()
    holding = [index.numbers(ask(f'"{passage}"').condition(kind)) for passage in passages]
    either = RawSQL(
        " UNION ".join(one.sql for one in holding), [each for one in holding for each in one.params]
    )
    rows = Release.objects.filter(pk__in=either, trashed_at=None, copy_of=None)
    if draft.number:
        rows = rows.filter(number__lt=draft.number)
    texts = rows.order_by("-number").values_list("number", "title_ar", "lead_ar", "body_ar")
    return tuple(
        Earlier.of(Draft(number, *(text or "" for text in row)))
        for number, *row in texts[:MOST_EARLIER]
    )
