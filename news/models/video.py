"""Films on the sites of others: a release carries a link, and nothing of theirs is loaded."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

#: Host → the name of its site.
SITES = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "facebook.com": "Facebook",
    "fb.watch": "Facebook",
}
SUBDOMAINS = ("www.", "m.", "web.", "player.")


def site_of(url):
    """The name of the site a film is on, or None for any other address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    for subdomain in SUBDOMAINS:
        host = host.removeprefix(subdomain)
    leads_on = parts.path.strip("/") or parts.query
    return SITES.get(host) if parts.scheme == "https" and leads_on else None


def validate_video(url):
    if not site_of(url):
        raise ValidationError(
            _("Give the address of a film on YouTube, Vimeo or Facebook: https://…"), code="video"
        )


class VideoField(models.URLField):
    default_validators = [*models.URLField.default_validators, validate_video]

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})
