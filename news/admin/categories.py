"""The categories of the news, which the secretariat names."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import SiteAdmin, language_tabs
from news.models import Category


@admin.register(Category)
class CategoryAdmin(SiteAdmin):
    help = _(
        "Each release belongs to one category, and readers narrow the news by them. Those of the "
        "association are all here: a new one is rarely needed."
    )
    form_help = _(
        "Name the category in the three languages; readers see the new name as soon as you save. "
        "Only a category without releases can be deleted: put its releases into another one first."
    )

    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    fieldsets = [*language_tabs("name"), (None, {"fields": ["slug", "pattern", "position"]})]
