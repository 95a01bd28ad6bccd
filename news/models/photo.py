"""The gallery of a release. A portrait belongs to its person."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import PictureField
from news.models.release import Release


class Photo(models.Model):
    """A picture of a release's gallery; the first one is its cover."""

    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.CASCADE, related_name="photos"
    )
    image = PictureField(
        _("picture"),
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG or WebP. It is made smaller by itself, and its place data removed."),
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The smallest comes first and is the cover.")
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    credit = models.CharField(
        _("credit"), max_length=120, blank=True, help_text=_("Who took the picture.")
    )
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it: who, where, doing what."),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It tells nothing that the text does not; screen readers pass over it."),
    )

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.caption or self.alternative_text or str(self.pk)

    def clean(self):
        super().clean()
        if not self.is_decorative and not self.alternative_text_ar:
            raise ValidationError(
                {
                    "alternative_text_ar": _(
                        "Say in Arabic what the picture shows, or mark it as decorative."
                    )
                }
            )
