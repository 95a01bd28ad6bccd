"""Model fields of our own: sanitised rich text, re-encoded pictures, days."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.urls import reverse_lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from modeltranslation.fields import TranslationField

from ampcpp.files import OwnedFile
from ampcpp.pictures import (
    ACCEPTED,
    LIMITS,
    SHAPES,
    VERSION_WIDTHS,
    Picture,
    Version,
    height_at,
    pixels_of,
    reencode,
    shared,
    shared_size,
    smaller,
    srcset,
)
from ampcpp.richtext import sanitize
from ampcpp.uploads import MOST_BYTES

FIRST_YEAR, LAST_YEAR = 1900, 2100
EDITOR = {
    "Menu": {
        "groups": [  # no drop-down list: the keyboard would not reach it
            {"group": "blockType -lists"},
            {"group": "marks"},
            {"group": "lists"},
            {"group": "nodes -blockType -lists"},
            {"group": "link"},
            {"group": "insert"},
            {"group": "table"},
            {"group": "history"},
        ]
    },
    "NoSpellCheck": False,
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "DocumentLink": True,
    "Photo": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Letters": True,
    "WordPaste": True,
    "Directions": True,
    "History": True,
}


class RichTextField(ProseEditorField):
    """HTML of the one allow-list: whatever else it is given is dropped on the way to the database,
    by whichever way it comes, and nothing is left to do where it is read."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs, extensions=EDITOR, sanitize=sanitize)

    def formfield(self, **kwargs):
        """With the address where the editor finds the documents to link to."""
        field = super().formfield(**kwargs)
        field.widget.attrs["data-documents"] = reverse_lazy("admin:ampcpp_document_choices")
        return field

    def clean(self, value, instance):
        """Sanitised before it is validated: a required text may not be empty paragraphs."""
        return models.TextField.clean(self, sanitize(value), instance)

    def pre_save(self, model_instance, add):
        """The row holds what is stored. The attribute itself is only touched where it is stored
        by this name: that of a translated field reads and writes the active language."""
        value = super().pre_save(model_instance, add)
        if value and isinstance(self, TranslationField):
            value = sanitize(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        """What is stored is clean: ``update()``, ``bulk_update()`` and ``loaddata`` come by here
        too. An expression is SQL of our own."""
        value = sanitize(value) if isinstance(value, str) else value
        return super().get_db_prep_save(value, connection)


def unguessable_name(instance, filename):
    """`<model>/<random>.<ext>`: a draft's picture cannot be found by guessing its address."""
    suffix = PurePosixPath(filename).suffix.lower()
    return f"{instance._meta.model_name}/{secrets.token_urlsafe(12)}{suffix}"


class PictureFormField(forms.ImageField):
    """Re-encodes while the form is validated, so that a bad file is an error beside the field."""

    def __init__(self, *, help_text="", **kwargs):
        super().__init__(**kwargs, help_text=format_lazy("{} {}", LIMITS, help_text))

    def to_python(self, data):
        upload = forms.FileField.to_python(self, data)
        return upload and reencode(upload)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"accept": ACCEPTED, "data-most-bytes": MOST_BYTES}


@dataclass(frozen=True)
class Crop:
    """A picture cut in one shape around its focal point, from its smallest file to its largest."""

    box: tuple[int, int, int, int]
    versions: list[Version]

    @property
    def largest(self):
        return self.versions[-1]

    @property
    def srcset(self):
        return srcset(self.versions)


