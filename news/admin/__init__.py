"""The admin of the news: a release on one page, and the categories."""

from news.admin import categories, releases  # noqa: F401 (registers)
