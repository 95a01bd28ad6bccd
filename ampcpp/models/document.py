"""Files to download. What is shown in a page is a photo or a text, not a document."""

import codecs
import struct
import zipfile
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import DayField, unguessable_name
from ampcpp.files import OwnedFileField
from ampcpp.publishing import Publishable, PublishableQuerySet
from ampcpp.search import Searchable, SearchableQuerySet, SearchedWith
from ampcpp.slugs import slug_of
from ampcpp.uploads import validate_size

#: The first bytes of each type that may be uploaded.
SIGNATURES = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".pptx": b"PK\x03\x04",
    ".odt": b"PK\x03\x04",
    ".ods": b"PK\x03\x04",
    ".csv": b"",
}
#: Office and OpenDocument files are ZIPs: a file that must be within.
INSIDE = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
NOT_ITS_NAME = _(
    "The contents of this file are not what its name says. Save it again from the program it was "
    "written with."
)


def documents_storage():
    """Files that are only read through a view."""
    return storages["documents"]


def validate_document(file):
    """Refuses what is too large, of another type, or not what its name says.

    A file that is already stored was looked at when it came, and may be lost since.
    """
    if getattr(file, "_committed", False):
        return
    validate_size(file)
    suffix = PurePosixPath(file.name).suffix.lower()
    signature = SIGNATURES.get(suffix)
    if signature is None:
        raise ValidationError(
            _("This type of file is not accepted. Choose a PDF, Word, Excel, PowerPoint, "
              "OpenDocument or CSV file.")
        )  # fmt: skip
    file.seek(0)
    beginning = file.read(1024)
    if not beginning.startswith(signature) or (not signature and is_no_table(beginning)):
        raise ValidationError(NOT_ITS_NAME)
    if suffix in INSIDE and INSIDE[suffix] not in names_inside(file):
        raise ValidationError(NOT_ITS_NAME)


def is_no_table(beginning):
    """Whether a CSV file, which has no signature, begins as a page, a drawing or a program does."""
    text = beginning.removeprefix(codecs.BOM_UTF8).lstrip()
    return b"\x00" in beginning or text.startswith((b"<", b"#!", b"%PDF", b"PK\x03\x04"))


def names_inside(file):
    """The files in a ZIP, read from its list alone: nothing is unpacked."""
    file.seek(0)
    try:
        return zipfile.ZipFile(file).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return []


class DocumentQuerySet(PublishableQuerySet, SearchableQuerySet):
    pass


class Document(Publishable, Searchable, SearchedWith):
    """A file to download, attached to a release or alone. The number in its address stays."""

    class Kind(models.TextChoices):
        STATUTES = "statutes", _("statutes and rules")
        CIRCULAR = "circular", _("circular")
        REPORT = "report", _("report")
        AGREEMENT = "agreement", _("agreement")
        OTHER = "other", _("other document")

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        FRENCH = "fr", _("French")
        ENGLISH = "en", _("English")

    SEARCHED = ("title",)

    number = models.BigAutoField(_("number"), primary_key=True)
    title = models.CharField(
        _("title"), max_length=250, help_text=_("What the reader will find in it, not a file name.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OTHER)
    language = models.CharField(
        _("language of the file"), max_length=2, choices=Language, default=Language.ARABIC
    )
    issued_on = DayField(
        _("date"), null=True, blank=True, help_text=_("The date the document bears, if it has one.")
    )
    file = OwnedFileField(
        _("file"),
        storage=documents_storage,
        upload_to=unguessable_name,
        validators=[validate_document],
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument or CSV, at most 20 MB."),
    )
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = [models.F("issued_on").desc(nulls_last=True), "-number"]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self.size = self.file.size
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("documents:file", kwargs={"number": self.number, "name": self.file_name})

    def searched_in(self):
        """The releases that it is attached to."""
        return self.releases.all()

    @property
    def suffix(self):
        return PurePosixPath(self.file.name).suffix

    @property
    def file_name(self):
        """The name under which a reader saves it."""
        return slug_of(self.title) + self.suffix

    @property
    def file_type(self):
        """«PDF», «DOCX»."""
        return self.suffix.lstrip(".").upper()
