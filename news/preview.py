"""Links by which somebody without an account reads a text before the public does.

A link is signed, lives for a week, and is revoked by forgetting the moment until which it is good:
that moment is part of it, so a new link never brings an old one back.
"""

import datetime

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from news.models import Release

LIFE = datetime.timedelta(days=7)
SIGNER = Signer(salt="news.preview")


def share(release):
    """Makes a link; one that was made before is no longer good."""
    release.preview_until = timezone.now().replace(microsecond=0) + LIFE
    Release.objects.filter(pk=release.pk).update(preview_until=release.preview_until)


def revoke(release):
    release.preview_until = None
    Release.objects.filter(pk=release.pk).update(preview_until=None)


def path_of(release):
    """The path of the link, or None while there is none that is good."""
    if not release.preview_until or release.preview_until <= timezone.now():
        return None
    token = SIGNER.sign(f"{release.pk}-{int(release.preview_until.timestamp())}")
    return reverse("news:preview", args=[token])


def release_of(token):
    """The release a link shows; None when the link is forged, too old or revoked."""
    try:
        number, _dash, moment = SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    until = datetime.datetime.fromtimestamp(int(moment), datetime.UTC)
    good = Release.objects.with_cover().filter(
        preview_until=until, preview_until__gt=timezone.now(), trashed_at=None
    )
    return good.filter(pk=number).first()
