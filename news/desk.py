"""The desk of the secretariat: what waits for somebody, on the first page of the admin.

Each section is one query; it shows the first rows and leads to the list of all.
"""

import datetime
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ampcpp.publishing import Publishable
from news.models import Photo, Release

MOST_SHOWN = 8
WEEK = datetime.timedelta(days=7)
Stage = Publishable.Stage


@dataclass
class Section:
    """Rows under a heading; ``query`` narrows the list of releases to all of them."""

    title: str
    rows: list
    query: dict | None = None

    @property
    def shown(self):
        return self.rows[:MOST_SHOWN]

    @property
    def more_url(self):
        """The list of all, when there are more than are shown."""
        if len(self.rows) <= MOST_SHOWN or self.query is None:
            return None
        return f"{reverse('admin:news_release_changelist')}?{urlencode(self.query)}"


def section(title, rows, query=None):
    return Section(title, list(rows[: MOST_SHOWN + 1]), query)


def desk_of(user):
    """The sections that hold something for this user."""
    releases = Release.objects.order_by("-updated_at")
    in_review = (
        _("Waiting for your review")
        if user.has_perm("news.publish_release")
        else _("Waiting for a publisher")
    )
    sections = [
        section(in_review, releases.at_stage(Stage.IN_REVIEW), {"state": Stage.IN_REVIEW}),
        section(
            _("Your drafts"),
            written_by(user, releases.at_stage(Stage.DRAFT)),
            {"state": Stage.DRAFT},
        ),
        section(
            _("Scheduled"),
            releases.at_stage(Stage.SCHEDULED).order_by("published_at"),
            {"state": Stage.SCHEDULED},
        ),
        section(
            _("Published this week"),
            releases.published().filter(published_at__gt=timezone.now() - WEEK).newest_first(),
            {"state": Stage.PUBLISHED},
        ),
        section(
            _("Translations behind the Arabic"),
            releases.published().exclude(stale=""),
            {"translation": "stale"},
        ),
        section(
            _("Not translated"),
            releases.published().untranslated().newest_first(),
            {"translation": "missing"},
        ),
        section(
            _("Photos without words"),
            with_silent_photos(Release.objects.all()),
            {"photos": "silent"},
        ),
    ]
    return [one for one in sections if one.rows]


def with_silent_photos(releases):
    """Those with a photo that says nothing to who does not see it."""
    photos = Photo.objects.without_text()
    return releases.filter(trashed_at=None, number__in=photos.values("release"))


def written_by(user, releases):
    """Those that somebody began, or was the last to submit: to return a text is not to write it."""
    versions = Release.history.filter(number=OuterRef("number"))
    before = versions.filter(history_id__lt=OuterRef("history_id")).order_by("-history_id")
    submitted = (
        versions.filter(state=Stage.IN_REVIEW)
        .annotate(state_before=Subquery(before.values("state")[:1]))
        .filter(state_before=Stage.DRAFT)
        .order_by("-history_id")
    )
    begun = Release.history.filter(history_type="+", history_user=user).values("number")
    return releases.annotate(submitter=Subquery(submitted.values("history_user")[:1])).filter(
        Q(number__in=begun) | Q(submitter=user.pk)
    )
