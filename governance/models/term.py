"""Who holds a seat, from when to when: the one definition of «in office»."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ampcpp.search import SearchedWith
from governance.models.mandate import Mandate
from governance.models.period import Period, PeriodQuerySet, refuse_overlaps
from governance.models.person import Person
from governance.models.roster import Seat


class TermQuerySet(PeriodQuerySet):
    def serving(self, on):
        """The one definition of «in office»: terms held on that day, in the mandate of that day."""
        return self.covering(on).filter(
            seat__roster__mandate__in=Mandate.objects.serving(on).values("pk")
        )

    def with_titles(self):
        """With all that ``title`` and the mandate's date need."""
        return self.with_held_until().select_related(
            "person", "seat__office", "seat__roster__body", "seat__roster__mandate"
        )

    def with_held_until(self):
        """Each with ``held_until``: its own end, or where the next mandate began."""
        starts_on = models.OuterRef("seat__roster__mandate__starts_on")
        following = Mandate.objects.filter(starts_on__gt=starts_on).order_by("starts_on")
        end_of_mandate = models.Subquery(following.values("starts_on")[:1])
        return self.annotate(held_until=Coalesce("ends_on", end_of_mandate))


def with_holders(rosters, on):
    """``rosters`` with body and seats, and for each seat two lists: ``holders``, the term serving
    on that day if any, and ``former``, those that had ended by then."""
    terms = Term.objects.with_held_until().select_related("person")
    seats = Seat.objects.select_related("office", "roster__body").prefetch_related(
        models.Prefetch("terms", terms.serving(on), to_attr="holders"),
        models.Prefetch("terms", terms.filter(ends_on__lte=on), to_attr="former"),
    )
    return rosters.select_related("mandate", "body").prefetch_related(
        models.Prefetch("seats", seats)
    )


class Term(Period, SearchedWith):
    """A person in a seat. Without a start of its own it counts from the mandate's beginning."""

    class EndReason(models.TextChoices):
        RESIGNED = "resigned", _("resigned")
        REPLACED = "replaced", _("replaced")
        LOST_COUNCIL = "lost_council", _("no longer president of a council")
        DIED = "died", _("died")

    seat = models.ForeignKey(
        Seat, verbose_name=_("seat"), on_delete=models.PROTECT, related_name="terms"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("holder"), on_delete=models.PROTECT, related_name="terms"
    )
    is_acting = models.BooleanField(
        _("acting"), default=False, help_text=_("Holds the seat for the time being («بالنيابة»).")
    )
    end_reason = models.CharField(_("why it ended"), max_length=12, choices=EndReason, blank=True)
    source_name = models.CharField(
        _("name in the source"),
        max_length=120,
        blank=True,
        help_text=_("The name as the official list wrote it."),
    )
    source_title = models.CharField(
        _("title in the source"),
        max_length=150,
        blank=True,
        help_text=_("The title as the official list wrote it."),
    )

    objects = TermQuerySet.as_manager()

    class Meta(Period.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = [models.F("starts_on").asc(nulls_first=True), "pk"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(ends_on=None),
                name="governance_one_open_term_per_seat",
                violation_error_message=_("This seat is already held. End that term first."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.title}"

    def searched_in(self):
        return [self.person]

    @property
    def title(self):
        """The seat's title in the form that suits the holder."""
        return self.seat.title(self.person.gender)

    def clean(self):
        """A term lies within its mandate."""
        super().clean()
        if self.end_reason and not self.ends_on:
            raise ValidationError({"ends_on": _("Give the end as well.")}, code="no_end")
        roster = getattr(getattr(self, "seat", None), "roster", None)
        mandate = Mandate.objects.with_end().filter(pk=getattr(roster, "mandate_id", None)).first()
        if mandate is None:  # the form has errors of its own
            return
        if any(day and day < mandate.starts_on for day in (self.starts_on, self.ends_on)):
            raise ValidationError(_("This is before the mandate began."), code="outside_mandate")
        end = mandate.ends_on
        starts_late = end and self.starts_on and self.starts_on >= end
        if starts_late or (end and self.ends_on and self.ends_on > end):
            raise ValidationError(_("This is after the mandate ended."), code="outside_mandate")

    def validate_constraints(self, exclude=None):
        """No two terms of the seat share a day. An inline excludes the seat: its formset checks."""
        super().validate_constraints(exclude)
        if self.seat_id and "seat" not in (exclude or ()):
            refuse_overlaps([*Term.objects.filter(seat=self.seat_id).exclude(pk=self.pk), self])
