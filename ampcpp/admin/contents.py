"""Pages, banners, and the association's details."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import SiteAdmin, language_tabs
from ampcpp.admin.publishables import PublishableAdmin
from ampcpp.models import Banner, Page, SiteDetails


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    help = _(
        "These are the lasting texts of the site: the association, its contacts, the legal notice. "
        "Open one to change it; a new one takes the same steps as a release before readers see it."
    )
    form_help = _(
        "Write the Arabic first, then the translations, and say where the link to the page stands. "
        "Save as often as you like: a new page is public only once it is published by the buttons "
        "at the foot."
    )

    list_display = ["title", "state_shown", "menu", "position", "languages_shown"]
    list_filter = [*PublishableAdmin.list_filter, "menu"]
    date_hierarchy = "published_at"
    fieldsets = [
        *language_tabs("title", "lead", "body"),
        (_("Place"), {"fields": ["slug", ("menu", "position"), "shows_contacts"]}),
    ]


@admin.register(Banner)
class BannerAdmin(SiteAdmin):
    help = _(
        "A banner is a short word above every page of the site: a notice, a congratulation, a "
        "condolence. Of several whose time it is, readers see the one that began last."
    )
    form_help = _(
        "Write the words, then from when until when they are shown. Saving is all it takes, "
        "without review or publication: read them twice."
    )

    list_display = ["text", "stage_shown", "kind", "starts_at", "ends_at"]
    list_filter = ["kind"]
    fieldsets = [
        *language_tabs("text", "link"),
        (_("Above every page"), {"fields": ["kind", ("starts_at", "ends_at")]}),
    ]

    @admin.display(description=_("state"))
    def stage_shown(self, row):
        return format_html('<span class="state state-{}">{}</span>', row.stage, row.stage.label)


@admin.register(SiteDetails)
class SiteDetailsAdmin(SiteAdmin):
    """One row: it can be changed, not added to or deleted."""

    help = _(
        "The association itself, in one row: nothing is added or deleted here. Open it to change "
        "its name, its address or its accounts on social networks."
    )
    form_help = _(
        "The site shows what is written here from the moment you save, at the foot of every page "
        "among others. What is left empty is not shown at all."
    )

    fieldsets = [
        *language_tabs("name", "address"),
        (_("Contacts"), {"fields": ["short_name", "founded_on", "phone", "email"]}),
        (_("Social networks"), {"fields": ["facebook_url", "x_url", "youtube_url"]}),
        (_("Home page"), {"fields": ["home_page_word"]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not SiteDetails.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False
