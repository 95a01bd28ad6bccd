"""Every picture is written anew on upload: turned as the phone held it, at most 2560 px, no GPS."""

import warnings
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

LONGEST_SIDE = 2560  # px
MOST_PIXELS = 60_000_000  # a phone makes 50 million; a bomb of a few kB makes billions
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
UNREADABLE = _("This file is not a picture that can be read. Choose a JPEG, PNG or WebP picture.")
TOO_LARGE = _("This picture has too many pixels. Make it smaller and choose it again.")


class Picture(ContentFile):
    """A picture that has been re-encoded, so that it is not done twice."""


def reencode(upload):
    """An uploaded picture as a new ``Picture``: its pixels only, nothing that came with them.

    Raises ``ValidationError`` for what is not a JPEG, PNG or WebP picture, or is too large.
    """
    picture = _decode(upload)
    kind = picture.format
    turned = ImageOps.exif_transpose(picture)
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = turned.convert("RGBA" if turned.has_transparency_data and kind != "JPEG" else "RGB")
    clean.info = {}
    out = BytesIO()
    clean.save(out, kind, quality=85, optimize=True)
    name = PurePosixPath(upload.name or "picture").stem + FORMATS[kind]
    return Picture(out.getvalue(), name=name)


def _decode(upload):
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(FORMATS))
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(TOO_LARGE, code="too_large")
            picture.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ValidationError(TOO_LARGE, code="too_large") from error
    except (OSError, SyntaxError, ValueError) as error:  # all that Pillow raises on broken files
        raise ValidationError(UNREADABLE, code="unreadable") from error
    return picture
