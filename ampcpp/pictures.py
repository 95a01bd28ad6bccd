"""Every picture is written anew on upload: turned as the phone held it, at most 2560 px, no GPS.

Smaller versions are written beside it, in WebP, for pages to choose from: the whole picture in
several widths, and crops around its focal point in the shapes of `SHAPES`.
"""

import struct
import warnings
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from ampcpp.uploads import validate_size

register_heif_opener()  # iPhones photograph in HEIC, which Pillow does not read by itself

LONGEST_SIDE = 2560  # px
#: Of the smaller versions: a portrait, a card of a list, a whole phone (360 px at three dots a
#: pixel), a cover. `manage.py make_versions` gives existing pictures another width.
VERSION_WIDTHS = (160, 320, 640, 1080, 1600)  # px
#: The compression of a picture that is written while somebody waits: slower saves a tenth.
VERSION_OPTIONS = {"quality": 75, "method": 2}
#: Of the version that messengers show beside a link: not all of them read WebP, or large files.
SHARED_SIDE = 1200  # px
SHARED_BYTES = 300_000
SHARED_QUALITIES = range(78, 0, -10)
#: A telephone makes photographs of 50 million; the others are unpacked whole, 4 bytes a pixel.
MOST_PIXELS = {"JPEG": 60_000_000, "HEIF": 50_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}
#: What Pillow raises on broken files, found by breaking some.
UNREADABLE_ERRORS = (
    *(OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, RuntimeError),
    struct.error,
)
#: What may be uploaded → how it is stored.
STORED_AS = {"JPEG": "JPEG", "HEIF": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
#: A PNG of a photograph takes eight times as long at the highest level, and is a tenth smaller.
STORED_OPTIONS = {
    "JPEG": {"quality": 85, "optimize": True},
    "PNG": {"compress_level": 3},
    "WEBP": {"quality": 85, "method": 2},
}
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
#: What a box that chooses a picture offers; Windows and Android know HEIC by its suffix only.
ACCEPTED = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"
UNREADABLE = _(
    "This file is not a picture that can be read. Choose a JPEG, PNG, WebP or HEIC picture."
)
#: Stands beside every box that takes a picture: what is told there is refused below.
LIMITS = _(
    "JPEG (up to 60 megapixels), HEIC (50), PNG or WebP (30), at most 20 MB. Place data is removed."
)
TOO_LARGE = _("This picture has too many pixels. Make it smaller and choose it again.")
DIGEST_SIZE = 16  # bytes


class Picture(ContentFile):
    """A picture that has been re-encoded, so that it is not done twice.

    ``digest`` is that of its pixels: the same for the same photo under another name.
    """

    def __init__(self, content, name, digest):
        super().__init__(content, name=name)
        self.digest = digest


@dataclass(frozen=True)
class Shape:
    """In which ratio a picture is cut, and the widths in which it is offered."""

    across: int
    down: int
    widths: tuple[int, ...]

    def box(self, size, focus):
        """The largest part of this shape in a picture, as near around its focal point (percent)
        as the edges allow."""
        width = min(size[0], max(1, round(size[1] * self.across / self.down)))
        height = min(size[1], max(1, round(size[0] * self.down / self.across)))
        left = place(size[0], width, focus[0])
        top = place(size[1], height, focus[1])
        return left, top, left + width, top + height

    def sizes(self, size):
        """The width and height of each crop of a picture of this size: none is blown up."""
        left, top, right, bottom = self.box(size, (50, 50))
        whole = (right - left, bottom - top)
        widths = sorted({min(width, whole[0]) for width in self.widths})
        return [(width, height_at(width, whole)) for width in widths]


#: The head of the home page and larger cards; lists and galleries; cards on a phone.
SHAPES = {
    "wide": Shape(16, 9, (320, 640, 1080, 1600)),
    "card": Shape(4, 3, (320, 640, 1080)),
    "square": Shape(1, 1, (160, 320)),
}


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


def srcset(versions):
    """What a browser may choose from."""
    return ", ".join(f"{version.url} {version.width}w" for version in versions if version.width)


def place(whole, part, percent):
    """Where a part begins so that its middle is at ``percent`` of the whole, within the edges."""
    return max(0, min(whole - part, round(whole * percent / 100 - part / 2)))


def reencode(upload):
    """An uploaded picture as a new ``Picture``: its pixels only, nothing that came with them.

    Raises ``ValidationError`` for what is not a picture of ``STORED_AS``, or is too large.
    """
    validate_size(upload)
    kind, clean = _decode(upload)
    pixels = str(clean.size).encode() + clean.tobytes()
    digest = blake2b(pixels, digest_size=DIGEST_SIZE).hexdigest()
    out = BytesIO()
    clean.save(out, kind, **STORED_OPTIONS[kind])
    name = PurePosixPath(upload.name or "picture").stem + FORMATS[kind]
    return Picture(out.getvalue(), name, digest)


def pixel_count(upload):
    """As the head of the file tells it, before anything is unpacked; 0 for what is no picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(STORED_AS))
    except (*UNREADABLE_ERRORS, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return 0
    return picture.width * picture.height


def pixels_of(picture):
    """Of a re-encoded picture, for the functions below: the first of them unpacks it, once."""
    picture.seek(0)
    return Image.open(picture)


def smaller(pixels, widths, box=None):
    """The picture, or a part of it, in these widths: pairs of a width and a file."""
    if not widths:
        return
    version = pixels.crop(box) if box else pixels
    size = version.size
    for width in sorted(widths, reverse=True):  # each from the one before: fewer pixels to read
        height = height_at(width, size)
        version = version.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=2)
        out = BytesIO()
        version.save(out, "WEBP", **VERSION_OPTIONS)
        yield width, ContentFile(out.getvalue())


def shared(pixels):
    """The picture for messengers, on white where it is transparent: in the best quality that is
    light enough."""
    size = shared_size(pixels.size)
    version = pixels.resize(size, Image.Resampling.BICUBIC, reducing_gap=2)
    ground = Image.new("RGB", size, "white")
    ground.paste(version, mask=version if version.mode == "RGBA" else None)
    for quality in SHARED_QUALITIES:
        out = BytesIO()
        ground.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() < SHARED_BYTES:
            break
    return ContentFile(out.getvalue())


def shared_size(size):
    """Width and height within a square of `SHARED_SIDE`; nothing is blown up."""
    scale = min(1, SHARED_SIDE / max(size))
    return tuple(max(1, round(side * scale)) for side in size)


def height_at(width, size):
    """How high a picture of this size is once it is ``width`` wide."""
    return max(1, round(width * size[1] / size[0]))


def _decode(upload):
    """How the upload is to be stored, and its pixels: turned, made smaller, nothing else."""
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(STORED_AS))
            # A phone's JPEG that holds a second picture (its depth, its film) is one all the same.
            kind = "JPEG" if picture.format == "MPO" else picture.format
            if picture.width * picture.height > MOST_PIXELS[kind]:
                raise ValidationError(TOO_LARGE, code="too_large")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # JPEG only: less is unpacked
            turned = ImageOps.exif_transpose(picture)
            turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            has_alpha = turned.has_transparency_data and STORED_AS[kind] != "JPEG"
            clean = turned.convert("RGBA" if has_alpha else "RGB")
            clean.info = {}
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ValidationError(TOO_LARGE, code="too_large") from error
    except UNREADABLE_ERRORS as error:
        raise ValidationError(UNREADABLE, code="unreadable") from error
    return STORED_AS[kind], clean
