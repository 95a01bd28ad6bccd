"""The association's archive, read for tests; its texts are not in this repository.

Its folder is `AMPCPP_ARCHIVE`, else `../shared/archive`. Where it is absent the tests that ask for
it are reported as not run; with CI=true they fail.
"""

import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("AMPCPP_ARCHIVE") or ROOT.parent / "shared" / "archive")
EXPORT = FOLDER / "ampcpp.wxr.xml"
SPACES = {
    "content": "{http://purl.org/rss/1.0/modules/content/}",
    "wp": "{http://wordpress.org/export/1.2/}",
}
ENDS_A_LINE = re.compile(r"(?i)<\s*br\s*/?>|</\s*(?:p|li|td|th|tr|h[1-6])\s*>|\n")
TAG = re.compile(r"<[^>]*>")

#: Posts whose labels nobody read while the rules were written (tests/data/archive/README.md).
HELD_BACK = frozenset({102, 104, 106, 108, 110, 112, 116})


@dataclass(frozen=True)
class Post:
    """One article of the export. ``written_at`` is naive, in Casablanca's time."""

    number: int
    title: str
    content: str = field(repr=False)
    category: str
    written_at: datetime

    @property
    def lines(self):
        """The title, then the lines of the text that are not empty."""
        lines = (TAG.sub("", line).strip() for line in ENDS_A_LINE.split(self.content))
        return [self.title, *filter(None, lines)]

    @property
    def html(self):
        """Its text in our vocabulary's paragraphs."""
        return "".join(f"<p>{line}</p>" for line in self.lines[1:])


def posts():
    """Every article, the oldest number first; skips the test (fails in CI) without the archive."""
    if not EXPORT.exists():
        missing = f"the archive is not in {FOLDER}: set AMPCPP_ARCHIVE"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(f"not run: {missing}")
    items = ElementTree.parse(EXPORT).getroot().iter("item")
    return sorted(map(post_of, items), key=lambda post: post.number)


def post_of(item):
    return Post(
        number=int(item.findtext(f"{SPACES['wp']}post_id")),
        title=item.findtext("title"),
        content=item.findtext(f"{SPACES['content']}encoded"),
        category=item.findtext("category"),
        written_at=datetime.fromisoformat(item.findtext(f"{SPACES['wp']}post_date")),
    )
