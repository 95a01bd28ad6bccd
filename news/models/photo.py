"""The gallery of a release. A portrait belongs to its person."""

import re
import secrets

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import get_translation_fields

from ampcpp.fields import PictureField
from news.models.release import Release

SUFFIX = re.compile(r"\.(jpe?g|png|webp|hei[cf]|gif|bmp|tiff?|avif|pdf)$", re.IGNORECASE)
#: What cameras, telephones and messengers begin a name with; a number follows, or nothing.
BEGINNINGS = (
    *("img", "dsc", "dscn", "dscf", "dcim", "pxl", "mvimg", "sam", "dji", "gopr", "fb img"),
    *("image", "photo", "picture", "pic", "screenshot", "screen shot", "whatsapp image", "capture"),
    *("capture d'écran", "received", "file", "صورة", "الصورة", "صور", "لقطة شاشة", "صورة واتساب"),
)
BEGINNING = "|".join(map(re.escape, BEGINNINGS))
NAME = re.compile(rf"(?:(?:{BEGINNING})(?:[\s\d:.()-]|at|wa)*|[\s\d:.()-]+)", re.IGNORECASE)

FILE_NAME = _("This is the name of a file. Say what the picture shows: who, where, doing what.")


def is_file_name(text):
    """Whether a text says no more of a picture than its file does: «IMG_2034», «صورة 3»."""
    text = text.strip().replace("_", " ").replace("’", "'")
    return bool(SUFFIX.search(text) or NAME.fullmatch(text))


def new_reference():
    """One that nobody guesses: seen in a copied text, it tells nothing of a draft."""
    return secrets.token_urlsafe(12)


class PhotoQuerySet(models.QuerySet):
    def without_text(self):
        """Those that tell nothing to who does not see them; a release with one cannot be public."""
        missing = Q(alternative_text_ar="") | Q(alternative_text_ar=None)
        return self.filter(missing, is_decorative=False)


class Photo(models.Model):
    """A picture of a release's gallery; the first one is its cover."""

    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.CASCADE, related_name="photos"
    )
    image = PictureField(
        _("picture"),
        width_field="width",
        height_field="height",
        focus_fields=("focus_x", "focus_y"),
        digest_field="digest",
        help_text=_(
            "From 1600 pixels wide on it is sharp on every screen; a larger one is made smaller by "
            "itself."
        ),
    )
    #: By which texts place it: the same in copies of the release, whatever its file becomes.
    reference = models.CharField(max_length=64, default=new_reference, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    digest = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    focus_x = models.PositiveSmallIntegerField(
        _("focal point, across"), default=50, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_(
            "What stays in sight where the picture is cut, in percent from the left and the top."
        ),
    )
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

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.caption or self.alternative_text or gettext("without a text yet")

    @property
    def twins(self):
        """The same photo elsewhere; copies of a release share the file itself."""
        rows = Photo.objects.exclude(pk=self.pk).exclude(image=self.image.name)
        same = rows.filter(digest=self.digest) if self.digest else rows.none()
        return same.filter(release__trashed_at=None).select_related("release")

    def clean(self):
        super().clean()
        errors = {
            name: FILE_NAME
            for name in get_translation_fields("alternative_text")
            if is_file_name(getattr(self, name) or "")
        }
        is_waiting = not self._state.adding and may_wait(self.release)
        if not self.is_decorative and not self.alternative_text_ar and not is_waiting:
            errors["alternative_text_ar"] = _(
                "Say in Arabic what the picture shows, or mark it as decorative."
            )
        if errors:
            raise ValidationError(errors)


def may_wait(release):
    """Whether photos may be dropped into it and wait for their texts: nobody reads it yet."""
    return release.stage in (Release.Stage.DRAFT, Release.Stage.IN_REVIEW)


def next_position(release):
    """The place of one more photo: the last."""
    last = release.photos.aggregate(last=Max("position"))["last"] if release.pk else None
    return 1 if last is None else last + 1
