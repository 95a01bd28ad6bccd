"""The admin of texts with a public moment: steps, versions, translations and who saved last."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from ampcpp.admin.base import SearchableAdmin
from ampcpp.admin.conflict import RefusesOlder, VersionForm
from ampcpp.admin.drafts import KeepsDrafts
from ampcpp.admin.steps import StepsAdmin
from ampcpp.admin.versions import VersionsAdmin
from ampcpp.fields import RichTextField
from ampcpp.publishing import Publishable


class PublishableForm(VersionForm):
    are_translations_right = forms.BooleanField(
        label=_("The translations still say the same as the Arabic"),
        required=False,
        help_text=_(
            "Tick it after a small correction of the Arabic, or once you have checked the "
            "translations: they are then no longer marked as stale."
        ),
    )


def marked(fieldset, row):
    """The fieldset of a language with the state of its translation as a class, for its tab."""
    name, options = fieldset
    language = next((code for code, label in settings.LANGUAGES if label == name), None)
    if row is None or language is None:
        return fieldset
    state = f"translation-{row.translation_state(language)}"
    return name, options | {"classes": [*options.get("classes", ()), state]}


def state_badge(stage):
    """A stage in words and colour."""
    return format_html('<span class="state state-{}">{}</span>', stage, stage.label)


class StageFilter(admin.SimpleListFilter):
    """Where the texts stand. Those in the trash are only listed when they are asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return Publishable.Stage.choices

    def queryset(self, request, queryset):
        if self.value() in Publishable.Stage.values:
            return queryset.at_stage(self.value())
        return queryset.filter(trashed_at=None)


def show_as_html(row):
    """Where a text may only be read, Django would show its tags; what is stored is clean."""
    for field in row._meta.fields:
        if isinstance(getattr(field, "translated_field", field), RichTextField):
            setattr(row, field.attname, mark_safe(getattr(row, field.attname) or ""))


class TranslationFilter(admin.SimpleListFilter):
    """Texts that cannot be read in every language, or say in one what the Arabic said before."""

    title = _("translations")
    parameter_name = "translation"

    def lookups(self, request, model_admin):
        return [("missing", _("missing")), ("stale", _("behind the Arabic"))]

    def queryset(self, request, queryset):
        if self.value() == "missing":
            return queryset.untranslated()
        return queryset.exclude(stale="") if self.value() == "stale" else queryset


class PublishableAdmin(KeepsDrafts, RefusesOlder, StepsAdmin, VersionsAdmin, SearchableAdmin):
    form = PublishableForm
    change_form_template = "admin/publishable_change_form.html"
    list_filter = [StageFilter, TranslationFilter]

    def get_fieldsets(self, request, obj=None):
        """With the state of each translation, and whether they are all right."""
        fieldsets = [marked(fieldset, obj) for fieldset in super().get_fieldsets(request, obj)]
        if obj is not None and not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, (_("Translations"), {"fields": ["are_translations_right"]})]

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found is not None and not self.has_change_permission(request, found):
            show_as_html(found)
        return found

    def save_model(self, request, obj, form, change):
        written = translator.get_options_for_model(self.model).get_field_names()
        are_right = form.cleaned_data.get("are_translations_right", False)
        obj.mark_translations(written, form.changed_data, are_right=are_right)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("state"), ordering="state")
    def state_shown(self, row):
        return state_badge(row.stage)

    @admin.display(description=_("languages"))
    def languages_shown(self, row):
        names = [
            (
                row.translation_state(code),
                name,
                row.translation_state(code) == "stale" and "*" or "",
            )
            for code, name in settings.LANGUAGES
            if row.has_translation(code)
        ]
        return format_html_join(" · ", '<bdi class="translation-{}">{}{}</bdi>', names)
