"""Every picture is written anew on upload: turned as the phone held it, at most 2560 px, no GPS."""

import struct
import warnings
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

LONGEST_SIDE = 2560  # px
#: A telephone makes JPEGs of 50 million; the others are unpacked whole, 4 bytes a pixel.
MOST_PIXELS = {"JPEG": 60_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}
#: What Pillow raises on broken files, found by breaking some.
UNREADABLE_ERRORS = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, struct.error)
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
UNREADABLE = _("This file is not a picture that can be read. Choose a JPEG, PNG or WebP picture.")
TOO_LARGE = _("This picture has too many pixels. Make it smaller and choose it again.")


class Picture(ContentFile):
    """A picture that has been re-encoded, so that it is not done twice."""


def reencode(upload):
    """An uploaded picture as a new ``Picture``: its pixels only, nothing that came with them.

    Raises ``ValidationError`` for what is not a JPEG, PNG or WebP picture, or is too large.
    """
    kind, clean = _decode(upload)
    out = BytesIO()
    clean.save(out, kind, quality=85, optimize=True)
    name = PurePosixPath(upload.name or "picture").stem + FORMATS[kind]
    return Picture(out.getvalue(), name=name)


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
