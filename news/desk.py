"""The desk of the secretariat: what waits for somebody, on the first page of the admin.

Each section is one query; it shows the first rows and leads to the list of all.
"""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ampcpp.publishing import Publishable
from ampcpp.workflow import has_right
from news.models import Photo, Release

MOST_SHOWN = 8
WEEK = datetime.timedelta(days=7)
Stage = Publishable.Stage


@dataclass
class Section:
    """Rows of a model under a heading; ``query`` narrows its list to all of them."""

    title: str
    rows: list
    query: dict | None = None
    model: type = Release

    @property
    def opts(self):
        return self.model._meta

    @property
    def shown(self):
        return self.rows[:MOST_SHOWN]

    @property
    def more_url(self):
        """The list of all, when there are more than are shown."""
        if len(self.rows) <= MOST_SHOWN or self.query is None:
            return None
        path = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return f"{path}?{urlencode(self.query)}"


def section(title, rows, query=None):
    return Section(title, list(rows[: MOST_SHOWN + 1]), query, rows.model)


def desk_of(user):
    """The sections that hold something for this user."""
    releases = Release.objects.order_by("-updated_at")
    sections = [
        in_review(user, Release),
        *(in_review(user, model) for model in others_read_by(user)),
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


def others_read_by(user):
    """The other kinds of texts that take the same steps: documents, pages, programmes."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Publishable)
        and model is not Release
        and has_right(user, "view", model)
    ]


def in_review(user, model):
    """What waits for a publisher; what is no release says what it is."""
    title = (
        _("Waiting for your review")
        if has_right(user, "publish", model)
        else _("Waiting for a publisher")
    )
    if model is not Release:
        title = f"{title} – {model._meta.verbose_name_plural}"
    rows = model.objects.order_by("-updated_at").at_stage(Stage.IN_REVIEW)
    return section(title, rows, {"state": Stage.IN_REVIEW})


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
