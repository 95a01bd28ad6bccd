"""Mandates, bodies, offices; and a roster with its seats and their terms on one page."""

from django.contrib import admin

from ampcpp.admin.base import SiteAdmin, language_tabs
from governance.admin.seat_formset import SeatFormSet
from governance.models import Body, Mandate, Office, Roster, Seat


@admin.register(Mandate)
class MandateAdmin(SiteAdmin):
    list_display = ["__str__", "starts_on"]
    date_hierarchy = "starts_on"
    fields = ["starts_on"]


@admin.register(Body)
class BodyAdmin(SiteAdmin):
    list_display = ["name", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["name_ar", "name_fr", "name_en"]
    fieldsets = [*language_tabs("name"), (None, {"fields": [("kind", "slug", "position")]})]


@admin.register(Office)
class OfficeAdmin(SiteAdmin):
    list_display = ["title_masculine", "title_feminine", "position"]
    search_fields = ["title_masculine_ar", "title_feminine_ar", "title_masculine_fr"]
    fieldsets = [
        *language_tabs("title_masculine", "title_feminine"),
        (None, {"fields": ["position"]}),
    ]


class SeatInline(admin.StackedInline):
    """The seats; each form carries the terms of its seat (see ``seat_formset``)."""

    model = Seat
    formset = SeatFormSet
    template = "admin/governance/seat_inline.html"
    fields = ["position", "office"]
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.rights = {
            action
            for action in ("add", "change", "delete")
            if request.user.has_perm(f"governance.{action}_term")
        }
        return formset


@admin.register(Roster)
class RosterAdmin(SiteAdmin):
    list_display = ["body", "mandate", "is_complete"]
    list_filter = ["mandate", "body__kind"]
    list_select_related = ["body", "mandate"]
    date_hierarchy = "mandate__starts_on"
    search_fields = ["body__name_ar", "body__name_fr", "body__name_en"]
    fields = [("mandate", "body"), "is_complete"]
    inlines = [SeatInline]
