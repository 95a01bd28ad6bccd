"""The association's name and contacts. What differs between servers is a setting, not a detail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import DayField


class SiteDetails(models.Model):
    """The association's name and contacts, in one row: what stands at the foot of every page."""

    name = models.CharField(_("name of the association"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=50)
    founded_on = DayField(_("founded on"), null=True, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    facebook_url = models.URLField(_("Facebook page"), blank=True)
    x_url = models.URLField(_("X page"), blank=True)
    youtube_url = models.URLField(_("YouTube channel"), blank=True)
    home_page_word = models.ForeignKey(
        "ampcpp.Page",
        verbose_name=_("word on the home page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page whose lead stands on the home page: the word of the president."),
    )

    class Meta:
        verbose_name = _("details of the association")
        verbose_name_plural = _("details of the association")

    def __str__(self):
        return self.name

    @classmethod
    def load(cls):
        """The one row, or an empty one when nothing has been entered yet."""
        return cls.objects.first() or cls()

    @property
    def networks(self):
        """Name and address of each social network that has been entered."""
        pages = [
            ("Facebook", self.facebook_url),
            ("X", self.x_url),
            ("YouTube", self.youtube_url),
        ]
        return [(name, url) for name, url in pages if url]
