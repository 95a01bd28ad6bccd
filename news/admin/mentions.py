"""The people a release names, within its form."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import InTheirLanguage, language_tabs
from ampcpp.admin.rows import RowFormSet
from news.models import Mention


class MentionFormSet(RowFormSet):
    def clean(self):
        """No constraint of the database: two people may exchange their places in one save."""
        super().clean()
        kept = [form for form in self.forms if not self._should_delete_form(form)]
        people = [person for form in kept if (person := form.cleaned_data.get("person"))]
        if len(people) != len(set(people)):
            raise ValidationError(_("The same person is named twice."))


class MentionInline(InTheirLanguage, admin.StackedInline):
    model = Mention
    formset = MentionFormSet
    extra = 0
    autocomplete_fields = ["person"]
    fieldsets = [
        (None, {"fields": [("person", "position")]}),
        *language_tabs("title", "on_behalf_of"),
    ]
