"""Councils outside the association, and who presides them. Its own bodies are in ``mandate``."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ampcpp.search import SearchedWith
from governance.models.period import Period, PeriodQuerySet, refuse_overlaps
from governance.models.person import Person


class Council(SearchedWith):
    """A prefectural or provincial council, whose president is a member of the association."""

    class Kind(models.TextChoices):
        PREFECTURE = "prefecture", _("prefectural council")
        PROVINCE = "province", _("provincial council")

    class Region(models.TextChoices):
        """The twelve regions of decree 2.15.40 of 20 February 2015."""

        TANGER_TETOUAN_AL_HOCEIMA = "tanger_tetouan_al_hoceima", _("Tanger-Tétouan-Al Hoceïma")
        ORIENTAL = "oriental", _("L'Oriental")
        FES_MEKNES = "fes_meknes", _("Fès-Meknès")
        RABAT_SALE_KENITRA = "rabat_sale_kenitra", _("Rabat-Salé-Kénitra")
        BENI_MELLAL_KHENIFRA = "beni_mellal_khenifra", _("Béni Mellal-Khénifra")
        CASABLANCA_SETTAT = "casablanca_settat", _("Casablanca-Settat")
        MARRAKECH_SAFI = "marrakech_safi", _("Marrakech-Safi")
        DRAA_TAFILALET = "draa_tafilalet", _("Drâa-Tafilalet")
        SOUSS_MASSA = "souss_massa", _("Souss-Massa")
        GUELMIM_OUED_NOUN = "guelmim_oued_noun", _("Guelmim-Oued Noun")
        LAAYOUNE_SAKIA_EL_HAMRA = "laayoune_sakia_el_hamra", _("Laâyoune-Sakia El Hamra")
        DAKHLA_OUED_ED_DAHAB = "dakhla_oued_ed_dahab", _("Dakhla-Oued Ed-Dahab")

    name = models.CharField(
        _("name"), max_length=150, help_text=_("In full: «المجلس الإقليمي لخريبكة».")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    region = models.CharField(_("region"), max_length=30, choices=Region)

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("councils")
        ordering = ["region", "name", "pk"]

    def __str__(self):
        return self.name

    def searched_in(self):
        return Person.objects.filter(presidencies__council=self).distinct()


class PresidencyQuerySet(PeriodQuerySet):
    def serving(self, on):
        """Who presides which council on that day."""
        return self.covering(on)


class Presidency(Period, SearchedWith):
    """Who presided a council, from a day to a day."""

    council = models.ForeignKey(
        Council, verbose_name=_("council"), on_delete=models.PROTECT, related_name="presidencies"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("president"),
        on_delete=models.PROTECT,
        related_name="presidencies",
    )

    objects = PresidencyQuerySet.as_manager()

    class Meta(Period.Meta):
        verbose_name = _("presidency of a council")
        verbose_name_plural = _("presidencies of a council")
        ordering = ["council", models.F("starts_on").asc(nulls_first=True), "pk"]

    def __str__(self):
        return f"{self.person} – {self.council}"

    def searched_in(self):
        return [self.person]

    @property
    def title(self):
        """«رئيس المجلس الإقليمي لخريبكة», in the form that suits the holder."""
        if self.person.gender == Person.Gender.FEMALE:
            title = pgettext("woman", "president of the %(council)s")
        else:
            title = pgettext("man", "president of the %(council)s")
        return capfirst(title % {"council": self.council})

    def validate_constraints(self, exclude=None):
        """As with terms: no two presidencies of the council share a day."""
        super().validate_constraints(exclude)
        if self.council_id and "council" not in (exclude or ()):
            others = Presidency.objects.filter(council=self.council_id).exclude(pk=self.pk)
            refuse_overlaps([*others, self])
