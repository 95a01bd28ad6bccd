"""A release on one page: texts, photos, the people it names, documents."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import InTheirLanguage, PublishableAdmin, SiteAdmin, language_tabs
from news.models import Attachment, Category, Mention, Photo, Release


class PhotoInline(InTheirLanguage, admin.StackedInline):
    model = Photo
    extra = 0
    fieldsets = [
        (None, {"fields": ["image", ("position", "credit", "is_decorative")]}),
        *language_tabs("caption", "alternative_text"),
    ]


class MentionFormSet(BaseInlineFormSet):
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


class AttachmentInline(admin.TabularInline):
    model = Attachment
    extra = 0
    autocomplete_fields = ["document"]


@admin.register(Release)
class ReleaseAdmin(PublishableAdmin):
    list_display = ["title", "state_shown", "category", "published_at", "languages_shown"]
    list_filter = [*PublishableAdmin.list_filter, "category"]
    list_select_related = ["category"]
    date_hierarchy = "published_at"
    fieldsets = [
        *language_tabs("title", "lead", "body", "place"),
        (_("Event"), {"fields": ["category", ("happened_on", "happened_until")]}),
        (
            PublishableAdmin.PUBLICATION[0],
            {"fields": [*PublishableAdmin.PUBLICATION[1]["fields"], "pinned_until"]},
        ),
    ]
    inlines = [PhotoInline, AttachmentInline, MentionInline]


@admin.register(Category)
class CategoryAdmin(SiteAdmin):
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    fieldsets = [*language_tabs("name"), (None, {"fields": ["slug", "pattern", "position"]})]
