"""The index on PostgreSQL: one GIN index over the terms and the pairs of each entry.

The terms are kept as text with one byte for a letter, a sixth of the size of a tsvector. Nothing is
ever read from them: the index alone answers.
"""

from ampcpp.search.terms import facet

TABLE = "ampcpp_searchentry"
MADE = [
    f"ALTER TABLE {TABLE} ADD terms bytea NOT NULL, ADD pairs integer[] NOT NULL",
    # Not SQL, which is unfolded and then counted as cheap: read row by row it takes seconds.
    """
    CREATE FUNCTION ampcpp_search_terms(bytea) RETURNS tsvector IMMUTABLE STRICT COST 1000
    LANGUAGE plpgsql AS 'BEGIN RETURN convert_from($1, ''ISO_8859_6'')::tsvector; END'
    """,
    # What was saved last waits in a list, which every search reads: 256 kB, not 4 MB.
    f"""
    CREATE INDEX ampcpp_searchentry_terms ON {TABLE}
    USING gin (ampcpp_search_terms(terms), pairs) WITH (gin_pending_list_limit = 256)
    """,
]
DROPPED = [
    "DROP INDEX ampcpp_searchentry_terms",
    f"ALTER TABLE {TABLE} DROP terms, DROP pairs",
    "DROP FUNCTION ampcpp_search_terms",
]
#: How many keys make a month of thirty days, which is a term as well.
MONTH = 30 * 24 * 60 << 10


def free_key(cursor, first):
    """The first key from ``first`` on that no entry has."""
    cursor.execute(
        f"SELECT coalesce(max(key) + 1, %s) FROM {TABLE} WHERE key BETWEEN %s AND %s",
        [first, first, first + 1023],
    )
    (key,) = cursor.fetchone()
    while key >= first + 1024 and is_used(cursor, key):
        key += 1
    return key


def is_used(cursor, key):
    cursor.execute(f"SELECT 1 FROM {TABLE} WHERE key = %s", [key])
    return cursor.fetchone() is not None


def write(cursor, first, entry, terms, pairs):
    """Under a free key from ``first`` on."""
    key = free_key(cursor, first)
    cursor.execute(
        f"INSERT INTO {TABLE}"
        " (key, kind, number, part, public_from, public_until, digest, terms, pairs)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [key, *entry, words_of(key, terms), array_of(pairs)],
    )


def change(cursor, key, entry, terms, pairs):
    """What is under that key."""
    *_part, public_from, public_until, digest = entry
    cursor.execute(
        f"UPDATE {TABLE} SET public_from = %s, public_until = %s, digest = %s, terms = %s,"
        " pairs = %s WHERE key = %s",
        [public_from, public_until, digest, words_of(key, terms), array_of(pairs), key],
    )


def words_of(key, terms):
    return in_bytes(" ".join(sorted({*terms, facet("m", key // MONTH)})))


def array_of(pairs):
    """As one literal: PostgreSQL parses each number of an ARRAY[…] by itself, half of an UPDATE."""
    return "{" + ",".join(map(str, sorted(pairs))) + "}"


def in_bytes(text):
    """A letter that the Arabic alphabet of ISO lacks is written by its number."""
    return text.encode("iso8859_6", "xmlcharrefreplace")


def clear(cursor):
    """Nothing is left when the entries are gone."""


def tidy(cursor):
    """Made at once the index is a third smaller."""
    cursor.execute("REINDEX INDEX ampcpp_searchentry_terms")
    cursor.execute(f"ANALYZE {TABLE}")


def found(condition, public_at=None):
    """The end of a SELECT on the entries that answer, and its parameters; only those that are
    public at that moment, if it is given."""
    end = f"FROM {TABLE} WHERE ampcpp_search_terms(terms) @@ %s::tsquery"
    params = [match(condition)]
    if condition.pairs:
        end, params = f"{end} AND pairs @> %s::integer[]", [*params, array_of(condition.pairs)]
    if public_at is None:
        return end, params
    times = "public_from <= %s AND (public_until IS NULL OR public_until > %s)"
    return f"{end} AND {times}", [*params, public_at, public_at]


def match(condition):
    """A tsquery; every term stands in quotes, so nothing in it is an operator."""
    groups = (f"!{all_of(group)}" for group in condition.unless)
    return " & ".join([all_of(condition.every), *groups])


def all_of(every):
    return "(" + " & ".join(map(one_of, every)) + ")"


def one_of(terms):
    return "(" + " | ".join(map(quoted, terms)) + ")"


def quoted(term):
    word = in_bytes(term.removesuffix("*")).decode("iso8859_6")
    return f"'{word}':*" if term.endswith("*") else f"'{word}'"


def some(cursor, condition, rows, public_at):
    """The numbers of so many rows that answer, in no order. Where nearly all do, PostgreSQL would
    read the table from its beginning, which takes ten times as long as the index: it is told not
    to, for this one statement. Within a transaction that would hold for all that follow, and what
    cannot but read a table then seems so dear that it is compiled first, for 50 ms and more."""
    end, params = found(condition, public_at)
    by_index = "" if cursor.db.in_atomic_block else "SET LOCAL enable_seqscan = off; "
    cursor.execute(f"{by_index}SELECT number {end} LIMIT %s", [*params, rows])
    return [number for (number,) in cursor.fetchall()]


def newest(cursor, condition, part):
    """`OFFSET 0` keeps PostgreSQL from walking down the keys until it meets an answer."""
    end, params = found(condition, part.public_at)
    if part.before is not None:
        end, params = f"{end} AND key < %s", [*params, part.before]
    cursor.execute(
        f"SELECT * FROM (SELECT key, number {end} OFFSET 0) found ORDER BY key DESC LIMIT %s",
        [*params, part.rows],
    )
    return cursor.fetchall()


def newest_of_many(cursor, condition, part):
    """A GIN index gives its rows in no order, and to sort all would take long: first only those of
    the last month, then of four months before it and of sixteen before those, and only then all."""
    cursor.execute(f"SELECT max(key) FROM {TABLE}")
    (last,) = cursor.fetchone()
    before = min(last + 1, part.before or last + 1)
    month, rows = (before - 1) // MONTH, []
    for span in (1, 4, 16):
        months = tuple(facet("m", month - back) for back in range(span))
        window = condition.narrowed_to_one(months)
        rows += newest(cursor, window, part._replace(rows=part.rows - len(rows)))
        if len(rows) == part.rows:
            return rows
        month -= span
    rest = part._replace(rows=part.rows - len(rows), before=min(before, (month + 1) * MONTH))
    return rows + newest(cursor, condition, rest)
