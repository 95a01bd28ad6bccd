"""A save over somebody's newer version is refused, and what differs is shown side by side.

The form carries the moment of the version it was made from. What was typed stays in it: to save
again is to prefer it, knowing the other. Where versions are kept, boxes that were left as they were
opened take the newer words, those of rows too, and rows that were added meanwhile come in.
"""

import datetime
from contextlib import suppress

from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.differences import Difference, differences
from ampcpp.parts import kept_rows

REFUSED = _(
    "Meanwhile somebody saved this or took a step with it. Nothing of yours is lost: it is still "
    "in the form. Look at what follows; to keep yours, save once more."
)


class VersionForm(forms.ModelForm):
    """``is_late`` when somebody else saved meanwhile; ``conflict`` holds what differs from the
    stored row, ``newer`` what was taken from it into boxes that nobody had touched."""

    version = forms.CharField(label="", required=False, widget=forms.HiddenInput)
    is_late = False
    opened = None  # the version that was sent, where it is not the newest and is kept
    conflict = newer = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.stored_version = self.version_of(self.instance)
        sent = self.data.get(self.add_prefix("version"), "") if self.is_bound else ""
        if self.is_bound and sent != self.stored_version:
            self.is_late, self.opened = True, version_at(self.instance, sent)
        if self.opened:
            self.instance.opened_rows = kept_rows(self.opened)  # for the rows within the form

    @staticmethod
    def version_of(row):
        return row.updated_at.isoformat() if row.pk else ""

    def clean(self):
        cleaned = super().clean()
        if self.is_late:
            self.data = self.data.copy()
            if self.opened:
                self.newer = take_newer(self, self.opened, self.instance)
            self.conflict = differences_with(self.instance, cleaned or {})
            self.data[self.add_prefix("version")] = self.stored_version
            self.add_error(None, REFUSED)
        return cleaned


def version_at(row, moment):
    """The version that was saved at this moment, as a form carries it; None where none is kept."""
    with suppress(ValueError, OverflowError):
        if row.pk and hasattr(row, "history"):
            saved_at = datetime.datetime.fromisoformat(moment).astimezone(datetime.UTC)
            return row.history.filter(updated_at=saved_at).first()
    return None


def is_same(typed, stored):
    """Whether a value of a form is one of a column: a browser ends lines in its own way."""
    typed, stored = (getattr(value, "pk", value) for value in (typed, stored))
    typed, stored = ("" if value is None else value for value in (typed, stored))
    if isinstance(typed, str) and isinstance(stored, str):
        return typed.splitlines() == stored.splitlines()
    return typed == stored


def columns_in(cleaned, row):
    """The fields of a row that a form could read."""
    return [one for one in row._meta.fields if one.name in cleaned and not one.primary_key]


def values_of(row):
    return lambda field: getattr(row, field.attname)


def take_newer(form, opened, stored):
    """What is stored now, into the boxes of a form that say what was said when it was opened."""
    cleaned, stored_value, opened_value = form.cleaned_data, values_of(stored), values_of(opened)
    untouched = [
        field
        for field in columns_in(cleaned, stored)
        if hasattr(opened, field.attname)
        and is_same(cleaned[field.name], opened_value(field))
        and not is_same(cleaned[field.name], stored_value(field))
    ]
    for field in untouched:
        cleaned[field.name] = getattr(stored, field.name)
        value = form.fields[field.name].prepare_value(stored_value(field))
        form.data[form.add_prefix(field.name)] = value
    return differences(untouched, opened_value, stored_value)


def differences_with(row, cleaned):
    """The stored value beside what was typed, of each field that could be read."""
    return differences(columns_in(cleaned, row), values_of(row), lambda field: cleaned[field.name])


def name_of_rows(formset):
    return capfirst(formset.model._meta.verbose_name)


def of_row(name, row, found):
    """Differences of one row under the name of the row."""
    for difference in found:
        difference.label = f"{name} «{row}»: {difference.label}"
        yield difference


def stored_rows(formset):
    """By their keys; the rows of the forms hold what was typed."""
    return {row.pk: row for row in formset.queryset.all()}


def newer_rows(formset):
    """The same as ``take_newer`` for the rows within a form, and those that came into it."""
    name, stored = name_of_rows(formset), stored_rows(formset)
    for row in formset.added:
        label = _("%(row)s (this row was added meanwhile)") % {"row": f"{name} «{row}»"}
        yield Difference(label, "", "", str(row))
    for form in formset.initial_forms:
        opened = formset.opened.get(str(form.instance.pk))
        if opened and not formset._should_delete_form(form):
            row = stored[form.instance.pk]
            yield from of_row(name, row, take_newer(form, opened, row))


def differences_of_rows(formset):
    """``differences_with`` for the rows within a form; those of which only one of the two knows
    count too."""
    name, stored = name_of_rows(formset), stored_rows(formset)
    for form in formset.gone:
        yield from differences_of_deleted(name, form, formset.opened.get(form.sent_key))
    for form in formset.initial_forms:
        row = stored.pop(form.instance.pk)
        if formset._should_delete_form(form):
            yield Difference(name, "", str(row), "")
            continue
        yield from of_row(name, row, differences_with(row, getattr(form, "cleaned_data", {})))
    for row in stored.values():
        yield Difference(name, "", str(row), "")


def differences_of_deleted(name, form, opened):
    """What was typed of a row that somebody else deleted: from here it can still be copied. Not
    what it said already when it was opened."""
    form.full_clean()
    name = _("%(row)s (this row was deleted meanwhile)") % {"row": name}
    empty, cleaned = form._meta.model(), form.cleaned_data
    written = {
        field.name: cleaned[field.name]
        for field in columns_in(cleaned, empty)
        if not opened or not is_same(cleaned[field.name], values_of(opened)(field))
    }
    for difference in differences_with(empty, written):
        if not difference.old:
            difference.label = f"{name}: {difference.label}"
            yield difference


class RefusesOlder(admin.ModelAdmin):
    """An admin in which nobody saves unseen over what somebody else saved meanwhile. Its rows
    have ``updated_at``."""

    form = VersionForm
    change_form_template = "admin/kept_change_form.html"

    def get_fieldsets(self, request, obj=None):
        """With the version that the form was made from, which nobody sees."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, (None, {"fields": ["version"], "classes": ["hidden"]})]

    def get_object(self, request, object_id, from_field=None):
        """While it is saved nobody else can save it. What takes no transaction locks nothing."""
        found = super().get_object(request, object_id, from_field)
        is_saved = request.method == "POST" and transaction.get_connection().in_atomic_block
        if found is None or not is_saved:
            return found
        return self.model._base_manager.select_for_update().get(pk=found.pk)

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        if getattr(form, "is_late", False):
            formsets = [wrapped.formset for wrapped in context["inline_admin_formsets"]]
            newer = [one for formset in formsets for one in newer_rows(formset)]
            rows = [one for formset in formsets for one in self.differences_of_rows(formset)]
            context |= {"is_late": True, "conflict": [*form.conflict, *rows]}
            context["newer"] = [*form.newer, *newer]
        return super().render_change_form(request, context, *args, **kwargs)

    def differences_of_rows(self, formset):
        return differences_of_rows(formset)
