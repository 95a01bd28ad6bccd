"""What the public may read. Nothing public is read in any other way than through this door."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from ampcpp.access import lacks_second_factor
from ampcpp.fields import validate_year
from ampcpp.languages import LANGUAGES


class PublishableQuerySet(models.QuerySet):
    """Time decides when it is read, so a scheduled text needs no worker to appear."""

    def published(self):
        """Published, its moment come, not in the trash: what lists, feeds and search show."""
        return self.readable().filter(state=Publishable.State.PUBLISHED)

    def to_be_published(self):
        """The published and the scheduled: never to be shown without asking for the moment."""
        return self.filter(state=Publishable.State.PUBLISHED, trashed_at=None)

    def readable(self):
        """The published, and the withdrawn, which keep their page with a notice."""
        return self.filter(
            state__in=[Publishable.State.PUBLISHED, Publishable.State.WITHDRAWN],
            published_at__lte=timezone.now(),
            trashed_at=None,
        )

    def at_stage(self, stage):
        """Those that stand at a stage; the counterpart of ``stage``."""
        if stage == Publishable.Stage.TRASHED:
            return self.exclude(trashed_at=None)
        rows = self.filter(trashed_at=None)
        if stage == Publishable.Stage.SCHEDULED:
            return self.to_be_published().filter(published_at__gt=timezone.now())
        if stage == Publishable.Stage.PUBLISHED:
            return rows.published()
        return rows.filter(state=stage)

    def visible_to(self, user):
        """The readable, and for staff who may view or change it whatever is not in the trash. Who
        has given the password alone, where a second factor is asked, reads what everybody does."""
        app, name = self.model._meta.app_label, self.model._meta.model_name
        may = [f"{app}.{action}_{name}" for action in ("view", "change")]
        is_let_in = user.is_staff and any(map(user.has_perm, may))
        if is_let_in and not lacks_second_factor(user):
            return self.filter(trashed_at=None)
        return self.readable()

    def translated(self, language):
        """Those that can be read in ``language``: each text that makes a translation is there."""
        rows = self
        for field in self.model.TRANSLATION:
            column = build_localized_fieldname(field, language)
            rows = rows.exclude(Q(**{column: ""}) | Q(**{column: None}))
        return rows

    def untranslated(self):
        """Those that cannot be read in every language."""
        is_missing = Q()
        for field in self.model.TRANSLATION:
            for language in LANGUAGES:
                column = build_localized_fieldname(field, language)
                is_missing |= Q(**{column: ""}) | Q(**{column: None})
        return self.filter(is_missing)


class Publishable(models.Model):
    """Something with a public moment: a release, a page, a programme, a document."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Stage(models.TextChoices):
        """The state as people see it: a moment to come and the trash are stages of their own."""

        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        TRASHED = "trashed", _("in the trash")

    #: The translated fields that must be filled for a language to count as translated.
    TRANSLATION = ("title",)

    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.DRAFT,
        editable=False,  # `workflow.py` changes it
    )
    published_at = models.DateTimeField(
        _("moment of publication"),
        null=True,
        blank=True,
        editable=False,
        validators=[validate_year],
    )
    remark = models.TextField(_("remark"), blank=True, editable=False)
    stale = models.CharField(max_length=5, blank=True, editable=False)  # languages: «fr en»
    trashed_at = models.DateTimeField(_("moved to the trash"), null=True, editable=False)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_at_a_moment",
                violation_error_message=_("A published text needs its moment of publication."),
            )
        ]

    @property
    def is_public(self):
        """Whether ``readable()`` would find it now."""
        return (
            self.state in (self.State.PUBLISHED, self.State.WITHDRAWN)
            and self.published_at is not None
            and self.published_at <= timezone.now()
            and self.trashed_at is None
        )

    @property
    def public_from(self):
        """From when on ``published()`` finds it; None for never."""
        is_kept = self.state == self.State.PUBLISHED and self.trashed_at is None
        return self.published_at if is_kept else None

    @property
    def stage(self):
        """Where it stands now."""
        if self.trashed_at:
            return self.Stage.TRASHED
        is_coming = self.published_at is not None and self.published_at > timezone.now()
        if self.state == self.State.PUBLISHED and is_coming:
            return self.Stage.SCHEDULED
        return self.Stage(self.state)

    @property
    def is_withdrawn(self):
        return self.state == self.State.WITHDRAWN

    @property
    def is_scheduled(self):
        return self.stage == self.Stage.SCHEDULED

    @property
    def changed_at(self):
        """When the public last saw it change: a scheduled text appears after it was saved."""
        return max(self.published_at, self.updated_at)

    def has_translation(self, language):
        """Whether it can be read in ``language``; the counterpart of ``translated()``."""
        return all(
            getattr(self, build_localized_fieldname(field, language)) for field in self.TRANSLATION
        )

    def translation_state(self, language):
        """``missing``, ``stale`` when the Arabic changed since, or ``complete``."""
        if not self.has_translation(language):
            return "missing"
        return "stale" if language in self.stale.split() else "complete"

    def mark_translations(self, written, changed, are_right=False):
        """After an edit that changed these columns of the ``written`` fields: a change of the
        Arabic makes the translations stale, unless they were changed too or are said to be right.
        """

        def has_changed(language):
            return any(build_localized_fieldname(name, language) in changed for name in written)

        others = [
            code
            for code in LANGUAGES
            if code != settings.LANGUAGE_CODE and self.has_translation(code)
        ]
        was_stale = [*others] if has_changed(settings.LANGUAGE_CODE) else self.stale.split()
        stale = [code for code in others if code in was_stale and not has_changed(code)]
        self.stale = "" if are_right else " ".join(stale)
