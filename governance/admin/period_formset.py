"""Rows that are stretches of days of one thing: they are checked against each other, together.

Closing one and opening the next in one go is right, though each alone is not.
"""

from ampcpp.admin.rows import RowFormSet
from governance.models.period import refuse_overlaps


class PeriodFormSet(RowFormSet):
    def clean(self):
        super().clean()
        if not any(self.errors):
            kept = [form for form in self.forms if not self._should_delete_form(form)]
            shown = [form.instance for form in kept if form.instance.pk or form.has_changed()]
            refuse_overlaps([*shown, *self.added_meanwhile()])

    def added_meanwhile(self):
        """Rows that a colleague has added since the page was opened."""
        if self.instance.pk is None:
            return []
        on_page = [form.instance.pk for form in self.initial_forms]
        return self.model.objects.filter(**{self.fk.name: self.instance}).exclude(pk__in=on_page)
