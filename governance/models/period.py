"""A stretch of days somebody holds something: `[starts_on, ends_on)`."""

import datetime
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import DayField

OVERLAP = _("Two people would hold this at the same time. The first day of the one is at the "
            "earliest the end of the other.")  # fmt: skip


class PeriodQuerySet(models.QuerySet):
    def covering(self, on):
        """Those that had begun on that day and had not ended; an unknown start had begun."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=on), Q(ends_on=None) | Q(ends_on__gt=on)
        )

    def with_serving(self, on):
        """Each with ``is_serving``: whether ``serving(on)`` finds it."""
        serving = self.model.objects.serving(on).filter(pk=models.OuterRef("pk"))
        return self.annotate(is_serving=models.Exists(serving))


class Period(models.Model):
    """`ends_on` is the first day no longer held. Empty start: unknown. Empty end: still held."""

    starts_on = DayField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("First day. Leave it empty when it is not known."),
    )
    ends_on = DayField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The first day it was no longer held. Leave it empty as long as it is held."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                violation_error_message=_("The end must be later than the beginning."),
            )
        ]


def refuse_overlaps(periods):
    """Raises ``ValidationError`` when two of these periods of one thing share a day."""
    in_order = sorted(periods, key=lambda period: period.starts_on or datetime.date.min)
    for earlier, later in pairwise(in_order):
        if earlier.ends_on is None or later.starts_on is None or later.starts_on < earlier.ends_on:
            raise ValidationError(OVERLAP, code="overlap")
