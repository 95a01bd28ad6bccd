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

from ampcpp.pictures import Picture, reencode
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
    def save(self, name, content, save=True):
        picture = content if isinstance(content, Picture) else reencode(content)
        super().save(picture.name, picture, save)


class PictureField(models.ImageField):
    """A picture, re-encoded on upload; width and height (px) belong in fields beside it."""

    attr_class = PictureFieldFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("upload_to", unguessable_name)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})

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
