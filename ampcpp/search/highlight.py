"""Shows where a text answers a question: the words as they are written, and what stands around."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from ampcpp.arabic import words
from ampcpp.months import months_in

LONGEST = 20_000  # letters of a text that are looked through
AROUND = 12  # words on each side of the first one that was asked for
OPENED = 4  # words after which an excerpt may end inside of brackets or quotation marks
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
ELISIONS = ("'", "’")


def marked(text, question):
    """``text`` as safe HTML with every word that was asked for in a ``<mark>``."""
    shown, end, found = [], 0, words(text[:LONGEST])
    for word in (found[place] for place in places(found, question)):
        before, end = text[end : word.start], word.end
        shown += [escape(before), f"<mark>{escape(text[word.start : end])}</mark>"]
    return mark_safe("".join([*shown, escape(text[end:])]))  # noqa: S308: every part is escaped


def excerpt(text, question):
    """Some words around the first one that was asked for; the beginning when there is none."""
    found = words(text[:LONGEST])
    place = next(places(found, question), 0)
    part = found[max(0, place - AROUND) : place + 2 * AROUND]
    if not part:
        return ""
    is_end = part[-1] is found[-1] and len(text) <= LONGEST
    start = part[0].start if part[0] is not found[0] else 0
    end = len(text) if is_end else end_of(text, part, at_least=found[place])
    return f"{'…' if start else ''}{text[start:end].strip()}{'' if is_end else '…'}"


def end_of(text, part, at_least):
    """Where an excerpt may end: not between an article and its word («l’»), nor soon after a
    bracket or a quotation mark has been opened; but after the word ``at_least``."""
    kept = list(part)
    while kept[-1] is not at_least and text[kept[-1].end : kept[-1].end + 1] in ELISIONS:
        kept.pop()
    for word in kept[-OPENED:]:
        opening = text[max(0, word.start - 1) : word.start]
        is_open = opening in PAIRS and PAIRS[opening] not in text[word.start : kept[-1].end + 1]
        if is_open and word.start > at_least.end:
            return word.start - 1
    return kept[-1].end


def answers(text, question):
    """Whether a word that was asked for stands in ``text``."""
    return next(places(words(text[:LONGEST]), question), None) is not None


def places(found, question):
    """Which of the words found in a text were asked for, alone or as part of a month."""
    months = {}
    for first, count, name in months_in([word.folded for word in found]):
        months |= dict.fromkeys(range(first, first + count), name)
    for place, word in enumerate(found):
        if question.marks(word.folded) or (place in months and question.marks(months[place])):
            yield place
