"""Rows within a form as they stood when it was opened, whatever a colleague did meanwhile."""

import re

from django.core.exceptions import ValidationError
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

REFUSED = _(
    "Some rows were deleted meanwhile and have left the form. See that the others are right, then "
    "save once more."
)


class RowFormSet(BaseInlineFormSet):
    """What is sent keeps its order and its rows: Django pairs it with the rows in the order of
    now, which would show a colleague's photo above somebody's words and leave out the last.

    Rows that a colleague deleted meanwhile leave the form, which is refused once; ``gone`` holds
    their forms, as typed. Where it is known what the form was opened with (``opened``: key → row),
    rows that a colleague added come in, ``added``, behind those that were there.
    """

    gone = added = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        opened = getattr(self.instance, "opened_rows", None)
        self.opened = {key: row for (of, key), row in (opened or {}).items() if of is self.model}
        if self.is_bound and self.management_form.is_valid():
            stored = {str(row.pk): row for row in super().get_queryset()}
            count = min(self.initial_form_count(), self.total_form_count())
            sent = [self.sent_key(number) for number in range(count)]
            gone = [number for number, key in enumerate(sent) if key not in stored]
            self.gone = [self.as_typed(number) for number in gone]
            if opened is not None:
                self.added = [row for key, row in stored.items() if key not in sent]
            self.rows = [*(stored[key] for key in sent if key in stored), *self.added]
            if self.gone or self.added:
                self.rearrange(gone, count - len(gone))
                for number, row in enumerate(self.added, count - len(gone)):
                    self.fill_in(number, row)

    def sent_key(self, number):
        return self.data.get(f"{self.add_prefix(number)}-{self.model._meta.pk.name}")

    def as_typed(self, number):
        """The form of a row, with nothing stored; the row it stands in is known."""
        form = self.form(self.data, prefix=self.add_prefix(number))
        form.fields.pop(self.fk.name, None)
        form.sent_key = self.sent_key(number)
        setattr(form.instance, self.fk.name, self.instance)
        return form

    def fill_in(self, number, row):
        """As if the row had been sent as it is stored."""
        form = self.form(instance=row, prefix=self.add_prefix(number))
        for box in form:
            if not box.field.widget.needs_multipart_form:  # a file is not sent again
                self.data[box.html_name] = box.value()
        self.data[f"{form.prefix}-{self.model._meta.pk.name}"] = row.pk

    def get_queryset(self):
        return self.rows if hasattr(self, "rows") else super().get_queryset()

    def clean(self):
        super().clean()
        if self.gone:
            raise ValidationError(REFUSED)

    def rearrange(self, gone, place):
        """Gives the rows their numbers without those that are gone; from ``place`` on, those that
        came in have theirs."""
        kept = [number for number in range(self.total_form_count()) if number not in gone]
        came = len(self.added)
        numbers = {
            str(old): str(new if new < place else new + came) for new, old in enumerate(kept)
        }
        self.data, self.files = (self.renumbered(one, numbers) for one in (self.data, self.files))
        for name in (TOTAL_FORM_COUNT, INITIAL_FORM_COUNT):
            key = f"{self.prefix}-{name}"
            self.data[key] = str(int(self.data[key]) - len(gone) + came)
        del self.management_form

    def renumbered(self, sent, numbers):
        """What was sent, under the new numbers; rows that have none are left out."""
        row = re.compile(rf"{re.escape(self.prefix)}-(\d+)-(.+)")
        result = sent.copy()
        result.clear()
        for key in sent:
            name = row.fullmatch(key)
            if name is None:
                result.setlist(key, sent.getlist(key))
            elif name[1] in numbers:
                result.setlist(f"{self.prefix}-{numbers[name[1]]}-{name[2]}", sent.getlist(key))
        return result
