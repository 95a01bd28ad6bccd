"""Files that lie about their type, bombs, what is too heavy: a clear sentence in Arabic, nothing
stored, nothing lost of the rest of the form."""

import re
import zipfile
from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from ampcpp.models import Document
from ampcpp.uploads import MOST_BYTES, LimitedUpload
from news.models import Photo, Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db

PROGRAM, SCRIPT = b"MZ\x90\x00\x03\x00\x00\x00", b"#!/bin/sh\necho x\n"
HTML, SVG = b"<html><script>alert(1)</script>", b'<svg xmlns="http://www.w3.org/2000/svg"/>'
PDF, ARABIC = b"%PDF-1.7\n1 0 obj", "صورة من اللقاء".encode()
JPEG = picture("JPEG", (64, 64))


def zipped(*names, content=b"x"):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


def bomb(kind, side):
    out = BytesIO()
    Image.new("1" if kind == "PNG" else "L", (side, side)).save(out, kind)
    return out.getvalue()


def drawn(kind):
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind)
    return out.getvalue()


ARCHIVE = zipped("META-INF/MANIFEST.MF", "a.class")
#: Sent as photos: name → contents.
NOT_PHOTOS = {
    **{f"program.{suffix}": PROGRAM for suffix in ("jpg", "jpeg", "png", "webp", "heic", "heif")},
    **{f"page.{suffix}": HTML for suffix in ("jpg", "png", "webp", "heic")},
    **{f"drawing.{suffix}": SVG for suffix in ("jpg", "png", "svg", "svg.jpg")},
    **{f"document.{suffix}": PDF for suffix in ("jpg", "png", "pdf", "heic")},
    **{f"script.{suffix}": SCRIPT for suffix in ("jpg", "png", "php.jpg")},
    **{f"archive.{suffix}": ARCHIVE for suffix in ("jpg", "png", "webp", "jar")},
    **{f"words.{suffix}": ARABIC for suffix in ("jpg", "png", "txt")},
    **{f"other-{kind}.jpg": drawn(kind) for kind in ("GIF", "BMP", "TIFF", "ICO", "PPM", "TGA")},
    **{f"{size}-bytes.jpg": JPEG[:size] for size in (1, 2, 10, 100, 300)},
    "beginning-of-a-png.png": picture("PNG")[:30],
    "beginning-of-a-webp.webp": picture("WEBP")[:20],
    "beginning-of-a-heic.heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "film.heic": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42",
    "nothing.jpg": b"",
    "zeros.jpg": bytes(2000),
    "bomb.png": bomb("PNG", 6000),
    "greater-bomb.png": bomb("PNG", 20_000),
    "bomb.jpg": bomb("JPEG", 8000),
    "\u202egpj.exe": PROGRAM,
    "photo\u202egnp.jpg": HTML,
    "\u2066photo\u2069.png": SCRIPT,
    "../../etc/passwd.jpg": SCRIPT,
    "heavy.jpg": JPEG + bytes(MOST_BYTES),
}
#: Sent as documents.
NOT_DOCUMENTS = {
    **{f"program.{suffix}": PROGRAM for suffix in ("pdf", "docx", "xlsx", "csv", "exe", "PDF")},
    **{f"page.{suffix}": HTML for suffix in ("pdf", "docx", "html", "htm", "svg")},
    **{f"archive.{suffix}": ARCHIVE for suffix in ("docx", "xlsx", "pptx", "odt", "ods", "zip")},
    **{f"word.{suffix}": zipped("word/document.xml") for suffix in ("xlsx", "pptx", "odt", "pdf")},
    **{f"photo.{suffix}": JPEG for suffix in ("pdf", "docx", "csv", "jpg")},
    "macros.docm": zipped("word/document.xml", "word/vbaProject.bin"),
    "broken.docx": zipped("word/document.xml")[:60],
    "report\u202efdp.exe": PROGRAM,
    "no-suffix": PDF,
    "empty.pdf": b"",
    "heavy.pdf": PDF + bytes(MOST_BYTES),
}


