"""Every public address of the site: which paths it answers, and what may stand on them.

``SURFACES`` is complete by construction: a public URL name that is not in it fails a test.
"""

from dataclasses import dataclass, field
from urllib.parse import quote

from django.urls import URLPattern, get_resolver
from django.views.static import serve

from ampcpp.models import Document, Page, SiteDetails
from governance.models import Presidency
from news.models import Mention, Release
from news.preview import path_of, share
from programme.models import Programme
from tests.factories import make_activity, make_council, make_person, make_seat, make_term
from tests.publishables import make_in_every_state

#: Below this, a password is asked; `tests/ampcpp/test_access.py` holds it.
NOT_PUBLIC = "admin/"


def public_patterns(resolver=None, route="", namespace=""):
    """(name, route) of every public pattern, as `news:detail`, `news/<int:number>/<str:slug>/`."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if here.startswith(NOT_PUBLIC):
            continue
        if isinstance(entry, URLPattern):
            if entry.callback is serve:
                continue  # uploads, by the developer's server only
            yield f"{namespace}{entry.name}", here
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from public_patterns(entry, here, inner)


#: A word that all of them share, for the search.
SHARED = "qqq"


def token(kind, state):
    """A word that stands in one row only, in its texts as in its address."""
    return f"q{kind}{state.replace('-', '')}q"


@dataclass
class World:
    """A row of everything publishable in every state, all tied together."""

    rows: dict = field(default_factory=dict)  # (kind, state) → row
    person: object = None
    seat: object = None

    def seen_in(self, text):
        """(kind, state) of the rows whose word or address stands in a text, in whatever case."""
        text = text.lower()

        def traces(key, row):
            url = row.get_absolute_url()
            return [token(*key), url.lower(), quote(url).lower()]

        return {
            key
            for key, row in self.rows.items()
            if any(trace in text for trace in traces(key, row))
        }


def make_world():
    """Whatever is not public is tied to what is, so that it could leak from there."""
    world = World(person=make_person(token("person", "x")), seat=make_seat())
    make_term(world.seat, world.person, "2022-01-29")
    Presidency.objects.create(council=make_council(), person=world.person)
    for kind, model, texts in (
        ("release", Release, {"body_fr": "<p>x</p>", "pinned_until": "2030-01-01"}),
        ("page", Page, {"body_fr": "<p>x</p>", "menu": "main"}),
        ("document", Document, {}),
        ("programme", Programme, {"introduction_fr": "<p>x</p>"}),
    ):
        for state, row in make_in_every_state(model, **texts).items():
            row.title_ar = row.title_fr = f"{SHARED} {token(kind, state)}"
            if kind == "page":
                row.slug = token(kind, state)
            row.save()
            world.rows[kind, state] = row
    releases = [row for (kind, _), row in world.rows.items() if kind == "release"]
    for release in releases:
        Mention.objects.create(release=release, person=world.person)
        release.documents.set(row for (kind, _), row in world.rows.items() if kind == "document")
    for (kind, state), programme in list(world.rows.items()):
        if kind == "programme":
            programme.announced_in = world.rows["release", "published"]
            programme.save()
            activity = make_activity(
                programme,
                f"{SHARED} {token('activity', state)}",
                happens_on="2022-07-01",
                kind="training",
            )
            world.rows["activity", state] = activity
    SiteDetails.objects.create(name="جمعية", home_page_word=world.rows["page", "draft"])
    return world


def everywhere(*paths):
    """The same paths whatever the world holds."""
    return lambda world: list(paths)


def own(kind, state="published"):
    """The address of the row of a kind in a state."""
    return lambda world: [world.rows[kind, state].get_absolute_url()]


def preview_link(world):
    """The link by which somebody without an account reads the draft."""
    release = world.rows["release", "draft"]
    share(release)
    return [path_of(release)]


PUBLISHED = {("release", "published"), ("programme", "published"), ("activity", "published")}
MENU = {("page", "published")}
PROGRAMME = {("programme", "published"), ("activity", "published")} | MENU
ON_RELEASE = {("document", "published"), ("programme", "published")} | MENU

#: URL name → (paths in Arabic, exactly what of the world stands there).
SURFACES = {
    "home": (everywhere("/"), PUBLISHED | MENU),
    "search": (
        everywhere(f"/search/?q={SHARED}"),
        {(kind, "published") for kind in ("release", "document", "page")} | PROGRAMME,
    ),
    "news:list": (
        everywhere("/news/", "/news/?category=meetings", "/news/?year=2022&month=6"),
        {("release", "published")} | MENU,
    ),
    "news:feed": (everywhere("/news/feed/"), {("release", "published")}),
    "news:atom": (everywhere("/news/atom/"), {("release", "published")}),
    "news:category_feed": (everywhere("/news/category/meetings/feed/"), {("release", "published")}),
    "news:category_atom": (everywhere("/news/category/meetings/atom/"), {("release", "published")}),
    "news:detail": (own("release"), {("release", "published")} | ON_RELEASE),
    "news:preview": (
        preview_link,
        {("release", "draft"), ("release", "published"), ("document", "published")} | MENU,
    ),
    "news:number": (
        lambda world: [f"/news/{world.rows['release', 'published'].number}/"],
        {("release", "published")} | ON_RELEASE,
    ),
    "short": (
        lambda world: [f"/n/{world.rows['release', 'published'].number}"],
        {("release", "published")} | ON_RELEASE,
    ),
    "short_slash": (
        lambda world: [f"/n/{world.rows['release', 'published'].number}/"],
        {("release", "published")} | ON_RELEASE,
    ),
    "governance:index": (everywhere("/governance/"), MENU),
    "governance:mandate": (everywhere("/governance/2022-01-29/"), MENU),
    "governance:roster": (everywhere("/governance/2022-01-29/bureau/"), MENU),
    "governance:councils": (everywhere("/governance/councils/"), MENU),
    "governance:person": (
        lambda world: [world.person.get_absolute_url()],
        {("release", "published")} | MENU,
    ),
    "governance:person_number": (
        lambda world: [f"/governance/people/{world.person.number}/"],
        {("release", "published")} | MENU,
    ),
    "programme:index": (everywhere("/programme/"), PROGRAMME),
    "programme:detail": (own("programme"), PROGRAMME),
    "programme:subscribe": (everywhere("/programme/subscribe/"), MENU),
    "programme:calendar": (
        lambda world: [
            prefix + path
            for prefix in ("/programme/", world.rows["programme", "published"].get_absolute_url())
            for path in ("calendar.ics", "calendar/training.ics")
        ],
        {("programme", "published"), ("activity", "published")},
    ),
    "documents:list": (everywhere("/documents/"), {("document", "published")} | MENU),
    "documents:file": (own("document"), set()),
    "documents:number": (
        lambda world: [f"/documents/{world.rows['document', 'published'].number}/"],
        set(),
    ),
    "pages:detail": (own("page"), MENU),
    "contact": (everywhere("/contact/", "/contact/?subject=press&about=/news/"), MENU),
    "contact_sent": (everywhere("/contact/sent/"), MENU),
    "manifest": (everywhere("/manifest.webmanifest"), set()),
    "favicon": (everywhere("/favicon.ico"), set()),
    "robots": (everywhere("/robots.txt"), set()),
    "security": (everywhere("/.well-known/security.txt"), set()),
    "sitemap": (everywhere("/sitemap.xml"), set()),
    "sitemap_news": (everywhere("/sitemap-news.xml"), {("release", "published")}),
    "sitemap_section": (everywhere("/sitemap-releases.xml"), {("release", "published")}),
}
#: One for all languages: not under /fr/ and /en/.
FOR_ALL_LANGUAGES = {
    *("favicon", "robots", "security", "sitemap", "sitemap_news", "sitemap_section"),
}
#: What stands in the other sitemaps.
SITEMAP_SECTIONS = {
    "lists": set(),
    "pages": MENU,
    "programmes": {("programme", "published")},
    "mandates": set(),
    "rosters": set(),
    "people": set(),
}
