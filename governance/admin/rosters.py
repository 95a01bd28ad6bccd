"""Mandates, bodies, offices; and a roster with its seats and their terms on one page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import SiteAdmin, language_tabs
from ampcpp.admin.conflict import RefusesOlder
from ampcpp.admin.drafts import KeepsDrafts
from governance.admin.seat_formset import SeatFormSet
from governance.models import Body, Mandate, Office, Roster, Seat


@admin.register(Mandate)
class MandateAdmin(SiteAdmin):
    help = _(
        "A mandate runs from one renewal by the general assembly to the next. Add one when the "
        "bureau has been renewed, then make its rosters."
    )
    form_help = _(
        "Make sure of the day: all the terms of the mandate count from it. Next, add a roster for "
        "the bureau and one for each committee."
    )

    list_display = ["__str__", "starts_on"]
    date_hierarchy = "starts_on"
    fields = ["starts_on"]


@admin.register(Body)
class BodyAdmin(SiteAdmin):
    help = _(
        "The executive bureau and the permanent committees, which stay from one mandate to the "
        "next. Who sits in them is written in the rosters."
    )
    form_help = _(
        "Write the name as the statutes have it, in the three languages. A new body is seen by "
        "readers once it has a roster: add that next."
    )

    list_display = ["name", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["name_ar", "name_fr", "name_en"]
    fieldsets = [*language_tabs("name"), (None, {"fields": [("kind", "slug", "position")]})]


@admin.register(Office)
class OfficeAdmin(SiteAdmin):
    help = _(
        "The titles that seats bear: president, vice-president, chair, member. Each is written "
        "once here, then chosen in the rosters."
    )
    form_help = _(
        "Write both forms in each language: the site picks the one that suits the holder. A "
        "correction shows in every roster with this title, past ones too; for another title, add "
        "another office."
    )

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
class RosterAdmin(KeepsDrafts, RefusesOlder, SiteAdmin):
    help = _(
        "A roster is one body in one mandate: its seats in protocol order, and who has held them. "
        "The site and the printed list of members are made from it."
    )
    form_help = _(
        "Under each seat stand those who have held it. When somebody leaves, give the end and its "
        "reason in their row and write the successor in the empty row; never write over a name. "
        "Readers see the change as soon as you save."
    )

    list_display = ["body", "is_complete", "mandate"]
    list_filter = ["mandate", "body__kind"]
    list_select_related = ["body", "mandate"]
    date_hierarchy = "mandate__starts_on"
    search_fields = ["body__name_ar", "body__name_fr", "body__name_en"]
    fields = [("mandate", "body"), "is_complete"]
    inlines = [SeatInline]

    def differences_of_rows(self, formset):
        """With the terms of each seat."""
        yield from super().differences_of_rows(formset)
        for form in formset.initial_forms:
            yield from super().differences_of_rows(form.terms)
