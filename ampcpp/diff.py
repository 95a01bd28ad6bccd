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


def changes(old, new):
    """Pairs of what became of a run of words, ``same``, ``removed`` or ``added``, and the run."""
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(before[i1:i2])
            continue
        if i2 > i1:
            yield "removed", "".join(before[i1:i2])
        if j2 > j1:
            yield "added", "".join(after[j1:j2])


def marked(old, new):
    """The new text as HTML, with ``<del>`` of what went and ``<ins>`` of what came."""
    elements = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return format_html_join(
        "", "{}", ((format_html(elements[kind], text),) for kind, text in changes(old, new))
    )
