"""What is checked, free of the database and of forms."""

import datetime
import html
import re
from dataclasses import dataclass
from functools import cached_property

from ampcpp.arabic import words
from news.checker.finding import Finding

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
END_OF_LINE = re.compile(r"<\s*br\s*/?>|</\s*(?:p|li|td|th|tr|h[1-6])\s*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
NEW_LINE = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


@dataclass(frozen=True)
class Line:
    """A line of plain text, and where it stands."""

    place: str
    number: int
    text: str

    @cached_property
    def words(self):
        return words(self.text)

    def word_start(self, place):
        """Where the signs without a space begin that end at ``place``."""
        while place > 0 and not self.text[place - 1].isspace():
            place -= 1
        return place

    def word_end(self, place):
        """Where the signs without a space end that begin at ``place``."""
        while place < len(self.text) and not self.text[place].isspace():
            place += 1
        return place

    def finding(self, kind, start, end, right="", detail=""):
        """That ``kind`` of finding at ``text[start:end]``."""
        fragment = self.text[start:end]
        return Finding(kind, self.place, self.number, fragment, right, detail, start)


@dataclass(frozen=True)
class Draft:
    """A release as it is written, saved or not. ``photos`` tells of each whether it has its
    alternative text or is decorative; ``day`` is the event's, else the publication's."""

    number: int | None = None
    title: str = ""
    lead: str = ""
    body: str = ""
    has_category: bool = True
    photos: tuple[bool, ...] = ()
    day: datetime.date | None = None

    @classmethod
    def of(cls, release):
        """That of a saved release, in Arabic; a copy stands for the release that it changes."""
        photos = release.photos.all() if release.pk else ()
        return cls(
            number=release.copy_of_id or release.pk,
            title=release.title_ar or "",
            lead=release.lead_ar or "",
            body=release.body_ar or "",
            has_category=release.category_id is not None,
            photos=tuple(bool(one.alternative_text_ar) or one.is_decorative for one in photos),
            day=release.day,
        )

    @cached_property
    def lines(self):
        """Every `Line` that is not empty: the title, the lead, those of the body."""
        lines = [Line("title", 0, plain(self.title)), Line("lead", 0, plain(self.lead))]
        lines += [Line("body", place, text) for place, text in enumerate(lines_of(self.body), 1)]
        return tuple(line for line in lines if line.text)


def lines_of(source):
    """The lines of HTML that are not empty, as plain text."""
    pieces = END_OF_LINE.split(COMMENT.sub("", source))
    return [line for piece in pieces if (line := plain(html.unescape(TAG.sub("", piece))))]


def plain(text):
    """Without line breaks of the source, which nobody sees."""
    return NEW_LINE.sub(" ", text).strip()
