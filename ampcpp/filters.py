"""Lists that a reader narrows with a plain GET form."""

from django import forms
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.text import capfirst


class Select(forms.Select):
    """A choice whose options begin with a capital letter, as a list of them does."""

    def create_option(self, name, value, label, *args, **kwargs):
        return super().create_option(name, value, capfirst(label), *args, **kwargs)


class FilterForm(forms.Form):
    """A form whose cleaned values narrow a queryset: ``LOOKUPS`` maps its fields to lookups."""

    LOOKUPS = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if type(field.widget) is forms.Select:
                field.widget = Select()
                field.choices = field.choices  # the new widget learns them

    @property
    def is_narrowing(self):
        """Whether any field leaves something out; one that only orders the list does not."""
        return any(self.cleaned_data.get(name) for name in self.LOOKUPS)

    def narrow(self, rows):
        """``rows`` with a filter for every field that was filled in."""
        chosen = {
            lookup: self.cleaned_data[name]
            for name, lookup in self.LOOKUPS.items()
            if self.cleaned_data.get(name)
        }
        return rows.filter(**chosen)


class Filtered:
    """A view with a ``filter_class``; values that the form does not offer are a 404."""

    filter_class = None

    @cached_property
    def filter(self):
        form = self.filter_class(self.request.GET)
        if not form.is_valid():
            raise Http404("No such choice in the filter")
        return form

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filter, **kwargs)