class PictureFieldFile(ImageFieldFile):
    """A picture and what stands beside it: `photo/<random>-640.webp`, and in each shape
    `photo/<random>-wide-<focal point>-640.webp` beside `photo/<random>.jpg`."""

    @property
    def base(self):
        return PurePosixPath(self.name).with_suffix("")

    @property
    def versions(self):
        """From the smallest to the largest, which is the picture itself."""
        size = self.field.stored_size(self.instance)
        widths = [width for width in VERSION_WIDTHS if width < (size[0] or 0)]
        return [
            Version(self.storage, f"{self.base}-{width}.webp", width, height_at(width, size))
            for width in widths
        ] + [Version(self.storage, self.name, *size)]

    def version(self, width):
        """The smallest that is at least this wide, or else the largest."""
        *smaller_ones, largest = self.versions
        return next((one for one in smaller_ones if one.width >= width), largest)

    @property
    def crops(self):
        """Shape → crop; none for a picture without a focal point."""
        focus = self.field.focus(self.instance)
        if not focus or not all(self.field.stored_size(self.instance)):
            return {}
        return {name: self.crop(name, shape, focus) for name, shape in SHAPES.items()}

    def crop(self, name, shape, focus):
        """Another focal point makes another name, so that no browser keeps the crop of before."""
        size = self.field.stored_size(self.instance)
        stem = f"{self.base}-{name}-{focus[0]}-{focus[1]}"
        versions = [
            Version(self.storage, f"{stem}-{width}.webp", width, height)
            for width, height in shape.sizes(size)
        ]
        return Crop(shape.box(size, focus), versions)

    @property
    def shared(self):
        """What messengers show beside a link."""
        size = self.field.stored_size(self.instance)
        size = shared_size(size) if all(size) else size
        return Version(self.storage, f"{self.base}-shared.jpg", *size)

    @property
    def srcset(self):
        """Not the picture itself where it is larger than all."""
        return srcset(one for one in self.versions if (one.width or 0) <= VERSION_WIDTHS[-1])

    @property
    def names(self):
        """All that is stored."""
        crops = [version for crop in self.crops.values() for version in crop.versions]
        return [version.name for version in [*self.versions, self.shared, *crops]]

    def save(self, name, content, save=True):
        picture = content if isinstance(content, Picture) else reencode(content)
        if self.field.digest_field:
            setattr(self.instance, self.field.digest_field, picture.digest)
        super().save(picture.name, picture, save)
        self.save_versions(picture)

    def store(self):
        """Writes it and what stands beside it, so that nothing is left to do when its row is saved:
        before a transaction, which keeps other writers waiting."""
        self.field.pre_save(self.instance, add=self.instance._state.adding)

    def save_versions(self, picture):
        """Writes what is not there of what stands beside it."""
        pixels = pixels_of(picture)
        parts = [(None, self.versions[:-1])]
        parts += [(crop.box, crop.versions) for crop in self.crops.values()]
        for box, versions in parts:
            missing = {one.width: one.name for one in versions if not self.has(one.name)}
            for width, content in smaller(pixels, missing, box):
                self.storage.save(missing[width], content)
        if not self.has(self.shared.name):
            self.storage.save(self.shared.name, shared(pixels))

    def has(self, name):
        return self.storage.exists(name)

    def delete(self, save=True):
        for name in set(self.names) - {self.name}:
            self.storage.delete(name)
        super().delete(save)


class PictureField(OwnedFile, models.ImageField):
    """A picture, re-encoded on upload. In fields beside it, which are named here, stand its width
    and height (px); where they are wanted, its focal point (percent) and a digest, after it."""

    attr_class = PictureFieldFile

    def __init__(self, *args, focus_fields=(), digest_field="", **kwargs):
        kwargs.setdefault("upload_to", unguessable_name)
        self.focus_fields, self.digest_field = focus_fields, digest_field
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)  # words of a form: no change of the tables
        if self.focus_fields:
            kwargs["focus_fields"] = self.focus_fields
        if self.digest_field:
            kwargs["digest_field"] = self.digest_field
        return name, path, args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})

    def pre_save(self, model_instance, add):
        """A focal point that was moved wants other crops. The page of a picture whose file is
        lost can still be edited."""
        file = super().pre_save(model_instance, add)
        if file and not all(map(file.has, file.names)):
            with suppress(FileNotFoundError), file.open() as picture:
                file.save_versions(picture)
        return file

    def stored_size(self, instance):
        """Width and height as the row has them: the file is not opened."""
        return getattr(instance, self.width_field), getattr(instance, self.height_field)

    def focus(self, instance):
        """The focal point in percent across and down, or nothing."""
        return tuple(getattr(instance, name) for name in self.focus_fields)

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
