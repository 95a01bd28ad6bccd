"""Pictures are written anew on upload, by forms and by commands alike."""

import random
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from ampcpp.pictures import LONGEST_SIDE, MOST_PIXELS, reencode
from tests.factories import make_person
from tests.pictures import picture

ORIENTATION, GPS = 0x0112, 0x8825


def opened(file):
    with file.open() as source:
        return Image.open(BytesIO(source.read()))


def test_turned_as_the_phone_held_it_and_without_its_place():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # held upright: to be turned a quarter
    exif[GPS] = {1: "N", 2: (33.0, 58.0, 0.0)}
    source = picture("JPEG", (40, 20), exif=exif)
    assert Image.open(BytesIO(source)).getexif().get_ifd(GPS)

    clean = opened(reencode(ContentFile(source, name="IMG_1.JPG")))
    assert clean.size == (20, 40)
    assert dict(clean.getexif()) == {}
    assert "exif" not in clean.info


def test_at_most_2560_pixels():
    clean = opened(reencode(ContentFile(picture("JPEG", (5120, 1000)), name="wide.jpg")))
    assert clean.size == (LONGEST_SIDE, 500)


@pytest.mark.parametrize(("kind", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp")])
def test_the_name_tells_what_it_is(kind, suffix):
    clean = reencode(ContentFile(picture(kind), name="photo.exe"))
    assert clean.name == f"photo{suffix}"
    assert opened(clean).format == kind


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", b"%PDF-1.4", picture()[:40], b"GIF89a" + bytes(20), b"<svg></svg>"],
)
def test_what_is_not_a_picture_is_refused(content):
    with pytest.raises(ValidationError) as error:
        reencode(ContentFile(content, name="a.png"))
    assert error.value.code == "unreadable"


@pytest.mark.parametrize("pixels", [MOST_PIXELS["PNG"] + 10_000, 20 * MOST_PIXELS["PNG"]])
def test_a_bomb_is_refused_before_it_is_unpacked(pixels):
    side = int(pixels**0.5) + 1
    bomb = BytesIO()
    Image.new("1", (side, side)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 100_000
    with pytest.raises(ValidationError) as error:
        reencode(ContentFile(bomb.getvalue(), name="bomb.png"))
    assert error.value.code == "too_large"


@pytest.mark.django_db
def test_a_command_that_saves_a_picture_re_encodes_it_too():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    person = make_person(portrait=ContentFile(picture("JPEG", (40, 20), exif=exif), name="p.jpeg"))

    person.refresh_from_db()
    assert (person.portrait_width, person.portrait_height) == (20, 40)
    assert opened(person.portrait).size == (20, 40)
    assert person.portrait.name.startswith("person/")
    assert person.portrait.name.endswith(".jpg")


@pytest.mark.django_db
def test_rich_text_is_sanitised_wherever_it_is_saved():
    person = make_person(biography_ar="<p onclick=x>سيرة</p><script>x</script>")
    person.refresh_from_db()
    assert person.biography_ar == "<p>سيرة</p>"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_broken_picture_is_an_error_in_words(kind):
    """Bytes changed at random, EXIF included: a picture or a clear refusal, never a crash."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    good = picture(kind, (32, 32), exif=exif)
    chance = random.Random(kind)
    for _attempt in range(400):
        bad = bytearray(good)
        for _byte in range(4):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            reencode(ContentFile(bytes(bad), name="a"))
        except ValidationError as error:
            assert error.code in ("unreadable", "too_large")
