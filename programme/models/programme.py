"""Annual programmes, published whole: an activity has no state of its own."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import FIRST_YEAR, LAST_YEAR, RichTextField
from ampcpp.publishing import Publishable, PublishableQuerySet
from ampcpp.search import Searchable, SearchableQuerySet, SearchedWith
from news.models import Release


class ProgrammeQuerySet(PublishableQuerySet, SearchableQuerySet):
    pass


class Programme(Publishable, Searchable, SearchedWith):
    """The programme of one year: an introduction and its activities, published together."""

    TRANSLATION = ("title", "introduction")
    SEARCHED = ("title", "introduction")

    year = models.PositiveSmallIntegerField(
        _("year"),
        unique=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("«برنامج عمل الجمعية لسنة 2022».")
    )
    introduction = RichTextField(_("introduction"))
    announced_in = models.ForeignKey(
        Release,
        verbose_name=_("release that announced it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="programmes",
        help_text=_("The page of that release then leads to the programme."),
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-year"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programme:detail", kwargs={"year": self.year})

    def searched_in(self):
        """Its lines are public with it."""
        return self.activities.all()
