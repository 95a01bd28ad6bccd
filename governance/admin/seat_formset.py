"""Seats whose forms carry a formset of terms, so that a roster is edited whole.

Each seat form has ``form.terms``: the terms of the seat and one empty row, validated together and
saved with the seat; the admin's transaction keeps all or nothing.
"""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AutocompleteSelect
from django.core.exceptions import ValidationError
from django.forms.models import inlineformset_factory
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.rows import RowFormSet
from governance.admin.period_formset import PeriodFormSet
from governance.models import Seat, Term


class TermForm(forms.ModelForm):
    class Meta:
        model = Term
        fields = ["person", "starts_on", "ends_on", "end_reason", "is_acting"]
        widgets = {
            "person": AutocompleteSelect(Term._meta.get_field("person"), admin.site),
            "starts_on": AdminDateWidget,
            "ends_on": AdminDateWidget,
        }


class BaseTermFormSet(PeriodFormSet):
    rights = frozenset()  # of "add", "change" and "delete": what the user may do with terms

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if ("change" if form.instance.pk else "add") not in self.rights:
            for field in form.fields.values():
                field.disabled = True  # whatever is sent, the stored values stay

    @property
    def initial_forms(self):
        """What ends or goes is saved first: the database has room for one open term per seat."""
        return sorted(super().initial_forms, key=self.stays_open)

    @staticmethod
    def stays_open(form):
        is_deleted = getattr(form, "cleaned_data", {}).get("DELETE", False)
        return form.instance.ends_on is None and not is_deleted


TermFormSet = inlineformset_factory(Seat, Term, TermForm, BaseTermFormSet, extra=1)


class SeatFormSet(RowFormSet):
    rights = frozenset()  # as of the terms; set by the inline from the user's permissions

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.terms = TermFormSet(
            data=form.data if form.is_bound else None,
            instance=form.instance,
            prefix=f"{form.prefix}-terms",
        )
        form.terms.rights = self.rights
        form.terms.can_delete = "delete" in self.rights
        form.terms.extra = int("add" in self.rights)

    @property
    def media(self):
        return super().media + TermForm().media

    @property
    def kept_forms(self):
        return [form for form in self.forms if not self._should_delete_form(form)]

    def clean(self):
        are_valid = [form.terms.is_valid() for form in self.kept_forms]
        super().clean()
        for form in self.extra_forms:
            if not form.has_changed() and any(row.has_changed() for row in form.terms.forms):
                raise ValidationError(_("Choose the office of the seat you gave a holder."))
        if not all(are_valid):
            raise ValidationError(_("Correct the holders marked below."))
        places = [
            form.cleaned_data.get("position")
            for form in self.kept_forms
            if form.has_changed() or form.instance.pk
        ]
        if len(places) != len(set(places)):
            raise ValidationError(_("Two seats stand at the same place of the protocol order."))

    def save(self, commit=True):
        seats = super().save(commit)
        for form in self.kept_forms:
            if form.instance.pk:
                form.terms.instance = form.instance
                form.terms.save()
                self.new_objects += form.terms.new_objects
                self.changed_objects += form.terms.changed_objects
                self.deleted_objects += form.terms.deleted_objects
        return seats
