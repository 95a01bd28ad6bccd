"""Model fields of our own: sanitised rich text, re-encoded pictures, days."""

import secrets
from contextlib import suppress
from pathlib import PurePosixPath

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from modeltranslation.fields import TranslationField

from ampcpp.pictures import (
    SHARED_WIDTH,
    VERSION_WIDTHS,
    Picture,
    Version,
    height_at,
    reencode,
    shared,
    smaller,
)
from ampcpp.richtext import sanitize

FIRST_YEAR, LAST_YEAR = 1900, 2100
EDITOR = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "History": True,
}


class RichTextField(ProseEditorField):
    """HTML of the one allow-list; forms and ``save()`` drop whatever else it is given."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs, extensions=EDITOR, sanitize=sanitize)

    def clean(self, value, instance):
        """Sanitised before it is validated: a required text may not be empty paragraphs."""
        return models.TextField.clean(self, sanitize(value), instance)

    def pre_save(self, model_instance, add):
        """What is stored is clean. The attribute itself is only touched where it is stored by
        this name: that of a translated field reads and writes the active language."""
        value = super().pre_save(model_instance, add)
        value = sanitize(value) if value else value
        if isinstance(self, TranslationField):
            setattr(model_instance, self.attname, value)
        return value


def unguessable_name(instance, filename):
    """`<model>/<random>.<ext>`: a draft's picture cannot be found by guessing its address."""
    suffix = PurePosixPath(filename).suffix.lower()
    return f"{instance._meta.model_name}/{secrets.token_urlsafe(12)}{suffix}"


class PictureFormField(forms.ImageField):
    """Re-encodes while the form is validated, so that a bad file is an error beside the field."""

    def to_python(self, data):
        upload = forms.FileField.to_python(self, data)
        return upload and reencode(upload)


class PictureFieldFile(ImageFieldFile):
    """A picture and its smaller versions, `photo/<random>-640.webp` beside `photo/<random>.jpg`."""

    @property
    def versions(self):
        """From the smallest to the largest, which is the picture itself."""
        size = self.field.stored_size(self.instance)
        widths = [width for width in VERSION_WIDTHS if width < (size[0] or 0)]
        stem = PurePosixPath(self.name).with_suffix("")
        return [
            Version(self.storage, f"{stem}-{width}.webp", width, height_at(width, size))
            for width in widths
        ] + [Version(self.storage, self.name, *size)]

    def version(self, width):
        """The smallest that is at least this wide, or else the largest."""
        *smaller_ones, largest = self.versions
        return next((one for one in smaller_ones if one.width >= width), largest)

    @property
    def shared(self):
        """What messengers show beside a link: a JPEG, or the picture itself where it is small."""
        *_, largest = self.versions
        if (largest.width or 0) <= SHARED_WIDTH:
            return largest
        name = f"{PurePosixPath(self.name).with_suffix('')}-shared.jpg"
        height = height_at(SHARED_WIDTH, (largest.width, largest.height))
        return Version(self.storage, name, SHARED_WIDTH, height)

    @property
    def srcset(self):
        """What a browser may choose from: not the picture itself where it is larger than all."""
        return ", ".join(
            f"{version.url} {version.width}w"
            for version in self.versions
            if version.width and version.width <= VERSION_WIDTHS[-1]
        )

    def save(self, name, content, save=True):
        picture = content if isinstance(content, Picture) else reencode(content)
        super().save(picture.name, picture, save)
        self.save_versions(picture)

    def save_versions(self, picture):
        """Writes the smaller versions that are not there."""
        missing = {
            version.width: version.name
            for version in self.versions[:-1]
            if not self.storage.exists(version.name)
        }
        for width, content in smaller(picture, missing):
            self.storage.save(missing[width], content)
        if not self.storage.exists(self.shared.name):
            self.storage.save(self.shared.name, shared(picture))

    def delete(self, save=True):
        for version in [*self.versions[:-1], self.shared]:
            self.storage.delete(version.name)
        super().delete(save)


class PictureField(models.ImageField):
    """A picture, re-encoded on upload; its width and height (px) stand in fields beside it."""

    attr_class = PictureFieldFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("upload_to", unguessable_name)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})

    def stored_size(self, instance):
        """Width and height as the row has them: the file is not opened."""
        return getattr(instance, self.width_field), getattr(instance, self.height_field)

    def update_dimension_fields(self, instance, *args, **kwargs):
        """Keeps the old figures when the file is lost, so that its page can still be edited."""
        with suppress(FileNotFoundError):
            super().update_dimension_fields(instance, *args, **kwargs)


def validate_year(value):
    """Refuses days and moments of which Python's calendar, or a reader, can make nothing."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValidationError(_("Write a year between 1900 and 2100."), code="year")


class DayField(models.DateField):
    """A calendar day in Morocco, of a year that can be meant."""

    default_validators = [validate_year]
