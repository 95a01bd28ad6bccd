"""The sitemaps: every public page, in each language in which it can really be read.

`/sitemap.xml` names one for each kind of thing, and one of the news of the last two days.
"""

import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone

from ampcpp.languages import LANGUAGES
from ampcpp.models import Page
from governance.models import Mandate, Person, Roster
from news.models import Release
from programme.models import Programme

NEWS = datetime.timedelta(days=2)  # what news search engines ask for


class LanguagesSitemap(Sitemap):
    i18n = alternates = x_default = True
    #: An Arabic address in three languages is some 2 kB; a sitemap may have 50 MB.
    limit = 10_000

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
        return item.changed_at

    def get_latest_lastmod(self):
        """As Django computes it, without reading every row."""
        return self.items().aggregate(at=Max(Greatest("published_at", "updated_at")))["at"]


class NewsSitemap(PublishedSitemap):
    """The releases of the last two days, as news search engines want them."""

    limit = 1000

    def items(self):
        since = timezone.now() - NEWS
        return super().items().filter(published_at__gt=since).prefetch_related("photos")


class RowsSitemap(LanguagesSitemap):
    """All rows of a queryset: what is not published or unpublished, only added."""

    def __init__(self, rows):
        self.rows = rows

    def items(self):
        return self.rows.all()


class ListsSitemap(LanguagesSitemap):
    """The pages that are no single thing. `/programme/` is the latest of its own section."""

    def items(self):
        return [
            "home",
            "news:list",
            "governance:index",
            "governance:councils",
            "programme:subscribe",
            "documents:list",
            "contact",
        ]

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "news": NewsSitemap(Release),
    "lists": ListsSitemap,
    "releases": PublishedSitemap(Release),
    "pages": PublishedSitemap(Page),
    "programmes": PublishedSitemap(Programme),
    "mandates": RowsSitemap(Mandate.objects.all()),
    "rosters": RowsSitemap(Roster.objects.select_related("mandate", "body")),
    "people": RowsSitemap(Person.objects.order_by("pk")),
}
