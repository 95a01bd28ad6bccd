"""Beside each box of the admin that takes a file stand its limits, in Arabic, before the upload."""

import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import FileField
from django.urls import reverse

from ampcpp.models import Document, SiteDetails
from ampcpp.pictures import MOST_PIXELS
from ampcpp.uploads import MOST_BYTES
from governance.models import Person
from news.docx import MOST_BYTES as MOST_BYTES_OF_WORD
from news.docx import MOST_PICTURES
from news.models import Photo, Release
from tests.admin_forms import admin_url
from tests.factories import make_release

pytestmark = pytest.mark.django_db

PICTURE = ["JPEG", "60 ميغابكسل", "HEIC", "50", "PNG", "WebP", "30", "20 ميغابايت"]
#: Each box, and what stands beside it.
LIMITS = {
    ("document", "file"): ["PDF", "Word", "Excel", "PowerPoint", "OpenDocument", "20 ميغابايت"],
    ("person", "portrait"): [*PICTURE, "320 بكسل"],
    ("release", "photos-__prefix__-image"): [*PICTURE, "1600 بكسل"],
    ("release", "photos-files"): PICTURE,
    ("release", "word-file"): ["DOCX", "20 ميغابايت", "15 صورة"],
}


class Boxes(HTMLParser):
    """The boxes for files of a page, and what stands in each element that has an id."""

    def __init__(self, html):
        super().__init__()
        self.boxes, self.texts, self.open = {}, {}, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "input":
            if attributes.get("type") == "file":
                self.boxes[attributes["name"]] = attributes
        elif tag not in ("br", "img", "hr", "link", "meta"):
            self.open.append((tag, attributes.get("id")))

    def handle_endtag(self, tag):
        if any(tag == name for name, _id in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        for _tag, name in self.open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data

    def beside(self, name):
        """What a screen reader says of a box after its label."""
        names = self.boxes[name].get("aria-describedby", "").split()
        return re.sub(r"\s+", " ", " ".join(self.texts[name] for name in names)).strip()


@pytest.fixture
def boxes(staff):
    """(model, name of the box) → its attributes and what stands beside it, over the whole admin."""
    draft = make_release(state="draft", published_at=None)
    paths = [("release", admin_url(Release, "change", draft.pk))]
    paths += [("release", reverse("admin:news_release_from_word"))]
    for model, one in admin.site._registry.items():
        if one.has_add_permission(request_of(staff)) and model is not SiteDetails:
            paths.append((model._meta.model_name, admin_url(model, "add")))
    found = {}
    for name, path in paths:
        page = Boxes(staff.get(path).text)
        found |= {(name, box): (page.boxes[box], page.beside(box)) for box in page.boxes}
    return found


def request_of(client):
    return client.get(reverse("admin:index")).wsgi_request


def test_each_box_for_a_file_says_its_limits(boxes):
    assert set(boxes) == set(LIMITS)
    for key, (_attributes, words) in boxes.items():
        assert [part for part in LIMITS[key] if part not in words] == [], (key, words)


def test_each_box_refuses_what_is_too_heavy_before_it_is_sent(boxes):
    """The one that sends its photos by itself is told by the box around it."""
    most = {key: attributes.get("data-most-bytes") for key, (attributes, _words) in boxes.items()}
    assert most.pop(("release", "photos-files")) is None
    assert set(most.values()) == {str(MOST_BYTES)}


def test_no_other_field_of_a_model_takes_a_file():
    fields = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField) and field.editable
    }
    assert fields == {(Document, "file"), (Person, "portrait"), (Photo, "image")}


def test_what_is_said_is_what_is_refused():
    assert MOST_BYTES == MOST_BYTES_OF_WORD == 20 * 1024 * 1024
    assert MOST_PICTURES == 15
    millions = {kind: most // 1_000_000 for kind, most in MOST_PIXELS.items()}
    assert millions == {"JPEG": 60, "HEIF": 50, "PNG": 30, "WEBP": 30}
