"""Shows where a text answers a question: the words as they are written, and what stands around."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from ampcpp.arabic import words

LONGEST = 20_000  # letters of a text that are looked through
AROUND = 12  # words on each side of the first one that was asked for


def marked(text, question):
    """``text`` as safe HTML with every word that was asked for in a ``<mark>``."""
    shown, end = [], 0
    for word in words(text[:LONGEST]):
        if question.marks(word.folded):
            before, end = text[end : word.start], word.end
            shown += [escape(before), f"<mark>{escape(text[word.start : end])}</mark>"]
    return mark_safe("".join([*shown, escape(text[end:])]))  # noqa: S308: every part is escaped


def excerpt(text, question):
    """Some words around the first one that was asked for; the beginning when there is none."""
    found = words(text[:LONGEST])
    places = (place for place, word in enumerate(found) if question.marks(word.folded))
    place = next(places, 0)
    part = found[max(0, place - AROUND) : place + 2 * AROUND]
    if not part:
        return ""
    cut = text[part[0].start : part[-1].end]
    before = "… " if part[0] is not found[0] else ""
    return f"{before}{cut}{'…' if part[-1].end < len(text.rstrip()) - 1 else ''}"


def answers(text, question):
    """Whether a word that was asked for stands in ``text``."""
    return any(question.marks(word.folded) for word in words(text[:LONGEST]))
