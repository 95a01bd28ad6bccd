"""The index on SQLite: an FTS5 table without contents, whose row numbers are the keys of entries.

It holds terms only, not their places, and takes no deletions (Debian's SQLite is 3.40): what was
changed gets a new key, and the old one is found no more because its entry is gone. Keys are never
used twice; `rebuild_search` makes the table small again.
"""

from ampcpp.search.terms import facet

TABLE = "ampcpp_searchterms"
MADE = f"""
    CREATE VIRTUAL TABLE {TABLE} USING fts5(terms, content='', detail=none, tokenize='ascii')
"""
DROPPED = f"DROP TABLE {TABLE}"


def free_key(cursor, first):
    """The first key from ``first`` on that was never used."""
    cursor.execute(
        f"SELECT coalesce(max(id) + 1, %s) FROM {TABLE}_docsize WHERE id BETWEEN %s AND %s",
        [first, first, first + 1023],
    )
    (key,) = cursor.fetchone()
    while key >= first + 1024 and is_used(cursor, key):
        key += 1
    return key


def is_used(cursor, key):
    cursor.execute(f"SELECT 1 FROM {TABLE}_docsize WHERE id = %s", [key])
    return cursor.fetchone() is not None


def write(cursor, first, entry, terms, pairs):
    """Under a free key from ``first`` on."""
    key = free_key(cursor, first)
    cursor.execute(
        "INSERT INTO ampcpp_searchentry"
        " (key, kind, number, part, public_from, public_until, digest)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        [key, *entry],
    )
    words = " ".join([*sorted(terms), *(facet("p", number) for number in sorted(pairs))])
    cursor.execute(f"INSERT INTO {TABLE} (rowid, terms) VALUES (%s, %s)", [key, words])


def change(cursor, key, entry, terms, pairs):
    """Under another key of the same minute: what was under this one is found no more."""
    cursor.execute("DELETE FROM ampcpp_searchentry WHERE key = %s", [key])
    write(cursor, key - key % 1024, entry, terms, pairs)


def clear(cursor):
    cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')")


def tidy(cursor):
    cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")
    cursor.execute("ANALYZE ampcpp_searchentry")


def found(condition, public_at=None):
    """The end of a SELECT on the entries that answer, and its parameters; only those that are
    public at that moment, if it is given."""
    tables = f"{TABLE} CROSS JOIN ampcpp_searchentry ON key = {TABLE}.rowid"
    end, params = f"FROM {tables} WHERE {TABLE} MATCH %s", [match(condition)]
    if public_at is None:
        return end, params
    times = "public_from <= %s AND (public_until IS NULL OR public_until > %s)"
    return f"{end} AND {times}", [*params, public_at, public_at]


def match(condition):
    """An expression of FTS5; every term stands in quotes, so nothing in it is an operator."""
    every = [*condition.every, *((facet("p", number),) for number in sorted(condition.pairs))]
    groups = (all_of(group) for group in condition.unless)
    return " NOT ".join([all_of(every), *groups])


def all_of(every):
    return "(" + " AND ".join(map(one_of, every)) + ")"


def one_of(terms):
    return "(" + " OR ".join(map(quoted, terms)) + ")"


def quoted(term):
    return f'"{term[:-1]}" *' if term.endswith("*") else f'"{term}"'


def some(cursor, condition, rows, public_at):
    """The numbers of so many rows that answer, in no order."""
    end, params = found(condition, public_at)
    cursor.execute(f"SELECT number {end} LIMIT %s", [*params, rows])
    return [number for (number,) in cursor.fetchall()]


def newest(cursor, condition, part):
    """FTS5 walks down its row numbers by itself."""
    end, params = found(condition, part.public_at)
    if part.before is not None:
        end, params = f"{end} AND {TABLE}.rowid < %s", [*params, part.before]
    end = f"{end} ORDER BY {TABLE}.rowid DESC LIMIT %s"
    cursor.execute(f"SELECT key, number {end}", [*params, part.rows])
    return cursor.fetchall()


newest_of_many = newest
