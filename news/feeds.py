"""News for feed readers: RSS and Atom, of all news or of a category, in the address's language."""

import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ampcpp.models import SiteDetails
from ampcpp.pictures import FORMATS
from ampcpp.richtext import CONTROL, with_photos
from news.models import Category, Release

LENGTH = 30
PICTURE_WIDTH = 1200  # px
TYPES = {suffix: f"image/{kind.lower()}" for kind, suffix in FORMATS.items()}
LINK = re.compile(r'(?<=<a href=")[^"]*')  # as the sanitiser writes it


def with_absolute_links(source, page):
    """Sanitised HTML of a page, its links as they are from anywhere else."""

    def absolute(match):
        try:
            return escape(urljoin(page, unescape(match[0])))
        except ValueError:
            return match[0]

    return LINK.sub(absolute, with_photos(source, lambda name: ""))  # photos come after the text


@dataclass(frozen=True)
class Source:
    """Whose news a feed holds: the association's, all or those of one category."""

    details: SiteDetails
    category: Category | None

    @property
    def title(self):
        parts = [self.details.name, self.category and self.category.name]
        return CONTROL.sub("", " – ".join(filter(None, parts)))

    @property
    def description(self):
        if self.category is None:
            return _("The latest news of the association")
        return _("The latest news of the association: %(category)s") % {
            "category": CONTROL.sub("", self.category.name)
        }


class RssFeed(Feed):
    """The latest releases that can be read in the language of the address, with text and photos."""

    description_template = "news/feed_entry.html"
    item_guid_is_permalink = False

    def __call__(self, request, *args, **kwargs):
        """Without Django's Last-Modified: it would not tell that a release was withdrawn."""
        response = super().__call__(request, *args, **kwargs)
        del response.headers["Last-Modified"]
        return response

    def get_object(self, request, category=None):
        category = category and Category.objects.get(slug=category)
        return Source(SiteDetails.load(), category)

    def get_feed(self, source, request):
        """With what Django asks of an entry alone, and only the request or the feed knows."""
        feed = super().get_feed(source, request)
        for entry in feed.items:
            entry["author_name"] = feed.feed["author_name"]
            entry["description"] = CONTROL.sub("", entry["description"]).strip()
            for enclosure in entry["enclosures"]:
                enclosure.url = request.build_absolute_uri(enclosure.url)
        return feed

    def title(self, source):
        return source.title

    def link(self, source):
        return source.category.get_absolute_url() if source.category else reverse("news:list")

    def description(self, source):
        return source.description

    subtitle = description  # as Atom calls it

    def author_name(self, source):
        return CONTROL.sub("", source.details.name)

    def items(self, source):
        releases = Release.objects.published().translated(get_language()).with_cover()
        if source.category:
            releases = releases.filter(category=source.category)
        return releases.newest_first()[:LENGTH]

    def get_context_data(self, item, request, **kwargs):
        """What the template of an entry shows."""
        page = request.build_absolute_uri(item.get_absolute_url())
        return {
            "release": item,
            "body": with_absolute_links(item.body, page),
            "photos": [(photo, photo.image.version(PICTURE_WIDTH)) for photo in item.photos.all()],
        }

    def item_title(self, release):
        return release.title

    def item_guid(self, release):
        """Stays when the title, and so the address, changes, and when the site moves."""
        return uuid5(NAMESPACE_URL, f"ampcpp-release-{release.number}-{get_language()}").urn

    def item_pubdate(self, release):
        return release.published_at

    def item_updateddate(self, release):
        return release.changed_at

    def item_categories(self, release):
        return [CONTROL.sub("", release.category.name)]

    def item_enclosures(self, release):
        """The cover, unless its file is lost."""
        picture = release.cover and release.cover.image.version(PICTURE_WIDTH)
        if not picture or not picture.size:
            return []
        kind = TYPES[PurePosixPath(picture.name).suffix]
        return [Enclosure(picture.url, str(picture.size), kind)]


class AtomEntries(Atom1Feed):
    """Atom as Django writes it, but for the text: it is whole, so it is no summary."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("content", item["description"], {"type": "html"})


class AtomFeed(RssFeed):
    feed_type = AtomEntries
