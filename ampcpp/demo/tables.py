"""Rows of CSV tables and texts of HTML files, and errors that name the file and the line."""

import csv
import datetime
import re
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils import timezone

from ampcpp.languages import LANGUAGES

TEXT = re.compile(
    r"\s*<h1>(?P<title>.+?)</h1>\s*(?:<p class=\"lead\">(?P<lead>.+?)</p>)?(?P<body>.*)", re.DOTALL
)


class ContentError(Exception):
    """Something in the content that cannot be loaded; says where."""


class Row(dict):
    """A line of a table: strings by column, with readers for what is not a string."""

    def __missing__(self, column):
        raise ValueError(f"the table has no column «{column}»")

    def translated(self, *fields):
        """The values of `<field>_<language>` columns, as keyword arguments."""
        columns = [f"{field}_{code}" for field in fields for code in LANGUAGES]
        return {column: self.get(column, "") for column in columns}

    def date(self, column):
        return datetime.date.fromisoformat(self[column]) if self[column] else None

    def time(self, column):
        return datetime.time.fromisoformat(self[column]) if self[column] else None

    def moment(self, column):
        """A moment written as Morocco's clocks showed it."""
        return timezone.make_aware(datetime.datetime.fromisoformat(self[column]))

    def yes(self, column):
        if self[column] not in ("yes", "no"):
            raise ValueError(f"«{column}» is yes or no, not «{self[column]}»")
        return self[column] == "yes"

    def lines(self, *columns):
        """Cells that hold a list, as one item on each line; lines end as browsers send them."""
        return {column: self[column].replace("|", "\r\n") for column in columns}


class Content:
    """A folder of content."""

    def __init__(self, folder):
        self.folder = folder

    def rows(self, name):
        """Every row of a table; what goes wrong while one is used is told with its line."""
        with self.at(name, 1):
            lines = (self.folder / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
        reader = csv.DictReader(lines)
        for cells in reader:
            with self.at(name, reader.line_num):
                if None in cells or None in cells.values():
                    raise ValueError("the line has more or fewer cells than the heading")
            yield reader.line_num, Row(cells)

    def each(self, name, load):
        """Calls ``load(row)`` for every row of a table."""
        for line, row in self.rows(name):
            with self.at(name, line):
                load(row)

    @contextmanager
    def at(self, name, line):
        try:
            yield
        except KeyError as error:
            raise ContentError(f"{name}, line {line}: unknown key {error}") from error
        except ValidationError as error:
            raise ContentError(f"{name}, line {line}: {'; '.join(error.messages)}") from error
        except (ValueError, OSError) as error:
            raise ContentError(f"{name}, line {line}: {error}") from error

    def texts(self, stem, title="title", lead="lead", body="body"):
        """Title, lead and body of `<stem>.<language>.html` in each language there is."""
        texts = {}
        for code in LANGUAGES:
            path = self.folder / f"{stem}.{code}.html"
            if code == "ar" or path.exists():
                match = TEXT.fullmatch(path.read_text(encoding="utf-8"))
                if not match:
                    raise ValueError(f"{path.name} does not begin with <h1>")
                parts = {title: match["title"], lead: match["lead"], body: match["body"]}
                texts |= {f"{k}_{code}": (v or "").strip() for k, v in parts.items() if k}
        return texts
