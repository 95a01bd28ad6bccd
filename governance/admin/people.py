"""People, and councils with their presidents."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import NamedInRows, SearchableAdmin, SiteAdmin, language_tabs
from ampcpp.admin.conflict import RefusesOlder
from ampcpp.admin.drafts import KeepsDrafts
from governance.admin.period_formset import PeriodFormSet
from governance.models import Council, Person, Presidency


@admin.register(Person)
class PersonAdmin(KeepsDrafts, RefusesOlder, SearchableAdmin):
    help = _(
        "Everybody whom a release or a roster names. Search before you add somebody: other "
        "spellings of a name are found too, and nobody should stand here twice."
    )
    form_help = _(
        "What you write here shows wherever the person is named, as soon as you save. Offices are "
        "not written here: they are in the rosters, and the presidency of a council is on the page "
        "of that council."
    )

    list_display = ["name", "latin_spelling", "gender", "is_latin_name_confirmed"]
    list_filter = ["gender", "is_latin_name_confirmed"]
    fieldsets = [
        *language_tabs("name", "biography"),
        (_("Person"), {"fields": [("gender", "is_latin_name_confirmed"), "variants", "portrait"]}),
    ]

    @admin.display(description=_("Latin spelling"), ordering="name_fr")
    def latin_spelling(self, person):
        return format_html('<bdi lang="fr">{}</bdi>', person.name_fr)


class PresidencyInline(NamedInRows, admin.TabularInline):
    model = Presidency
    formset = PeriodFormSet
    extra = 0
    fields = ["person", "starts_on", "ends_on"]
    autocomplete_fields = ["person"]


@admin.register(Council)
class CouncilAdmin(SiteAdmin):
    help = _(
        "The prefectural and provincial councils of the country, and who has presided over each. "
        "When a president changes, open the council and add the new one."
    )
    form_help = _(
        "Each row at the foot is one president, from a day to a day. When another takes over, end "
        "the last row and add one below it: never write over a name, so that the past stays true."
    )

    list_display = ["name", "kind", "region"]
    list_filter = ["kind", "region"]
    search_fields = ["name_ar", "name_fr"]
    fieldsets = [*language_tabs("name"), (None, {"fields": [("kind", "region")]})]
    inlines = [PresidencyInline]
