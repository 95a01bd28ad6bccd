"""A release on one page: texts, photos, the people it names, documents."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from ampcpp.admin.base import NamedInRows, language_tabs
from ampcpp.admin.publishables import PublishableAdmin, state_badge
from ampcpp.admin.rows import RowFormSet
from ampcpp.dates import format_date, format_moment
from ampcpp.languages import LANGUAGES
from news.admin.advice import AdviceAdmin
from news.admin.copies import CopiesAdmin
from news.admin.docx import FromWord
from news.admin.gallery import GalleryChoices
from news.admin.mentions import MentionInline
from news.admin.period import PeriodFilter
from news.admin.photos import GalleryAdmin, PhotoInline, SilentFilter
from news.admin.preview import PreviewAdmin
from news.models import Attachment, Release
from news.workflow import STEPS

NOTES = [build_localized_fieldname("change_note", code) for code in LANGUAGES]


class AttachmentInline(NamedInRows, admin.TabularInline):
    model = Attachment
    formset = RowFormSet
    extra = 0
    fields = ["document", "state_shown"]
    autocomplete_fields = ["document"]
    readonly_fields = ["state_shown"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("document")

    @admin.display(description=_("state"))
    def state_shown(self, row):
        """A document is not published with its release."""
        return state_badge(row.document.stage) if row.document_id else ""


@admin.register(Release)
class ReleaseAdmin(
    *(AdviceAdmin, CopiesAdmin, GalleryAdmin, FromWord, GalleryChoices, PreviewAdmin),
    PublishableAdmin,
):
    help = _(
        "Every release stands here, whatever its state; the search finds a word however its hamza "
        "is written. Open one to go on with it, or choose several and an action for all of them: a "
        "page asks before anything changes."
    )
    form_help = _(
        "Write the Arabic first and save it; then add the photos and the translations. Nobody "
        "outside reads a release before it is published: the steps at the foot of the page lead "
        "it further, and each asks you to confirm."
    )

    steps = STEPS

    list_display = [
        *("cover_shown", "title", "state_shown", "category", "moment_shown", "languages_shown")
    ]
    list_display_links = ["title"]
    list_filter = [*PublishableAdmin.list_filter, "category", PeriodFilter, SilentFilter]
    list_select_related = ["category"]
    fieldsets = [
        *language_tabs("title", "lead", "body", "place"),
        (
            _("Event"),
            {"fields": ["category", ("happened_on", "happened_until"), "video_url"]},
        ),
    ]
    inlines = [PhotoInline, AttachmentInline, MentionInline]

    def get_fieldsets(self, request, obj=None):
        """With what publishers alone decide; a note on a change is for what was public, and may
        be written with the changes that wait in a copy."""
        fieldsets = super().get_fieldsets(request, obj)
        may_publish = request.user.has_perm("news.publish_release")
        if may_publish:
            pinning = {"fields": [("pinned_until", "pin_position")]}
            fieldsets = [*fieldsets, (_("At the head of the home page"), pinning)]
        is_change = obj is not None and (obj.copy_of or obj).is_public
        if not is_change or not (may_publish or obj.copy_of):
            return fieldsets
        note = (_("Note on a change"), {"fields": []})
        return [*fieldsets, note, *language_tabs("change_note")]

    @admin.display(description=_("moment of publication"), ordering="published_at")
    def moment_shown(self, row):
        """The clock of a moment to come is said; of a past one the day is enough."""
        show = format_moment if row.is_scheduled else format_date
        return show(row.published_at)

    def save_model(self, request, obj, form, change):
        if any(note in form.changed_data for note in NOTES):
            obj.noted_at = timezone.now()
        super().save_model(request, obj, form, change)
