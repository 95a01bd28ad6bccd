"""Two states of one row, field by field: what a reader of versions and of a conflict is shown."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from ampcpp.dates import format_date, format_moment
from ampcpp.diff import marked, marked_rows, to_lines
from ampcpp.fields import RichTextField
from ampcpp.languages import direction


@dataclass
class Difference:
    """A value that is not the same, and its name; texts run in the direction of their language."""

    label: str
    language: str
    old: str
    new: str

    @property
    def language_name(self):
        return dict(settings.LANGUAGES).get(self.language, "")

    @property
    def direction(self):
        return direction(self.language) if self.language else "auto"

    @property
    def marked(self):
        return marked(self.old, self.new)


@dataclass
class RowsDifference:
    """What came and went of a list: photos, people, documents."""

    label: str
    old: list
    new: list
    language = language_name = ""
    direction = "auto"

    @property
    def marked(self):
        return marked_rows(self.old, self.new)


def differences(fields, old, new):
    """The ``Difference`` of each field that ``old`` and ``new``, two functions from a field to its
    value, do not give alike."""
    pairs = ((field, shown(field, old(field)), shown(field, new(field))) for field in fields)
    return [
        Difference(field.verbose_name, getattr(field, "language", ""), before, after)
        for field, before, after in pairs
        if before != after
    ]


def rows_differences(models, old, new):
    """The ``RowsDifference`` of each of these models whose rows, pairs of a key and words, are not
    the same in ``old`` and ``new``, dictionaries by model."""
    for model in models:
        before, after = ([*map(tuple, rows[model])] for rows in (old, new))
        if before != after:
            yield RowsDifference(model._meta.verbose_name_plural, before, after)


def named(field, value):
    """What a foreign key points at."""
    return str(field.related_model._base_manager.filter(pk=getattr(value, "pk", value)).first())


#: Kind of field → its value as text; the first that fits.
READERS = [
    (RichTextField, lambda field, value: to_lines(value)),
    (models.DateTimeField, lambda field, value: format_moment(value)),
    (models.DateField, lambda field, value: format_date(value)),
    (models.ForeignKey, named),
    (models.BooleanField, lambda field, value: _("Yes") if value else _("No")),
    (models.Field, lambda field, value: str(dict(field.flatchoices).get(value, value))),
]


def shown(field, value):
    """A value as text."""
    if value in (None, ""):
        return ""
    column = field.translated_field if isinstance(field, TranslationField) else field
    return next(read(field, value) for kind, read in READERS if isinstance(column, kind))
