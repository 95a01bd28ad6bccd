"""What the association tells every visitor for some days, above the header of every page.

A text that is to stay, or to be found again, is a page or a release.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import validate_year


class BannerQuerySet(models.QuerySet):
    def showing(self):
        """Those whose time it is, the latest begun first: pages show that one alone."""
        now = timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gt=now).order_by("-starts_at", "-pk")


class Banner(models.Model):
    """A line above every page, from a moment to a moment."""

    class Kind(models.TextChoices):
        NOTICE = "notice", _("notice")
        CONGRATULATION = "congratulation", _("congratulation")
        CONDOLENCE = "condolence", _("condolence")

    class Stage(models.TextChoices):
        SCHEDULED = "scheduled", _("scheduled")
        SHOWING = "showing", _("showing")
        OVER = "over", _("over")

    kind = models.CharField(
        _("kind"),
        max_length=14,
        choices=Kind,
        default=Kind.NOTICE,
        help_text=_("It decides the colours: those of a condolence are quieter."),
    )
    text = models.CharField(
        _("text"),
        max_length=250,
        help_text=_("One or two short sentences. They stand above every page of the site."),
    )
    link = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        help_text=_("The address of the page that says more, copied from the browser, if any."),
    )
    starts_at = models.DateTimeField(
        _("from"),
        default=timezone.now,
        validators=[validate_year],
        help_text=_("Casablanca time. A moment to come shows it by itself when it is reached."),
    )
    ends_at = models.DateTimeField(
        _("until"),
        validators=[validate_year],
        help_text=_("It disappears by itself. To take it down at once, write the present moment."),
    )

    objects = BannerQuerySet.as_manager()

    class Meta:
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="ampcpp_banner_ends_after_it_starts",
                violation_error_message=_("The end must come after the beginning."),
            )
        ]

    def __str__(self):
        return self.text

    @property
    def stage(self):
        """Where it stands now; of several that are showing, pages show the latest begun."""
        now = timezone.now()
        if self.starts_at > now:
            return self.Stage.SCHEDULED
        return self.Stage.SHOWING if self.ends_at > now else self.Stage.OVER
