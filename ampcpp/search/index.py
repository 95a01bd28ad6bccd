"""Keeps what can be found and finds it again, newest first, in SQLite's FTS5 or PostgreSQL's GIN.

An entry is a row's place in the index. Its key is the minute by which it is ordered and a number
that makes it unique, so that the newest are the largest keys and a page begins below a key. Only
`sqlite` and `postgresql` know how terms are stored; both give the same answers.
"""

import datetime
import hashlib
from typing import NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from ampcpp.search import postgresql, sqlite
from ampcpp.search.question import Part

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
EPOCH = datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC)
#: How many entries of one minute have keys of their own; more of them take those of the next.
OF_A_MINUTE = 1 << 10
#: A count is exact up to here: «more than 1,000» is all that a reader needs to know.
MOST = 1_000


def engine():
    return ENGINES[connection.vendor]


def minute_of(moment):
    """Whole minutes since 1900; 0 for None, so that what has no moment comes last."""
    return max(0, int((moment - EPOCH).total_seconds()) // 60) if moment else 0


def stored(moment):
    """As the database compares moments: SQLite only knows text, and all of it in one zone."""
    return connection.ops.adapt_datetimefield_value(moment)


def digest_of(terms, pairs):
    """64 bits, signed, by which one sees that nothing has changed."""
    whole = " ".join([*sorted(terms), *map(str, sorted(pairs))])
    return int.from_bytes(hashlib.blake2b(whole.encode(), digest_size=8).digest(), signed=True)


class Row(NamedTuple):
    """What the index is told of a row: ``found_at`` orders it, the public may find it between
    ``public_from`` and ``public_until``; each of these may be None."""

    kind: str
    number: int
    found_at: datetime.datetime | None
    public_from: datetime.datetime | None
    terms: set
    pairs: set
    public_until: datetime.datetime | None = None


def keep(*parts):
    """Puts a row into the index, or what has changed of it; within the caller's transaction. It
    has several parts where its words change at moments to come."""
    kind, number, *_others = parts[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT part, key, digest FROM ampcpp_searchentry WHERE kind = %s AND number = %s",
            [kind, number],
        )
        known = {part: entry for part, *entry in cursor.fetchall()}
        for part, row in enumerate(parts):
            keep_part(cursor, part, row, *known.pop(part, (None, None)))
        for key, _digest in known.values():
            cursor.execute("DELETE FROM ampcpp_searchentry WHERE key = %s", [key])


def keep_part(cursor, part, row, key, known):
    """Under the ``key`` that it has, if any, with the digest ``known`` of it."""
    minute, digest = minute_of(row.found_at), digest_of(row.terms, row.pairs)
    times = stored(row.public_from), stored(row.public_until)
    entry = (row.kind, row.number, part, *times, digest)
    if key is None:
        engine().write(cursor, minute * OF_A_MINUTE, entry, row.terms, row.pairs)
    elif key // OF_A_MINUTE != minute:
        cursor.execute("DELETE FROM ampcpp_searchentry WHERE key = %s", [key])
        engine().write(cursor, minute * OF_A_MINUTE, entry, row.terms, row.pairs)
    elif known != digest:
        engine().change(cursor, key, entry, row.terms, row.pairs)
    else:
        cursor.execute(
            "UPDATE ampcpp_searchentry SET public_from = %s, public_until = %s WHERE key = %s",
            [*times, key],
        )


def forget(kind, number):
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ampcpp_searchentry WHERE kind = %s AND number = %s", [kind, number]
        )


def clear():
    """Empties the index."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ampcpp_searchentry")
        engine().clear(cursor)


def tidy():
    """After very many rows: makes the index as small and fast as it can be."""
    with connection.cursor() as cursor:
        engine().tidy(cursor)


def numbers(condition):
    """The numbers of the rows that answer, public or not, as a subquery."""
    found, params = engine().found(condition)
    return RawSQL(f"SELECT number {found}", params)


def some(condition):
    """The numbers of the public rows that answer, in no order, and at most one more than `MOST`."""
    with connection.cursor() as cursor:
        return engine().some(cursor, condition, MOST + 1, stored(timezone.now()))


def newest(condition, rows, before=None, is_common=False):
    """The first ``rows`` public ones that answer, as ``(key, number)``, those with the largest keys
    first and only keys below ``before``. ``is_common``: more than `MOST` rows answer."""
    with connection.cursor() as cursor:
        part = Part(rows, before, stored(timezone.now()))
        find = engine().newest_of_many if is_common else engine().newest
        return find(cursor, condition, part)
