"""News for feed readers."""

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ampcpp.languages import shown_language
from ampcpp.models import SiteDetails
from news.models import Release

LENGTH = 30


class LatestReleases(Feed):
    """RSS of the latest releases that can be read in the language of the address."""

    link = reverse_lazy("news:list")
    description = _("The latest news of the association")

    def title(self):
        return SiteDetails.load().name

    @property
    def language(self):
        return get_language()

    def items(self):
        return (
            Release.objects.published()
            .translated(get_language())
            .select_related("category")
            .newest_first()[:LENGTH]
        )

    def item_title(self, release):
        return release.title

    def item_description(self, release):
        """The lead, when it is in the language of the feed, and the text."""
        has_lead = shown_language(release, "lead") == get_language()
        return (format_html("<p>{}</p>", release.lead) if has_lead else "") + release.body

    def item_link(self, release):
        return release.get_absolute_url()

    def item_guid(self, release):
        """Stays when the title, and so the address, changes."""
        return f"ampcpp-release-{release.number}-{get_language()}"

    item_guid_is_permalink = False

    def item_pubdate(self, release):
        return release.published_at

    def item_categories(self, release):
        return [release.category.name]
