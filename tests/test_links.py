"""No link of ours is broken: the whole demo site is read from its home page and its sitemap on.

Feeds, calendars and sitemaps are read too. Links to other hosts are not followed, only listed.
"""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.http import HttpResponse

pytestmark = pytest.mark.markup
OURS = "http://testserver"
OUR_ADDRESS = re.compile(r"(?:https?|webcal)://testserver[^\s<>\"'\\]*")
SCHEMES_OF_APPS = {"mailto", "tel", "data"}
#: Addresses that are meant to lead on, once.
SHORT = re.compile(r"^(/fr|/en)?/n/\d+/?$")
#: Hosts that the demo site leads to.
OTHER_HOSTS = {
    *("wa.me", "www.facebook.com", "x.com"),
    *("calendar.google.com", "outlook.live.com", "outlook.office.com"),
}


class Links(HTMLParser):
    """`found`: every address in a page; `ids`: what a fragment can name."""

    ATTRIBUTES = {"href", "src", "action", "poster"}

    def __init__(self, html):
        super().__init__()
        self.found, self.ids = [], {"", "top"}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids.add(values.get("id", ""))
        if tag == "form" and values.get("method", "get").lower() == "post":
            return
        self.found += [values[name] for name in self.ATTRIBUTES & values.keys()]
        for candidate in (values.get("srcset") or "").split(","):
            self.found += candidate.split()[:1]
        if (values.get("content") or "").startswith(OURS):
            self.found.append(values["content"])

    handle_startendtag = handle_starttag


class Crawl:
    """Everything that can be reached: `broken` and `elsewhere`."""

    def __init__(self, client):
        self.client = client
        self.pages = {}  # path with its query → ids of the page, None for what is not HTML
        self.links = []  # (from, to, fragment) of every link of ours
        self.broken, self.elsewhere = {}, set()

    def read_all(self, *paths):
        waiting = list(paths)
        while waiting:
            path = waiting.pop()
            if path not in self.pages:
                waiting += self.read(path)
        for page, path, fragment in self.links:
            ids = self.pages.get(path)
            if ids is not None and unquote(fragment) not in ids:
                self.broken[f"{path}#{fragment}"] = f"no such place (on {page})"

    def read(self, path):
        """The paths that this one leads to."""
        self.pages[path] = None
        if fault := missing_file(path):
            self.broken[path] = fault
        if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            return []
        response = self.client.get(path)
        if response.status_code in (301, 302):
            return self.redirected(path, response["Location"])
        if response.status_code != 200:
            self.broken[path] = str(response.status_code)
            return []
        return [to for _, to, _ in self.links_of(path, response)]

    def redirected(self, path, location):
        target = urldefrag(urljoin(path, location)).url
        if not SHORT.match(path) or self.client.get(target).status_code != 200:
            self.broken[path] = f"leads on to {unquote(target)}"
        return [target]

    def links_of(self, path, response):
        found = list(self.addresses(path, response))
        ours = [(path, *ours) for address in found if (ours := self.sorted_out(path, address))]
        self.links += ours
        return ours

    def addresses(self, path, response):
        kind = response["Content-Type"].partition(";")[0]
        if response.streaming or not kind.startswith(("text/", "application/")):
            return []
        text = response.content.decode()
        if kind != "text/html":
            text = text.replace("\r\n ", "")  # a calendar folds its lines
            return map(unescape, OUR_ADDRESS.findall(text))
        page = Links(text)
        self.pages[path] = page.ids
        return page.found

    def sorted_out(self, path, address):
        """(path, fragment) of an address of ours; the others are noted."""
        url, fragment = urldefrag(urljoin(OURS + path, address.strip()))
        parts = urlsplit(url)
        if parts.scheme in SCHEMES_OF_APPS:
            return None
        if parts.netloc != urlsplit(OURS).netloc:
            self.elsewhere.add(parts.netloc)
            return None
        return parts.path + (f"?{parts.query}" if parts.query else ""), fragment


def missing_file(path):
    """Why a static file or an upload would not answer, or None."""
    name = unquote(urlsplit(path).path)
    static, upload = (
        name.removeprefix(url) if name.startswith(url) else None
        for url in (settings.STATIC_URL, settings.MEDIA_URL)
    )
    if static and not finders.find(static):
        return "no such static file"
    if upload and not default_storage.exists(upload):
        return "no such upload"
    return None


@pytest.fixture
def crawl(client, demo):
    crawl = Crawl(client)
    crawl.read_all("/", "/sitemap.xml")
    return crawl


def test_no_link_of_the_demo_site_is_broken(crawl):
    assert {"/", "/fr/", "/en/", "/fr/programme/2022/"} <= crawl.pages.keys()
    where = {}
    for page, path, fragment in crawl.links:
        where.setdefault(path, page)
        where.setdefault(f"{path}#{fragment}", page)
    lines = [
        f"{unquote(path)}: {fault} (first on {unquote(where.get(path, ''))})"
        for path, fault in sorted(crawl.broken.items())
    ]
    assert not lines, "\n".join(lines)
    assert crawl.elsewhere == OTHER_HOSTS


def test_the_crawl_would_notice(client, demo):
    """A page, a picture, a style sheet, a place and an upload that are not there; a detour."""
    html = (
        '<a href="/nothing/">x</a> <img src="/static/none.svg" srcset="/media/none.webp 2x">'
        '<a href="/programme/2022/#nowhere">x</a> <a href="/documents">x</a>'
    )
    crawl = Crawl(client)
    crawl.pages["/start/"] = None
    for _, path, _ in crawl.links_of("/start/", HttpResponse(html)):
        crawl.read(path)
    crawl.read_all()
    assert crawl.broken == {
        "/nothing/": "404",
        "/static/none.svg": "no such static file",
        "/media/none.webp": "no such upload",
        "/programme/2022/#nowhere": "no such place (on /start/)",
        "/documents": "leads on to /documents/",
    }
