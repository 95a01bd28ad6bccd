"""What visitors wrote: to be read, answered by e-mail and marked as handled, never rewritten."""

from urllib.parse import quote

from django.contrib import admin
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import SearchableAdmin
from ampcpp.models import Message


@admin.register(Message)
class MessageAdmin(SearchableAdmin):
    help = _(
        "What visitors wrote through the contact form, the newest first. Answer from your mailbox, "
        "then mark the message as handled; each is deleted by itself after twelve months."
    )
    form_help = _(
        "Click the address to answer from your mailbox: nothing is sent from this page. Then tick "
        "the box below and save, so that your colleagues need not answer again."
    )

    list_display = ["sent_at", "name_shown", "subject", "is_mailed", "is_handled"]
    list_display_links = ["sent_at", "name_shown"]
    list_filter = ["is_handled", "subject", "is_mailed"]
    date_hierarchy = "sent_at"
    readonly_fields = [
        *("sent_at", "name_shown", "email_shown", "subject", "about_shown", "text_shown"),
        *("language", "is_mailed"),
    ]
    fields = [*readonly_fields, "is_handled"]
    actions = ["mark_as_handled"]

    def has_add_permission(self, request):
        return False

    @admin.action(description=_("Mark the chosen messages as handled"), permissions=["change"])
    def mark_as_handled(self, request, queryset):
        queryset.update(is_handled=True)

    @admin.display(description=_("name"), ordering="name")
    def name_shown(self, row):
        return format_html("<bdi>{}</bdi>", row.name)

    @admin.display(description=_("e-mail"))
    def email_shown(self, row):
        return format_html(
            '<a href="mailto:{}"><bdi dir="ltr">{}</bdi></a>', quote(row.email, safe="@"), row.email
        )

    @admin.display(description=_("page concerned"))
    def about_shown(self, row):
        return format_html("<bdi>{}</bdi>", row.about or "–")

    @admin.display(description=_("text"))
    def text_shown(self, row):
        return format_html('<div dir="auto">{}</div>', linebreaksbr(row.text, autoescape=True))
