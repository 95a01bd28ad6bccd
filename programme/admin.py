"""A programme on one page, with its activities."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import InTheirLanguage, language_tabs
from ampcpp.admin.publishables import PublishableAdmin
from ampcpp.admin.rows import RowFormSet
from ampcpp.dates import format_date
from ampcpp.parts import texts_of
from programme.models import Activity, Programme


class ActivityInline(InTheirLanguage, admin.StackedInline):
    model = Activity
    formset = RowFormSet
    extra = 0
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("position", "kind", "is_cancelled"),
                    ("happens_on", "happens_until", "start_time"),
                ]
            },
        ),
        *language_tabs("nature", "date_as_written", "content", "topics", "note"),
    ]

    def has_delete_permission(self, request, obj=None):
        """Not what subscribers have in their calendars: it would go without a word."""
        is_followed = obj is not None and obj.is_public
        return not is_followed and super().has_delete_permission(request, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and field.widget.attrs.get("rows"):
            field.widget.attrs["rows"] = 3
        return field


def words_of_activity(row):
    """Its number in the database, and day, hour and texts."""
    moment = [format_date(row.happens_on), format_date(row.happens_until), row.start_time]
    state = _("cancelled") if row.is_cancelled else ""
    words = [*moment, state, *texts_of(row)]
    return str(row.pk), " – ".join(str(word) for word in words if word)


@admin.register(Programme)
class ProgrammeAdmin(PublishableAdmin):
    help = _(
        "One programme for each year, with its activities. Once it is published, readers find it "
        "on the site and can follow it in their own calendar."
    )
    form_help = _(
        "Write the activities below in the order in which the programme was adopted, save, then "
        "publish it by the buttons at the foot. The activities of a published programme cannot be "
        "deleted, as they would vanish from the calendars of subscribers without a word: mark what "
        "is given up as cancelled."
    )

    list_display = ["title", "state_shown", "year", "languages_shown"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["announced_in"]
    fieldsets = [
        *language_tabs("title", "introduction"),
        (_("Programme"), {"fields": ["year", "announced_in"]}),
    ]
    inlines = [ActivityInline]
    parts = {Activity: words_of_activity}
