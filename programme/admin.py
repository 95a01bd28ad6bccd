"""A programme on one page, with its activities."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import InTheirLanguage, language_tabs
from ampcpp.admin.publishables import PublishableAdmin
from programme.models import Activity, Programme


class ActivityInline(InTheirLanguage, admin.StackedInline):
    model = Activity
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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and field.widget.attrs.get("rows"):
            field.widget.attrs["rows"] = 3
        return field


@admin.register(Programme)
class ProgrammeAdmin(PublishableAdmin):
    help = _(
        "One programme for each year, with its activities. Once it is published, readers find it "
        "on the site and can follow it in their own calendar."
    )
    form_help = _(
        "Write the activities below in the order in which the programme was adopted, save, then "
        "publish it by the buttons at the foot. When an activity is given up, mark it as cancelled "
        "rather than delete it."
    )

    list_display = ["title", "year", "state_shown", "languages_shown"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["announced_in"]
    fieldsets = [
        *language_tabs("title", "introduction"),
        (_("Programme"), {"fields": ["year", "announced_in"]}),
    ]
    inlines = [ActivityInline]
