"""People, and councils with their presidents."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import SearchableAdmin, SiteAdmin, language_tabs
from governance.admin.period_formset import PeriodFormSet
from governance.models import Council, Person, Presidency


@admin.register(Person)
class PersonAdmin(SearchableAdmin):
    list_display = ["name", "latin_spelling", "gender", "is_latin_name_confirmed"]
    list_filter = ["gender", "is_latin_name_confirmed"]
    fieldsets = [
        *language_tabs("name", "biography"),
        (_("Person"), {"fields": [("gender", "is_latin_name_confirmed"), "variants", "portrait"]}),
    ]

    @admin.display(description=_("Latin spelling"), ordering="name_fr")
    def latin_spelling(self, person):
        return person.name_fr


class PresidencyInline(admin.TabularInline):
    model = Presidency
    formset = PeriodFormSet
    extra = 0
    autocomplete_fields = ["person"]


@admin.register(Council)
class CouncilAdmin(SiteAdmin):
    list_display = ["name", "kind", "region"]
    list_filter = ["kind", "region"]
    search_fields = ["name_ar", "name_fr"]
    fieldsets = [*language_tabs("name"), (None, {"fields": [("kind", "region")]})]
    inlines = [PresidencyInline]
