"""Mandates, and the bodies that live through them."""

import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import format_date, today
from ampcpp.fields import DayField
from ampcpp.search import SearchedWith
from governance.models.person import Person


class MandateQuerySet(models.QuerySet):
    def serving(self, on):
        """The mandate of that day, at most one: on the day of renewal, the new one."""
        latest = self.model.objects.filter(starts_on__lte=on).order_by("-starts_on")
        return self.filter(pk=latest.values("pk")[:1])

    def with_end(self):
        """Each with ``ends_on``, where the next one begins; None for the last."""
        following = self.model.objects.filter(starts_on__gt=models.OuterRef("starts_on"))
        return self.annotate(
            ends_on=models.Subquery(following.order_by("starts_on").values("starts_on")[:1])
        )


class Mandate(models.Model):
    """From one renewal by the general assembly to the next, where it ends."""

    starts_on = DayField(
        _("began on"),
        unique=True,
        help_text=_(
            "The day of the general assembly that elected it. It ends on the day the next begins."
        ),
    )

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-starts_on"]

    def __str__(self):
        return str(_("mandate begun on %(day)s") % {"day": format_date(self.starts_on)})

    def get_absolute_url(self):
        return reverse("governance:mandate", kwargs={"starts_on": self.starts_on})

    @property
    def is_over(self):
        """Whether the next one has begun. Needs ``with_end()``."""
        return self.ends_on is not None and self.ends_on <= today()

    def day_shown(self, today):
        """The day whose holders a page of it shows: today, or the nearest day within it.

        Needs ``with_end()``.
        """
        last = self.ends_on - datetime.timedelta(days=1) if self.ends_on else today
        return max(self.starts_on, min(today, last))


class Body(SearchedWith):
    """The executive bureau, or a permanent committee; it stays the same across mandates."""

    class Kind(models.TextChoices):
        BUREAU = "bureau", _("executive bureau")
        COMMITTEE = "committee", _("permanent committee")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.COMMITTEE)
    name = models.CharField(
        _("name"),
        max_length=150,
        help_text=_("In French in lower case, as inside a sentence: «commission de la santé»."),
    )
    slug = models.SlugField(
        _("address"),
        unique=True,
        help_text=_("The end of its address, in Latin letters: «health»."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Its place in protocol order.")
    )

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["kind", "position", "pk"]

    def __str__(self):
        return self.name

    @property
    def is_committee(self):
        return self.kind == Body.Kind.COMMITTEE

    def searched_in(self):
        return Person.objects.filter(terms__seat__roster__body=self).distinct()
