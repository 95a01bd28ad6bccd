"""Pictures are written anew on upload, by forms and by commands alike, in several widths."""

import random
import re
from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.template.loader import render_to_string
from PIL import Image

from ampcpp.pictures import LONGEST_SIDE, MOST_PIXELS, VERSION_WIDTHS, reencode
from news.models import Category
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


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_broken_picture_is_an_error_in_words(kind):
    """Bytes changed at random, EXIF included: a picture or a clear refusal, never a crash."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    good = picture(kind, (64, 64), exif=exif)
    chance = random.Random(kind)
    for _attempt in range(400):
        bad = bytearray(good)
        for _byte in range(4):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            reencode(ContentFile(bytes(bad), name="a"))
        except ValidationError as error:
            assert error.code in ("unreadable", "too_large")


def portrait(size, kind="JPEG", **options):
    file = ContentFile(picture(kind, size, **options), name="portrait")
    person = make_person(portrait=file)
    person.refresh_from_db()
    return person.portrait


def files_of(file):
    """The files that stand beside it, itself included: name after its random part → size."""
    folder, stem = file.name.rpartition(".")[0].split("/")
    names = [name for name in default_storage.listdir(folder)[1] if name.startswith(stem)]
    return {
        name.removeprefix(stem): Image.open(default_storage.path(f"{folder}/{name}")).size
        for name in names
    }


@pytest.mark.django_db
def test_smaller_versions_stand_beside_it():
    exif = Image.Exif()
    exif[ORIENTATION], exif[GPS] = 6, {1: "N", 2: (33.0, 58.0, 0.0)}
    file = portrait((600, 1200), exif=exif)
    assert files_of(file) == {
        ".jpg": (1200, 600),
        "-1080.webp": (1080, 540),
        "-640.webp": (640, 320),
        "-320.webp": (320, 160),
        "-160.webp": (160, 80),
        "-shared.jpg": (1200, 600),
    }
    for version in file.versions:
        stored = Image.open(default_storage.path(version.name))
        assert (version.width, version.height) == stored.size
        assert dict(stored.getexif()) == {}
        assert version.size == len(default_storage.open(version.name).read())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "given"),
    [(1, "-160.webp"), (160, "-160.webp"), (161, "-320.webp"), (641, ".jpg"), (9000, ".jpg")],
)
def test_the_smallest_that_is_wide_enough(asked, given):
    file = portrait((1000, 500))
    version = file.version(asked)
    assert version.name == file.name.removesuffix(".jpg") + given
    assert version.url == f"/media/{version.name}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("width", "offered"),
    [
        (100, [100]),
        (160, [160]),
        (200, [160, 200]),
        (1600, [160, 320, 640, 1080, 1600]),
        (2000, [160, 320, 640, 1080, 1600]),  # not the picture itself: too large for a page
    ],
)
def test_what_a_browser_may_choose_from(width, offered):
    srcset = portrait((width, 10)).srcset
    assert [int(one.split()[1].removesuffix("w")) for one in srcset.split(", ")] == offered


@pytest.mark.django_db
def test_a_very_wide_picture_keeps_a_height():
    assert portrait((2000, 2)).version(160).height == 1


@pytest.mark.django_db
def test_what_is_transparent_stays_so():
    out = BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(out, "PNG")
    file = make_person(portrait=ContentFile(out.getvalue(), name="p.png")).portrait
    version = Image.open(default_storage.path(file.version(160).name))
    assert version.mode == "RGBA"
    assert version.getpixel((80, 80))[3] == 0


@pytest.mark.django_db
def test_a_page_looks_no_file_up(monkeypatch, django_assert_num_queries):
    person = portrait((2000, 1000)).instance
    for name in ("open", "exists", "size", "listdir"):
        monkeypatch.setattr(FileSystemStorage, name, None)
    with django_assert_num_queries(0):
        html = render_to_string("components/portrait.html", {"person": person})
    assert html.count("-640.webp 640w") == 1
    assert 'width="2000" height="1000"' in html


@pytest.mark.django_db
def test_its_versions_go_with_it():
    file = portrait((2000, 1000))
    names = file.names
    assert len(names) == len(VERSION_WIDTHS) + 2
    file.delete()
    assert [name for name in names if default_storage.exists(name)] == []


@pytest.mark.django_db
def test_the_command_makes_what_is_missing(capsys):
    old, lost = portrait((400, 200)), portrait((400, 200))
    for name in {*old.names, *lost.names} - {old.name}:
        default_storage.delete(name)

    call_command("make_versions")

    assert set(files_of(old)) == {".jpg", "-160.webp", "-320.webp", "-shared.jpg"}
    assert files_of(lost) == {}
    assert capsys.readouterr().err.splitlines() == [
        f"governance.Person {lost.instance.pk}: {lost.name} is lost."
    ]
    assert lost.version(160).size == 0


def test_the_lead_picture_of_a_page_comes_first(demo, client):
    html = client.get("/").content.decode()
    pictures = [tag for tag in html.split("<") if tag.startswith('img class="picture')]
    assert len(pictures) > 1
    assert [("lazy" in tag, "fetchpriority" in tag) for tag in pictures] == [
        (False, True),
        *[(True, False)] * (len(pictures) - 1),
    ]
    assert all(" width=" in tag and " height=" in tag for tag in pictures)


def test_every_pattern_is_in_the_one_file():
    drawn = (settings.BASE_DIR / "static/img/patterns.svg").read_text()
    assert re.findall(r'<view id="(\w+)"', drawn) == Category.Pattern.values


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "20220129.heif"])
def test_a_phones_heic_becomes_a_jpeg_that_stands_upright(name):
    exif = Image.Exif()
    exif[ORIENTATION], exif[GPS] = 6, {1: "N", 2: (33.0, 58.0, 0.0)}
    image, out = Image.new("RGB", (128, 64)), BytesIO()
    image.info["exif"] = exif.tobytes()
    image.save(out, "HEIF")
    assert Image.open(BytesIO(out.getvalue())).getexif().get_ifd(GPS)
    clean = reencode(ContentFile(out.getvalue(), name=name))
    assert clean.name == name.split(".", maxsplit=1)[0] + ".jpg"
    assert (opened(clean).format, opened(clean).size) == ("JPEG", (64, 128))
    assert dict(opened(clean).getexif()) == {}
    assert b"Exif" not in clean.read()


def test_a_jpeg_with_a_second_picture_in_it_is_a_jpeg():
    """As telephones write them: the photo, and its depth."""
    out = BytesIO()
    second = Image.new("RGB", (20, 10))
    Image.new("RGB", (40, 20)).save(out, "MPO", save_all=True, append_images=[second])
    assert Image.open(BytesIO(out.getvalue())).format == "MPO"
    clean = opened(reencode(ContentFile(out.getvalue(), name="a.jpg")))
    assert (clean.format, clean.size) == ("JPEG", (40, 20))


def test_the_digest_is_of_the_pixels_alone():
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (33.0, 58.0, 0.0)}
    same = [
        reencode(ContentFile(picture("PNG", (8, 8), "teal", **options), name=name)).digest
        for name, options in (("a.png", {}), ("b.png", {"exif": exif}), ("c", {"optimize": True}))
    ]
    assert len(set(same)) == 1
    assert len(same[0]) == 32
    assert reencode(ContentFile(picture("PNG", (8, 8), "navy"), name="a.png")).digest not in same
    assert reencode(ContentFile(picture("PNG", (4, 16), "teal"), name="a.png")).digest not in same
