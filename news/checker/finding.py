"""What the checker says of a text: advice, in words for a secretary."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    WEEKDAY = "weekday", _("weekday and date disagree")
    OUTSIDE_PROGRAMME = "outside-programme", _("date outside the programme’s year")
    MIXED_MONTHS = "mixed-months", _("two kinds of month names")
    IMPOSSIBLE_YEAR = "impossible-year", _("impossible year")
    NAME_SPELLING = "name-spelling", _("spelling of a name")
    NO_PERSON_TITLE = "no-person-title", _("person without a title")
    GLUED = "glued", _("missing space")
    SPACES = "spaces", _("space too many")
    MIXED_QUOTES = "mixed-quotes", _("mixed quotation marks")
    LATIN_PUNCTUATION = "latin-punctuation", _("Latin punctuation")
    BIDI = "bidi", _("hidden direction mark")
    WORD_DEBRIS = "word-debris", _("remains of another program")
    LONG_TITLE = "long-title", _("long title")
    NO_LEAD = "no-lead", _("no lead")
    NO_CATEGORY = "no-category", _("no category")
    NO_IMAGE = "no-image", _("no photo")
    NO_ALT = "no-alt", _("photo without alternative text")
    NEAR_DUPLICATE = "near-duplicate", _("nearly the same as another release")


#: What is wrong and what to do, when what to write instead is known.
WITH_RIGHT = {
    Kind.WEEKDAY: _("This date is on another day of the week. If the date is right: «%(right)s»."),
    Kind.MIXED_MONTHS: _("The text has two kinds of month names. Write «%(right)s»."),
    Kind.IMPOSSIBLE_YEAR: _("These years cannot be right. Perhaps «%(right)s»?"),
    Kind.NAME_SPELLING: _("The site writes this name «%(right)s»."),
    Kind.GLUED: _("A space is missing. Write «%(right)s»."),
    Kind.SPACES: _("There is a space too many. Write «%(right)s»."),
    Kind.MIXED_QUOTES: _("The text mixes quotation marks. Write %(right)s."),
    Kind.LATIN_PUNCTUATION: _("This mark is Latin. In Arabic write «%(right)s»."),
    Kind.BIDI: _("A hidden mark turns the text around here. Write «%(right)s»."),
    Kind.WORD_DEBRIS: _("Signs of another program stand within these words. Write «%(right)s»."),
}
#: The same when only a person knows; ``detail`` is what the rule adds.
WITHOUT_RIGHT = {
    Kind.WEEKDAY: _("The calendar has no such day. Check the date."),
    Kind.OUTSIDE_PROGRAMME: _(
        "This date is not in %(detail)s, the year of the programme. Check the year."
    ),
    Kind.IMPOSSIBLE_YEAR: _("This year cannot be right. Check its digits."),
    Kind.NO_PERSON_TITLE: _(
        "The name stands without a title. Write «السيد» or «السيدة» before it, or the office "
        "after it."
    ),
    Kind.SPACES: _("There is a space too many. Delete it."),
    Kind.MIXED_QUOTES: _("The quotation marks that open and close are not a pair. Use «…»."),
    Kind.BIDI: _(
        "A hidden mark turns the text around here. Delete the words and write them again."
    ),
    Kind.WORD_DEBRIS: _("This came with the text from Word, WhatsApp, a mail or a PDF. Delete it."),
    Kind.LONG_TITLE: _(
        "The length of the title is %(detail)s; a telephone shows about 90 letters. Shorten it, "
        "and say the rest in the lead."
    ),
    Kind.NO_LEAD: _("There is no lead. Sum up the news in one or two sentences; lists show them."),
    Kind.NO_CATEGORY: _("There is no category. Choose one."),
    Kind.NO_IMAGE: _("There is no photo. Add one if there is any."),
    Kind.NO_ALT: _(
        "Photos without alternative text: %(detail)s. Say what they show, or mark them as "
        "decorative."
    ),
    Kind.NEAR_DUPLICATE: _(
        "The text is nearly that of release %(detail)s. Check that it is not published twice."
    ),
}


@dataclass(frozen=True)
class Finding:
    """One piece of advice. ``fragment`` is the words as they stand at ``start`` of the line, empty
    when it is about the whole release; ``right`` is what to write instead, empty when only a
    person knows. The ``line`` of a title or lead is 0; those of the body begin with 1."""

    kind: Kind
    place: str = ""  # "title", "lead", "body", or empty: the whole release
    line: int = 0
    fragment: str = ""
    right: str = ""
    detail: str = ""
    start: int = 0

    @property
    def message(self):
        """One sentence in the active language."""
        sentence = WITH_RIGHT[self.kind] if self.right else WITHOUT_RIGHT[self.kind]
        return sentence % {"right": self.right, "detail": self.detail}
