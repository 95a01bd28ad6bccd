"""Pictures that tests upload."""

from io import BytesIO

from PIL import Image


def picture(kind="PNG", size=(2, 2), colour="green", **options):
    """The bytes of a picture of one colour."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **options)
    return out.getvalue()
