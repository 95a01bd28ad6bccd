"""The search: one index over everything that has a page, on SQLite and on PostgreSQL alike.

`terms` says what of a text is kept, `question` what is looked for, `index` keeps and finds it, and
`searchable` is what a model inherits. Why an index of our own: `docs/decisions/0021`.
"""

from ampcpp.search.searchable import ALWAYS, Searchable, SearchableQuerySet, SearchedWith

__all__ = ["ALWAYS", "Searchable", "SearchableQuerySet", "SearchedWith"]
