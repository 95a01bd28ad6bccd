"""Lasting texts with an address of their own. News are releases."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import RichTextField
from ampcpp.publishing import Publishable, PublishableQuerySet
from ampcpp.search import Searchable, SearchableQuerySet


class PageQuerySet(PublishableQuerySet, SearchableQuerySet):
    pass


class Page(Publishable, Searchable):
    """A lasting text: the association, the legal notice. What happened on a day is a release."""

    class Menu(models.TextChoices):
        MAIN = "main", _("main menu")
        FOOTER = "footer", _("foot of the page")

    TRANSLATION = ("title", "body")
    SEARCHED = ("title", "lead", "body")

    slug = models.SlugField(
        _("address"),
        unique=True,
        help_text=_(
            "The end of the page's address, in Latin letters: «the-association» gives "
            "/pages/the-association/. Do not change it once the page is public."
        ),
    )
    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences that say what the page holds.")
    )
    body = RichTextField(_("text"))
    menu = models.CharField(
        _("menu"),
        max_length=6,
        choices=Menu,
        blank=True,
        help_text=_("Where a link to the page stands. Left empty, no menu shows it."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Its place in the menu: the smallest comes first.")
    )
    shows_contacts = models.BooleanField(
        _("shows the contact details"),
        default=False,
        help_text=_("The page also shows the association's address, telephone and e-mail."),
    )

    objects = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["menu", "position", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pages:detail", kwargs={"slug": self.slug})
