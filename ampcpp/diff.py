"""What changed between two texts, word by word; pure functions."""

import difflib
import re
from html import unescape

from django.utils.html import format_html, format_html_join

BLOCK = re.compile(r"</(?:p|h[1-6]|li|blockquote|t[dhr])>|<br\s*/?>", re.IGNORECASE)
ITEM = re.compile(r"<li[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\n|[^\S\n]+|[^\s]+")


def to_lines(source):
    """Sanitised HTML as plain text, a line for each block and «•» before what is listed."""
    text = unescape(TAG.sub("", ITEM.sub("• ", BLOCK.sub("\n", source or ""))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def runs(before, after):
    """Pairs of what became of a run of items, ``same``, ``removed`` or ``added``, and the run."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield "same", after[j1:j2]
            continue
        if i2 > i1:
            yield "removed", before[i1:i2]
        if j2 > j1:
            yield "added", after[j1:j2]


def changes(old, new):
    """The ``runs`` of the words of two texts, as texts."""
    for kind, words in runs(WORD.findall(old), WORD.findall(new)):
        yield kind, "".join(words)


def html_of(kind, text):
    """``<del>`` of what went and ``<ins>`` of what came."""
    elements = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return format_html(elements[kind], text)


def marked(old, new):
    """The new text as HTML, with what went and what came."""
    return format_html_join("", "{}", ((html_of(*change),) for change in changes(old, new)))


def marked_rows(old, new):
    """The same of two lists of rows: pairs of what makes a row that row, and its words."""
    rows = ((html_of(kind, words),) for kind, run in runs(old, new) for _key, words in run)
    return format_html_join("\n", "{}", rows)
