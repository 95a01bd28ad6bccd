"""The kinds of news. They are rows, not choices: the secretariat edits them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Category(models.Model):
    """What kind of news a release is. A press release is one category among the others."""

    class Pattern(models.TextChoices):
        """The drawn pictures of `static/img/patterns.svg`."""

        STAR = "star", _("star")
        ROSETTE = "rosette", _("rosette")
        LATTICE = "lattice", _("lattice")
        KHATAM = "khatam", _("eight-pointed star")
        ZIGZAG = "zigzag", _("zigzag")
        ARCHES = "arches", _("arches")
        TILES = "tiles", _("tiles")

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("address"),
        unique=True,
        help_text=_("How the category is written in addresses, in Latin letters."),
    )
    pattern = models.CharField(
        _("pattern"),
        max_length=10,
        choices=Pattern,
        default=Pattern.STAR,
        help_text=_("The drawn picture of its releases that have no photo."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Its place in the list of categories.")
    )

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('news:list')}?category={self.slug}"
