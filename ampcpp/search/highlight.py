"""Shows where a text answers a question: the words as they are written, and what stands around."""

import re

from django.utils.html import escape
from django.utils.safestring import mark_safe

from ampcpp.arabic import fold, words
from ampcpp.months import months_in

LONGEST = 20_000  # letters of a text that are looked through
AROUND = 12  # words on each side of the first one that was asked for
NEAR = 6  # words at its end among which an excerpt looks for a better one
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
ELISIONS = ("'", "’")
#: What is opened, with the space that French sets after it, or closed.
BRACKET = re.compile(r"(?<!\w)([(\[«“])(\s?)|[)\]»”]")
CLOSED = re.compile(r"(?:\s?»(?!\w)|[)\]”])*")
PAUSE = re.compile(r"\s?[.!?؟…،,؛;:](?=\s)")
#: Words that announce the next one.
ANNOUNCING = frozenset(
    fold(
        "من في إلى على عن أن إن أو ثم مع بين حتى و عبد "
        "à au aux avec ce dans de des du en et la le les ou par pour que qui sur un une M MM Mme "
        "a an and at by for from in of on or that the to with"
    ).split()
)


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
    shown = text[start:end].strip()
    return f"{'…' if start else ''}{shown}{'' if is_end else '…' + unclosed(shown)}"


def beginning(text, most):
    """Its first words, ``most`` at most; the whole of a text that is not longer."""
    found = words(text)
    if len(found) <= most:
        return text
    shown = text[: end_of(text, found[:most], at_least=found[0])]
    return f"{shown}…{unclosed(shown)}"


def end_of(text, part, at_least):
    """Where an excerpt ends: after ``at_least``, and after the best of its last words."""

    def quality(word):
        """Nothing hangs in the air; nothing is left open; a sentence or a part of it ends."""
        end = after(text, word)
        is_pause = PAUSE.match(text, end) is not None
        announces = ANNOUNCING & {word.folded, word.folded.removeprefix("و")}  # «وعلى»
        is_number = word.folded.isdigit() and not is_pause
        hangs = announces or is_number or text[word.end : word.end + 1] in ELISIONS
        return not hangs, not unclosed(text[part[0].start : end]), is_pause

    last = part[part.index(at_least) :][-NEAR:]
    return after(text, max(reversed(last), key=quality))


def after(text, word):
    """The end of a word, with what is closed there."""
    return CLOSED.match(text, word.end).end()


def unclosed(text):
    """What closes the brackets and quotation marks that ``text`` leaves open."""
    wanted = []
    for mark in BRACKET.finditer(text):
        if mark[1]:
            wanted.append(mark[2] + PAIRS[mark[1]])
        elif wanted and wanted[-1].endswith(mark[0]):
            wanted.pop()
    return "".join(reversed(wanted))


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
