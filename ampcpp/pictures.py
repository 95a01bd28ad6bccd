"""Every picture is written anew on upload: turned as the phone held it, at most 2560 px, no GPS.

Smaller versions are written beside it, in WebP, for pages to choose from.
"""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

LONGEST_SIDE = 2560  # px
#: Of the smaller versions: a portrait, a card of a list, a whole phone (360 px at three dots a
#: pixel), a cover. `manage.py make_versions` gives existing pictures another width.
VERSION_WIDTHS = (160, 320, 640, 1080, 1600)  # px
#: The compression of a picture that is written while somebody waits: slower saves a tenth.
VERSION_OPTIONS = {"quality": 75, "method": 2}
#: Of the version that messengers show beside a link: not all of them read WebP, or large files.
SHARED_WIDTH = 1200  # px
#: A telephone makes JPEGs of 50 million; the others are unpacked whole, 4 bytes a pixel.
MOST_PIXELS = {"JPEG": 60_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}
#: What Pillow raises on broken files, found by breaking some.
UNREADABLE_ERRORS = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, struct.error)
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
UNREADABLE = _("This file is not a picture that can be read. Choose a JPEG, PNG or WebP picture.")
TOO_LARGE = _("This picture has too many pixels. Make it smaller and choose it again.")


class Picture(ContentFile):
    """A picture that has been re-encoded, so that it is not done twice."""


@dataclass(frozen=True)
class Version:
    """One of the files of a stored picture. Its name is derived: a page looks nothing up."""

    storage: Storage
    name: str
    width: int
    height: int

    @property
    def url(self):
        return self.storage.url(self.name)

    @property
    def size(self):
        """In bytes, 0 when the file is lost; the one thing here that asks the storage."""
        try:
            return self.storage.size(self.name)
        except FileNotFoundError:
            return 0


def reencode(upload):
    """An uploaded picture as a new ``Picture``: its pixels only, nothing that came with them.

    Raises ``ValidationError`` for what is not a JPEG, PNG or WebP picture, or is too large.
    """
    kind, clean = _decode(upload)
    out = BytesIO()
    clean.save(out, kind, quality=85, optimize=True)
    name = PurePosixPath(upload.name or "picture").stem + FORMATS[kind]
    return Picture(out.getvalue(), name=name)


def smaller(picture, widths):
    """The re-encoded picture in each of these widths: pairs of a width and a WebP file."""
    picture.seek(0)
    version = Image.open(picture)
    size = version.size
    for width in sorted(widths, reverse=True):  # each from the one before: fewer pixels to read
        height = height_at(width, size)
        version = version.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=2)
        out = BytesIO()
        version.save(out, "WEBP", **VERSION_OPTIONS)
        yield width, ContentFile(out.getvalue())


def shared(picture):
    """The re-encoded picture for messengers, on white where it is transparent."""
    picture.seek(0)
    version = Image.open(picture)
    size = SHARED_WIDTH, height_at(SHARED_WIDTH, version.size)
    version = version.resize(size, Image.Resampling.BICUBIC, reducing_gap=2)
    ground = Image.new("RGB", size, "white")
    ground.paste(version, mask=version if version.mode == "RGBA" else None)
    out = BytesIO()
    ground.save(out, "JPEG", quality=78, optimize=True, progressive=True)
    return ContentFile(out.getvalue())


def height_at(width, size):
    """How high a picture of this size is once it is ``width`` wide."""
    return max(1, round(width * size[1] / size[0]))


def _decode(upload):
    """The format of the upload, and its pixels: turned, made smaller, nothing else."""
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(FORMATS))
            kind = picture.format
            if picture.width * picture.height > MOST_PIXELS[kind]:
                raise ValidationError(TOO_LARGE, code="too_large")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # JPEG only: less is unpacked
            turned = ImageOps.exif_transpose(picture)
            turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            has_alpha = turned.has_transparency_data and kind != "JPEG"
            clean = turned.convert("RGBA" if has_alpha else "RGB")
            clean.info = {}
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ValidationError(TOO_LARGE, code="too_large") from error
    except UNREADABLE_ERRORS as error:
        raise ValidationError(UNREADABLE, code="unreadable") from error
    return kind, clean
