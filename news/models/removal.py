"""Addresses of releases that were removed after the public had read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Removal(models.Model):
    """Where the address of a removed release leads; it outlives the release itself.

    Numbers, not keys: both releases may be gone one day, and the address must still lead on.
    """

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    moved_to = models.PositiveBigIntegerField(_("number of the release that takes its place"))

    class Meta:
        verbose_name = _("removed release")
        verbose_name_plural = _("removed releases")

    def __str__(self):
        return f"{self.number} → {self.moved_to}"
