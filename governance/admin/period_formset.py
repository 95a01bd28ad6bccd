"""Rows that are stretches of days of one thing: they are checked against each other, together.

Closing one and opening the next in one go is right, though each alone is not.
"""

from django.forms.models import BaseInlineFormSet

from governance.models.period import refuse_overlaps


class PeriodFormSet(BaseInlineFormSet):
    def clean(self):
        super().clean()
        if not any(self.errors):
            kept = [form for form in self.initial_forms if not self._should_delete_form(form)]
            added = [form for form in self.extra_forms if form.has_changed()]
            refuse_overlaps([form.instance for form in kept + added])
