"""The admin of documents: what each is, and where it is used."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import language_tabs
from ampcpp.admin.choices import DocumentChoices
from ampcpp.admin.publishables import PublishableAdmin
from ampcpp.admin.usage import linked_numbers, rows_using
from ampcpp.models import Document


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        self.site = model_admin.admin_site
        return [("none", _("attached or linked nowhere"))]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.filter(releases=None).exclude(pk__in=linked_numbers(self.site))
        return queryset


@admin.register(Document)
class DocumentAdmin(DocumentChoices, PublishableAdmin):
    help = _(
        "Files for readers to download: statutes, circulars, reports, agreements. Once published, "
        "they stand on the documents page of the site; a filter lists those that no text leads to."
    )
    form_help = _(
        "Give the document a title and its file, save, then publish it by the buttons at the foot. "
        "When the file is to be corrected, put the new one here in its place rather than add a "
        "second document."
    )

    list_display = ["title", "state_shown", "kind", "language", "file_shown", "issued_on"]
    list_filter = [*PublishableAdmin.list_filter, "kind", "language", UseFilter]
    date_hierarchy = "issued_on"
    readonly_fields = ["used_in", "address"]
    fieldsets = [
        *language_tabs("title"),
        (_("File"), {"fields": ["file", ("kind", "language", "issued_on")]}),
        (_("Use"), {"fields": ["address", "used_in"]}),
    ]

    @admin.display(description=_("file"))
    def file_shown(self, row):
        return format_html(
            '<bdi dir="ltr">{}</bdi> · <bdi>{}</bdi>', row.file_type, filesizeformat(row.size)
        )

    @admin.display(description=_("address"))
    def address(self, row):
        if row.pk is None:
            return _("It is given when the document is saved.")
        address = reverse("documents:number", args=[row.number])
        words = _("It stays the same when the file is replaced.")
        return format_html('<a href="{0}"><bdi dir="ltr">{0}</bdi></a> – {1}', address, words)

    @admin.display(description=_("used in"))
    def used_in(self, row):
        rows = rows_using(self.admin_site, row) if row.pk else []
        if not rows:
            return _("It is attached or linked nowhere.")
        links = [(self.address_of(one), capfirst(one._meta.verbose_name), one) for one in rows]
        return format_html(
            "<ul>{}</ul>", format_html_join("", '<li>{1}: <a href="{0}">{2}</a></li>', links)
        )

    def address_of(self, row):
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        return reverse(name, args=[row.pk])
