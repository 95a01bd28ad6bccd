"""Rosters, offices and seats: the places. Who fills them is in ``term``."""

from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ampcpp.search import SearchedWith
from governance.models.mandate import Body, Mandate
from governance.models.person import Person


class Office(SearchedWith):
    """President, eleventh vice-president, chair, member: a title in both genders, stored."""

    title_masculine = models.CharField(_("title of a man"), max_length=120)
    title_feminine = models.CharField(_("title of a woman"), max_length=120)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Its place in this list.")
    )

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title_masculine

    def title(self, gender=Person.Gender.MALE):
        """The title in the active language, in the form that suits ``gender``."""
        return self.title_feminine if gender == Person.Gender.FEMALE else self.title_masculine

    def searched_in(self):
        return Person.objects.filter(terms__seat__office=self).distinct()


class Roster(models.Model):
    """One body in one mandate: the list that is printed and hung on the wall."""

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.PROTECT, related_name="rosters"
    )
    body = models.ForeignKey(
        Body, verbose_name=_("body"), on_delete=models.PROTECT, related_name="rosters"
    )
    is_complete = models.BooleanField(
        _("all its seats are known"),
        default=True,
        help_text=_("Untick it when only some of the members are known: the page then says so."),
    )
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    class Meta:
        verbose_name = _("roster")
        verbose_name_plural = _("rosters")
        ordering = ["-mandate__starts_on", "body__kind", "body__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate", "body"],
                name="governance_one_roster_per_body_and_mandate",
                violation_error_message=_("This body already has a roster in this mandate."),
            )
        ]

    def __str__(self):
        return f"{self.body} – {self.mandate}"

    def get_absolute_url(self):
        return reverse(
            "governance:roster",
            kwargs={"starts_on": self.mandate.starts_on, "slug": self.body.slug},
        )


class Seat(SearchedWith):
    """An office in a roster, at its place in protocol order; vacant when nobody holds it."""

    roster = models.ForeignKey(
        Roster, verbose_name=_("roster"), on_delete=models.PROTECT, related_name="seats"
    )
    office = models.ForeignKey(
        Office, verbose_name=_("office"), on_delete=models.PROTECT, related_name="seats"
    )
    position = models.PositiveSmallIntegerField(_("protocol order"))

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title()

    def title(self, gender=Person.Gender.MALE):
        """«الكاتب العام للجمعية», or with the committee's name: «رئيسة لجنة الصحة»."""
        title = self.office.title(gender)
        body = self.roster.body
        if body.kind == Body.Kind.BUREAU:
            return title
        composed = pgettext("office in a committee", "%(office)s of the %(committee)s")
        return capfirst(composed % {"office": title, "committee": body.name})

    def searched_in(self):
        return Person.objects.filter(terms__seat=self).distinct()
