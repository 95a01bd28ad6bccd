"""The categories of the news, which the secretariat names."""

from django.contrib import admin

from ampcpp.admin.base import SiteAdmin, language_tabs
from news.models import Category


@admin.register(Category)
class CategoryAdmin(SiteAdmin):
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    fieldsets = [*language_tabs("name"), (None, {"fields": ["slug", "pattern", "position"]})]
