"""The lines of a programme. What came of one is told in a release."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import start_of, today
from ampcpp.fields import DayField
from ampcpp.search import Searchable, SearchableQuerySet
from programme.models.programme import Programme

BY_DATE = (
    F("happens_on").asc(nulls_last=True),
    F("start_time").asc(nulls_first=True),
    "position",
)


class ActivityQuerySet(SearchableQuerySet):
    def published(self):
        """The activities of the published programmes."""
        return self.filter(programme__in=Programme.objects.published())

    def by_date(self):
        """By day and hour; the undated last, in the order of the source."""
        return self.order_by(*BY_DATE)

    def coming(self):
        """Those whose last day has not passed, cancelled ones apart, the next one first: what has
        begun, an hour or a year ago, follows what is still to begin."""
        now = timezone.localtime()
        last_day = Coalesce("happens_until", "happens_on")
        begun = Q(happens_on__lt=now.date()) | Q(happens_on=now.date(), start_time__lte=now.time())
        coming = self.alias(last_day=last_day).filter(last_day__gte=now.date(), is_cancelled=False)
        return coming.order_by(Case(When(begun, then=1), default=0), *BY_DATE)


class Activity(Searchable):
    """A line of a programme; the nature as it was written is its title."""

    class Kind(models.TextChoices):
        TRAINING = "training", _("training")
        BUREAU_MEETING = "bureau_meeting", _("bureau meeting")
        OUTSIDE_MEETING = "outside_meeting", _("outside meeting")
        CONFERENCE = "conference", _("conference or study day")
        MISSION = "mission", _("mission")
        VISIT = "visit", _("visit")

    SEARCHED = ("nature", "content", "topics", "note")

    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.CASCADE,
        related_name="activities",
    )
    position = models.PositiveSmallIntegerField(
        _("position"), help_text=_("Its place in the programme as it was adopted.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=Kind,
        blank=True,
        help_text=_("For the filter of the page. Leave it empty when it is not given."),
    )
    nature = models.CharField(
        _("nature of the activity"),
        max_length=250,
        blank=True,
        help_text=_("As the programme writes it: it is the title of the line."),
    )
    date_as_written = models.CharField(
        _("date as written"),
        max_length=200,
        blank=True,
        help_text=_(
            "The programme's own words: «حسب التاريخ المقترح». An undated line shows them."
        ),
    )
    happens_on = DayField(_("first day"), null=True, blank=True)
    happens_until = DayField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Only for several days; the last day is included."),
    )
    start_time = models.TimeField(
        _("hour"), null=True, blank=True, help_text=_("When it begins, Casablanca time.")
    )
    content = models.TextField(_("content"), blank=True)
    topics = models.TextField(_("topics"), blank=True, help_text=_("One on each line."))
    note = models.TextField(_("note"), blank=True)
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("The line stays and says so; calendars of subscribers strike it out."),
    )
    #: How often it was saved again: calendars of subscribers follow the higher one.
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(happens_until=None) | Q(happens_until__gt=F("happens_on")),
                name="programme_activity_until_is_later",
                violation_error_message=_("The last day must follow the first day."),
            ),
        ]

    def __str__(self):
        return capfirst(self.nature or _("activity %(position)s") % {"position": self.position})

    def save(self, *args, **kwargs):
        self.revision += not self._state.adding
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return f"{self.programme.get_absolute_url()}#{self.anchor}"

    @property
    def found_at(self):
        return start_of(self.happens_on) if self.happens_on else None

    @property
    def public_from(self):
        return self.programme.public_from

    @property
    def anchor(self):
        """Its id on the page of the programme."""
        return f"activity-{self.pk}"

    @property
    def topic_list(self):
        """The topics as a list, empty lines dropped."""
        return [line.strip() for line in self.topics.splitlines() if line.strip()]

    @property
    def last_day(self):
        """The last day, included; None when undated."""
        return self.happens_until or self.happens_on

    @property
    def is_under_way(self):
        """Whether it has begun, today by its hour if it has one, and its last day is not over."""
        if not self.happens_on or self.is_past:
            return False
        now = timezone.localtime()
        begins = (self.happens_on, self.start_time or datetime.time.max)
        return begins <= (now.date(), now.time())

    @property
    def is_past(self):
        return self.last_day is not None and self.last_day < today()

    def clean(self):
        super().clean()
        if not self.happens_on and (self.happens_until or self.start_time):
            raise ValidationError({"happens_on": _("Give the first day as well.")})