def arabic(sentence):
    """Whether it is a sentence in Arabic: no other letters but those of names of formats."""
    words = re.findall(r"[A-Za-z]+", sentence)
    formats = {"JPEG", "PNG", "WebP", "HEIC", "PDF", "Word", "Excel", "PowerPoint", "OpenDocument"}
    return len(re.findall(r"[ء-ي]+", sentence)) > 3 and set(words) <= formats | {"CSV"}


def stored():
    """Every file that is in a storage."""
    found = set()
    for alias, folder in (("default", "photo"), ("documents", "document")):
        if storages[alias].exists(folder):
            found |= {(alias, name) for name in storages[alias].listdir(folder)[1]}
    return found


def test_there_are_enough_of_them():
    assert len(NOT_PHOTOS) >= 40
    assert len(NOT_PHOTOS) + len(NOT_DOCUMENTS) >= 60


@pytest.mark.parametrize("name", NOT_PHOTOS)
def test_what_is_no_photo_is_refused_where_it_is_dropped(staff, name):
    release, before = make_release(state="draft", published_at=None), stored()
    address = reverse("admin:news_release_photo_add", args=[release.pk])
    answer = staff.post(address, {"photo": SimpleUploadedFile(name, NOT_PHOTOS[name])})
    assert answer.status_code == 422
    assert arabic(answer.json()["error"]), answer.json()["error"]
    assert (Photo.objects.count(), stored()) == (0, before)


@pytest.mark.parametrize("name", ["program.jpg", "bomb.png", "heavy.jpg", "drawing.svg"])
def test_what_is_no_photo_costs_nothing_of_the_form(staff, name):
    release, before = make_release(state="draft", published_at=None), stored()
    path = admin_url(Release, "change", release.pk)
    data = fields_of(staff.get(path)) | {"title_ar": "عنوان مكتوب", "photos-TOTAL_FORMS": 1}
    data |= {"photos-0-position": 1, "photos-0-is_decorative": "on"}
    data |= {"photos-0-image": SimpleUploadedFile(name, NOT_PHOTOS[name])}
    response = staff.post(path, data)
    [found] = errors(response)
    assert list(found) == ["image"]
    assert arabic(found["image"][0])
    assert "عنوان مكتوب" in response.text
    assert (Photo.objects.count(), stored()) == (0, before)


@pytest.mark.parametrize("name", NOT_DOCUMENTS)
def test_what_is_no_document_is_refused_and_the_form_stays(staff, name):
    before = stored()
    path = admin_url(Document, "add")
    upload = SimpleUploadedFile(name, NOT_DOCUMENTS[name])
    data = fields_of(staff.get(path)) | {"title_ar": "عنوان مكتوب", "file": upload}
    response = staff.post(path, data)
    [found] = errors(response)
    assert list(found) == ["file"]
    assert arabic(found["file"][0]), found["file"]
    assert "عنوان مكتوب" in response.text
    assert (Document.objects.count(), stored()) == (0, before)


def test_a_name_is_not_kept(staff):
    """A true photo with a false name is a photo: it is stored under a name of our own."""
    release = make_release(state="draft", published_at=None)
    address = reverse("admin:news_release_photo_add", args=[release.pk])
    upload = SimpleUploadedFile("\u202egpj.exe", picture("PNG", (40, 40)))
    assert staff.post(address, {"photo": upload}).status_code == 201
    assert re.fullmatch(r"photo/[\w-]{16}\.png", Photo.objects.get().image.name)


def test_200_megabytes_are_counted_and_not_kept(staff, settings, monkeypatch, tmp_path):
    """What is beyond the limit reaches neither the memory nor the disk."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    kept = []

    def watched(handler, file_size):
        kept.extend(path.stat().st_size for path in tmp_path.iterdir())
        return complete(handler, file_size)

    complete = LimitedUpload.file_complete
    monkeypatch.setattr(LimitedUpload, "file_complete", watched)
    release = make_release(state="draft", published_at=None)
    address = reverse("admin:news_release_photo_add", args=[release.pk])
    upload = SimpleUploadedFile("heavy.jpg", bytes(200 * 1024 * 1024))
    answer = staff.post(address, {"photo": upload})
    assert answer.status_code == 422
    assert "20 ميغابايت" in answer.json()["error"]
    assert 0 < max(kept) <= MOST_BYTES
