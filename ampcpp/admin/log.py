"""The log, for administrators to read, search and save: who came and went, who changed what."""

import csv

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import today
from ampcpp.log import KINDS

#: A cell of a spreadsheet that begins with one of these would be a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class KindFilter(admin.SimpleListFilter):
    title = _("what happened")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return [(str(kind), capfirst(str(label))) for kind, label in KINDS.items()]

    def queryset(self, request, queryset):
        if self.value() in map(str, KINDS):
            return queryset.filter(action_flag=self.value())
        return queryset


def plain(cell):
    """A cell that a spreadsheet shows and never calculates."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


class Line:
    """A file that hands back each line written to it."""

    def write(self, line):
        return line


@admin.register(LogEntry)
class LogAdmin(admin.ModelAdmin):
    """Rows are read: nobody adds, changes or deletes one here."""

    help = _(
        "Here is who came in, who was refused and who changed what, the newest first. Nobody can "
        "change or remove a line; the button saves what the list shows as a file."
    )

    columns = ["moment", "person", "kind", "sort", "thing", "details"]
    list_display = readonly_fields = fields = columns
    list_display_links = None
    list_filter = [("user", admin.RelatedOnlyFieldListFilter), KindFilter]
    list_select_related = ["user", "content_type"]
    search_fields = [
        *("object_repr", "change_message"),
        *("user__username", "user__first_name", "user__last_name"),
    ]
    date_hierarchy = "action_time"
    show_full_result_count = False
    change_list_template = "admin/log_list.html"
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="admin_logentry_export"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def export_view(self, request):
        """The rows of the list as it is narrowed, in a file that spreadsheets open."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.get_changelist_instance(request).get_queryset(request)
        response = StreamingHttpResponse(self.lines(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="log-{today()}.csv"'
        return response

    def lines(self, rows):
        writer = csv.writer(Line())
        yield "\ufeff"  # without it, spreadsheets take Arabic for something else
        yield writer.writerow([capfirst(self.heading(name)) for name in self.columns])
        for row in rows.iterator(chunk_size=1000):
            texts = [self.person(row), self.kind(row), self.sort(row), row.object_repr]
            cells = [self.time_of(row), *texts, self.details(row)]
            yield writer.writerow(map(plain, cells))

    def heading(self, name):
        return str(getattr(self, name).short_description)

    def time_of(self, row):
        return timezone.localtime(row.action_time).strftime("%Y-%m-%d %H:%M:%S")

    @admin.display(description=_("moment"), ordering="action_time")
    def moment(self, row):
        return format_html('<bdi class="log-moment" dir="ltr">{}</bdi>', self.time_of(row))

    @admin.display(description=_("who"), ordering="user")
    def person(self, row):
        return row.user.get_full_name() or row.user.get_username()

    @admin.display(description=_("what happened"), ordering="action_flag")
    def kind(self, row):
        return KINDS.get(row.action_flag, "")

    @admin.display(description=_("kind"))
    def sort(self, row):
        model = row.content_type and row.content_type.model_class()
        return model._meta.verbose_name if model else ""

    @admin.display(description=_("which"))
    def thing(self, row):
        return format_html("<bdi>{}</bdi>", row.object_repr)

    @admin.display(description=_("details"))
    def details(self, row):
        message = row.get_change_message()
        return message and gettext(message)
