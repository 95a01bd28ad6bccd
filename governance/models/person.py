"""People. What they hold is a term or a presidency, never a field here."""

import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ampcpp.fields import PictureField, RichTextField
from ampcpp.languages import LANGUAGES
from ampcpp.search import ALWAYS, Searchable, SearchableQuerySet
from ampcpp.slugs import slug_of


class Person(Searchable):
    """Somebody who holds or held an office, presides a council, or is named in a release."""

    class Gender(models.TextChoices):
        MALE = "m", _("man")
        FEMALE = "f", _("woman")

    SEARCHED = ("name", "biography")

    number = models.BigAutoField(_("number"), primary_key=True)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As the site writes it: given name, family name.")
    )
    is_latin_name_confirmed = models.BooleanField(
        _("Latin spelling confirmed"),
        default=False,
        help_text=_("Tick it once the person has confirmed the French spelling of the name."),
    )
    variants = models.TextField(
        _("other spellings"),
        blank=True,
        help_text=_("Spellings found elsewhere, one on each line; the search finds them too."),
    )
    gender = models.CharField(
        _("gender"),
        max_length=1,
        choices=Gender,
        default=Gender.MALE,
        help_text=_("Decides between the two forms of a title: «رئيس» or «رئيسة»."),
    )
    portrait = PictureField(
        _("portrait"),
        blank=True,
        width_field="portrait_width",
        height_field="portrait_height",
        help_text=_("A square picture of the face is best, from 320 pixels wide on."),
    )
    portrait_width = models.PositiveIntegerField(null=True, editable=False)
    portrait_height = models.PositiveIntegerField(null=True, editable=False)
    biography = RichTextField(_("biography"), blank=True)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = SearchableQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "number"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse(
            "governance:person", kwargs={"number": self.number, "slug": slug_of(self.name)}
        )

    def has_translation(self, language):
        """Whether the name can be read in ``language``: one Latin spelling serves French and
        English."""
        return bool(self.name_ar if language == "ar" else self.name_fr or self.name_en)

    @property
    def found_at(self):
        """Not a moment in time: whoever has the smaller number comes first."""
        return ALWAYS + datetime.timedelta(minutes=max(0, 1_000_000 - self.pk))

    @property
    def public_from(self):
        return ALWAYS

    def more_texts(self):
        """Other spellings, and every office that the person holds or held."""
        held = [*self.terms.with_titles(), *self.presidencies.select_related("council", "person")]
        titles = []
        for language in LANGUAGES:
            with override(language):
                titles += [str(office.title) for office in held]
        return [(ALWAYS, text) for text in (*self.variants.splitlines(), *titles)]
