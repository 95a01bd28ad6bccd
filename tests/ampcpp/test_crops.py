"""Crops around the focal point: cut on the server, in the shapes that pages show."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from ampcpp.pictures import SHAPES
from news.models import Photo
from tests.factories import make_person, make_release
from tests.pictures import picture


@pytest.mark.parametrize(
    ("shape", "size", "focus", "box"),
    [
        ("square", (400, 200), (50, 50), (100, 0, 300, 200)),
        ("square", (400, 200), (0, 50), (0, 0, 200, 200)),
        ("square", (400, 200), (100, 0), (200, 0, 400, 200)),
        ("square", (400, 200), (40, 50), (60, 0, 260, 200)),
        ("wide", (160, 400), (50, 25), (0, 55, 160, 145)),
        ("wide", (160, 90), (1, 99), (0, 0, 160, 90)),
        ("card", (1, 1), (100, 100), (0, 0, 1, 1)),
    ],
)
def test_a_crop_holds_the_focal_point(shape, size, focus, box):
    assert SHAPES[shape].box(size, focus) == box


@pytest.mark.django_db
def test_crops_are_cut_on_the_server_around_the_focal_point():
    """A picture of which a fifth at the right is red: only a crop around it shows it."""
    image = Image.new("RGB", (1000, 400), "green")
    image.paste("red", (800, 0, 1000, 400))
    out = BytesIO()
    image.save(out, "PNG")
    found = {}
    for x in (10, 100):
        photo = Photo(release=make_release(), focus_x=x)
        photo.image.save("a.png", ContentFile(out.getvalue()))
        crop = photo.image.crops["square"]
        assert [(v.width, v.height) for v in crop.versions] == [(160, 160), (320, 320)]
        with default_storage.open(crop.versions[0].name) as file:
            version = Image.open(file).convert("RGB")
            found[x] = [version.getpixel((at, 80))[0] > 200 for at in (20, 140)]
    assert found == {10: [False, False], 100: [False, True]}


@pytest.mark.django_db
def test_no_crop_is_blown_up():
    photo = Photo(release=make_release())
    photo.image.save("a.jpg", ContentFile(picture("JPEG", (500, 500))))
    assert {name: crop.srcset.split()[1::2] for name, crop in photo.image.crops.items()} == {
        "wide": ["320w,", "500w"],
        "card": ["320w,", "500w"],
        "square": ["160w,", "320w"],
    }
    file = ContentFile(picture("JPEG", (500, 500)), name="p.jpg")
    assert make_person(portrait=file).portrait.crops == {}


def test_pages_show_the_crops(demo, client):
    photo = Photo.objects.filter(position=1).first()
    crops = photo.image.crops
    home, news = client.get("/").text, client.get("/news/").text
    assert "-wide-50-50-640.webp 640w" in home
    assert f'srcset="{crops["square"].srcset}" sizes="6rem" width="320" height="320"' in news
    assert crops["card"].srcset in news
    assert "style=" not in home
    for crop in crops.values():
        for version in crop.versions:
            size = Image.open(default_storage.path(version.name)).size
            assert size == (version.width, version.height)
