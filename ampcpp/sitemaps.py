"""The sitemap: every public page, in each language in which it can really be read."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from ampcpp.languages import LANGUAGES
from ampcpp.models import Page
from governance.models import Mandate, Person, Roster
from news.models import Release
from programme.models import Programme


class LanguagesSitemap(Sitemap):
    i18n = alternates = x_default = True

    def get_languages_for_item(self, item):
        if not hasattr(item, "has_translation"):
            return LANGUAGES
        return [language for language in LANGUAGES if item.has_translation(language)]


class PublishedSitemap(LanguagesSitemap):
    """The published rows of a Publishable."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.published().order_by("pk")

    def lastmod(self, item):
        return item.updated_at


class RowsSitemap(LanguagesSitemap):
    """All rows of a queryset: what is not published or unpublished, only added."""

    def __init__(self, rows):
        self.rows = rows

    def items(self):
        return self.rows.all()


class ListsSitemap(LanguagesSitemap):
    """The pages that list other pages."""

    def items(self):
        return [
            "home",
            "news:list",
            "governance:index",
            "governance:councils",
            "programme:index",
            "documents:list",
        ]

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "lists": ListsSitemap,
    "releases": PublishedSitemap(Release),
    "pages": PublishedSitemap(Page),
    "programmes": PublishedSitemap(Programme),
    "mandates": RowsSitemap(Mandate.objects.all()),
    "rosters": RowsSitemap(Roster.objects.select_related("mandate", "body")),
    "people": RowsSitemap(Person.objects.order_by("pk")),
}
