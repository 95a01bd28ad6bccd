"""Small files that programs ask for by an agreed name: robots, security, manifest, icon."""

import datetime

from django.conf import settings
from django.http import FileResponse, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi, override
from django.views.decorators.cache import cache_control

from ampcpp.languages import LANGUAGES, PARAMETERS
from ampcpp.models import SiteDetails

#: Of a list's parameters, those with which it is a page worth finding; the others only narrow it.
CRAWLED = {"page", "category"}
SECURITY_TXT_LASTS = datetime.timedelta(days=180)  # the standard says less than a year
PAPER = "#fbfaf6"  # as in tokens.css


def robots(request):
    """Pages are for finding; results of a search and narrowed lists are the same pages again."""
    closed = [path for name in ("search", "admin:index") for path in in_every_language(name)]
    closed += [f"/*?*{parameter}=" for parameter in sorted(PARAMETERS - CRAWLED)]
    return as_text(
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    )


def security(request):
    """Whom to tell of a weakness (RFC 9116); it expires, counted from today."""
    email = SiteDetails.load().email
    contact = f"mailto:{email}" if email else request.build_absolute_uri(reverse("contact"))
    expires = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return as_text(
        f"Contact: {contact}",
        f"Expires: {(expires + SECURITY_TXT_LASTS).isoformat()}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )


def as_text(*lines):
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def in_every_language(name):
    for language in LANGUAGES:
        with override(language):
            yield reverse(name)


def manifest(request):
    """The web manifest of the language: what a telephone keeps on its home screen."""
    details = SiteDetails.load()
    home = reverse("home")
    return JsonResponse(
        {
            "id": home,
            "start_url": home,
            "scope": home,
            "name": details.name,
            "short_name": details.short_name or details.name,
            "lang": get_language(),
            "dir": "rtl" if get_language_bidi() else "ltr",
            "display": "browser",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [
                icon("icon-192.png", 192, "any"),
                icon("icon-512.png", 512, "any"),
                icon("icon-maskable-512.png", 512, "maskable"),
            ],
        },
        content_type="application/manifest+json",
    )


def icon(name, size, purpose):
    return {
        "src": static(f"img/{name}"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@cache_control(public=True, max_age=24 * 3600)
def favicon(request):
    """Browsers, feed readers and search engines ask for it at this address whatever pages say."""
    file = settings.BASE_DIR / "static" / "img" / "favicon.ico"
    return FileResponse(file.open("rb"), content_type="image/x-icon")
