"""What the public may read. Nothing public is read in any other way than through this door."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from ampcpp.fields import validate_year


class PublishableQuerySet(models.QuerySet):
    """Time decides when it is read, so a scheduled text needs no worker to appear."""

    def published(self):
        """Published, its moment come, not in the trash: what lists, feeds and search show."""
        return self.readable().filter(state=Publishable.State.PUBLISHED)

    def readable(self):
        """The published, and the withdrawn, which keep their page with a notice."""
        return self.filter(
            state__in=[Publishable.State.PUBLISHED, Publishable.State.WITHDRAWN],
            published_at__lte=timezone.now(),
            trashed_at=None,
        )

    def scheduled(self):
        """Published at a moment to come; the counterpart of ``is_scheduled``."""
        return self.filter(
            state=Publishable.State.PUBLISHED, published_at__gt=timezone.now(), trashed_at=None
        )

    def visible_to(self, user):
        """The readable, and for staff who may view or change it whatever is not in the trash."""
        app, name = self.model._meta.app_label, self.model._meta.model_name
        may = [f"{app}.{action}_{name}" for action in ("view", "change")]
        if user.is_staff and any(map(user.has_perm, may)):
            return self.filter(trashed_at=None)
        return self.readable()

    def translated(self, language):
        """Those that can be read in ``language``: each text that makes a translation is there."""
        rows = self
        for field in self.model.TRANSLATION:
            column = build_localized_fieldname(field, language)
            rows = rows.exclude(Q(**{column: ""}) | Q(**{column: None}))
        return rows


class Publishable(models.Model):
    """Something with a public moment: a release, a page, a programme, a document."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    #: The translated fields that must be filled for a language to count as translated.
    TRANSLATION = ("title",)

    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.DRAFT,
        help_text=_(
            "Only a published text is seen by the public. A withdrawn one keeps its page, "
            "with a notice that it has been withdrawn."
        ),
    )
    published_at = models.DateTimeField(
        _("moment of publication"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_(
            "Casablanca time. Left empty, it is the moment you publish. A moment to come "
            "publishes the text by itself when it is reached."
        ),
    )
    trashed_at = models.DateTimeField(_("moved to the trash"), null=True, editable=False)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    class Meta:
        abstract = True
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
    def is_withdrawn(self):
        return self.state == self.State.WITHDRAWN

    @property
    def is_scheduled(self):
        return (
            self.state == self.State.PUBLISHED
            and self.published_at > timezone.now()
            and self.trashed_at is None
        )

    @property
    def changed_at(self):
        """When the public last saw it change: a scheduled text appears after it was saved."""
        return max(self.published_at, self.updated_at)

    def has_translation(self, language):
        """Whether it can be read in ``language``; the counterpart of ``translated()``."""
        return all(
            getattr(self, build_localized_fieldname(field, language)) for field in self.TRANSLATION
        )

    def clean(self):
        """Publishing without a moment means now."""
        super().clean()
        if self.state == self.State.PUBLISHED and self.published_at is None:
            self.published_at = timezone.now()
