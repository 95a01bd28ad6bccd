"""Drafts from Word files: what is taken, what is refused, what stays private."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image

from news import docx
from news.copies import duplicate
from news.models import Photo, Release
from tests.factories import make_category, published
from tests.news.word_files import part, release_file, turned_picture, with_parts
from tests.pictures import picture

BODY = (
    "<p>نظمت <strong>الجمعية</strong> دورة تكوينية بمدينة الرباط.</p>"
    "<h2>المحاور</h2>"
    "<ol><li>التدبير المالي</li><li>الشراكة</li></ol><ul><li>توصية</li></ul>"
    "<table><thead><tr><th><p>المجلس</p></th><th><p>الجهة</p></th></tr></thead>"
    "<tbody><tr><td><p>صفرو</p></td><td><p>فاس مكناس</p></td></tr></tbody></table>"
)
ADD = "/admin/news/release/from-word/"


@pytest.fixture(autouse=True)
def folders(settings, tmp_path, monkeypatch):
    """Empty ones: those of the tests are shared."""
    settings.MEDIA_ROOT = tmp_path / "media"
    private = storages["documents"]
    monkeypatch.setattr(private, "_location", tmp_path / "documents")
    for name in ("base_location", "location"):
        monkeypatch.delitem(vars(private), name, raising=False)
    yield tmp_path
    for name in ("base_location", "location"):
        vars(private).pop(name, None)


def files_in(folder):
    return sorted(path.name for path in Path(folder).rglob("*") if path.is_file())


def read(data, name="بلاغ.docx"):
    return docx.read(SimpleUploadedFile(name, data))


def upload(client, data, name="بلاغ.docx"):
    return client.post(ADD, {"word-file": SimpleUploadedFile(name, data)})


# What is taken


def test_a_press_release():
    draft = read(release_file())
    assert draft.title == "بلاغ صحفي حول الدورة التكوينية"
    assert draft.body == BODY
    assert (draft.pictures, draft.lost) == ([], 0)


def test_pictures_are_turned_and_each_is_taken_once():
    green = picture("PNG", (30, 20))
    draft = read(release_file([turned_picture(), green, green]))
    sizes = [Image.open(one).size for one in draft.pictures]
    assert sizes == [(40, 60), (30, 20)]
    assert not Image.open(draft.pictures[0]).getexif()
    assert draft.body == BODY + "".join(map(docx.FIGURE.format, (1, 2, 2)))


def test_a_picture_that_cannot_be_read_is_counted():
    file = release_file([picture("PNG", (30, 20))])
    draft = read(with_parts(file, **{"word__media__image1.png": b"not a picture"}))
    assert (draft.pictures, draft.lost, draft.body) == ([], 1, BODY)


@pytest.mark.parametrize(
    ("html", "title", "body"),
    [
        ("<p>ع</p><h1>عنوان</h1><p>نص</p>", "عنوان", "<p>ع</p><p>نص</p>"),
        ("<h2>أول</h2><h1>عنوان</h1>", "عنوان", "<h2>أول</h2>"),
        ("<p></p><p><strong>سطر قصير</strong></p><p>نص</p>", "سطر قصير", "<p></p><p>نص</p>"),
        (f"<p>{'كلمة ' * 60}</p>", "كلمة " * 29 + "كلمة…", f"<p>{'كلمة ' * 60}</p>"),
        (f"{'<p>نص</p>' * 12}<h2>بعيد</h2>", "نص", f"{'<p>نص</p>' * 11}<h2>بعيد</h2>"),
        ("<table><tr><td><p>خانة</p></td></tr></table><p>سطر</p>", "سطر",
         "<table><tr><td><p>خانة</p></td></tr></table>"),
    ],
)  # fmt: skip
def test_where_the_title_is(html, title, body):
    assert docx.split(html) == (title, body)


def test_notes_and_bookmarks_leave_no_links_into_the_file():
    html = '<p><a id="b"></a>نص<sup><a href="#note-1" id="r">[1]</a></sup> <a href="#r">↑</a></p>'
    assert docx.ANCHOR.sub(lambda m: m[1] or "", html) == "<p>نص<sup>[1]</sup> </p>"


# What is refused


def entities(source):
    text = part(source, "word/document.xml")
    bomb = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return text.replace("?>", f"?>{bomb}", 1).replace("المحاور", "&x;")


def bent_files():
    good = release_file()
    document = part(good, "word/document.xml")
    return {
        "not Word": (b"%PDF-1.4", "not_docx"),
        "empty": (b"", "not_docx"),
        "an old file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old"),
        "half a file": (good[: len(good) // 2], "broken"),
        "no Word inside": (zipped({"a.txt": b"x"}), "not_docx"),
        "macros": (with_parts(good, **{"word__vbaProject.bin": b"x"}), "macros"),
        "entities": (with_parts(good, **{"word__document.xml": entities(good)}), "declarations"),
        "entities, in other letters": (
            with_parts(good, **{"word__document.xml": utf16(entities(good))}),
            "declarations",
        ),
        "no XML": (with_parts(good, **{"word__document.xml": "<w:document"}), "broken"),
        "a bomb": (with_parts(good, **{"word__media__a.png": bytes(210 * 1024**2)}), "bomb"),
        "much XML": (with_parts(good, **{"word__a.xml": b" " * (17 * 1024**2)}), "bomb"),
        "many parts": (with_parts(good, **{f"word__{n}.txt": b"" for n in range(2100)}), "bomb"),
        "no text": (with_parts(good, **{"word__document.xml": emptied(document)}), "empty"),
    }


def zipped(parts):
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def utf16(text):
    return text.replace("UTF-8", "UTF-16").encode("utf-16")


def emptied(document):
    start, end = document.index("<w:body>"), document.index("<w:sectPr")
    return document[:start] + "<w:body>" + document[end:]


@pytest.mark.parametrize(("data", "code"), bent_files().values(), ids=bent_files())
def test_a_bent_file_is_refused(data, code):
    with pytest.raises(ValidationError) as refusal:
        read(data)
    assert refusal.value.code == code


def test_a_linked_picture_is_not_fetched():
    """Neither from this machine nor from another."""
    file = release_file([picture("PNG", (30, 20))])
    document = part(file, "word/document.xml").replace("r:embed=", "r:link=")
    links = part(file, "word/_rels/document.xml.rels").replace(
        'Target="media/image1.png"', 'Target="file:///etc/passwd" TargetMode="External"'
    )
    bent = with_parts(
        file, **{"word__document.xml": document, "word___rels__document.xml.rels": links}
    )
    draft = read(bent)
    assert (draft.pictures, draft.lost) == ([], 1)


# In the admin


@pytest.mark.django_db
class TestAdmin:
    @pytest.fixture(autouse=True)
    def office(self, client, clerk):
        make_category()
        client.force_login(clerk)

    def test_a_file_makes_a_draft(self, client, folders):
        response = upload(client, release_file([turned_picture((600, 400))]))
        release = Release.objects.get()
        assert response.url == reverse("admin:news_release_change", args=[release.pk])
        assert (release.state, release.published_at) == ("draft", None)
        photo = release.photos.get()
        text = BODY + docx.FIGURE.format(photo.reference)
        assert (release.title_ar, release.body_ar) == ("بلاغ صحفي حول الدورة التكوينية", text)
        assert (photo.width, photo.height, photo.position) == (400, 600, 1)
        assert (photo.is_decorative, photo.alternative_text_ar or "") == (False, "")
        assert release.source_file.storage == storages["documents"]
        assert len(files_in(folders / "documents")) == 1

        page = client.get(response.url)
        assert "هذه هي المسودة" in page.content.decode()
        assert reverse("admin:news_release_source", args=[release.pk]) in page.content.decode()

    def test_a_picture_that_another_gallery_holds_is_noticed(self, client, clerk):
        data = release_file([turned_picture()])
        upload(client, data)
        first = Release.objects.get()
        page = client.get(upload(client, data).url)
        assert f'href="{reverse("admin:news_release_change", args=[first.pk])}"' in page.text
        assert "هذه الصورة موجودة أيضا" in page.text

    def test_the_file_is_never_public(self, client, clerk, settings):
        data = release_file()
        upload(client, data)
        release = Release.objects.get()
        source = reverse("admin:news_release_source", args=[release.pk])
        response = client.get(source)
        assert b"".join(response.streaming_content) == data
        assert response["Content-Disposition"].startswith("attachment")

        Release.objects.update(**published())
        client.logout()
        page = client.get(release.get_absolute_url())
        assert page.status_code == 200
        assert Path(release.source_file.name).name not in page.content.decode()
        assert client.get(source).status_code == 302
        name = release.source_file.name
        assert client.get(f"{settings.MEDIA_URL}{name}").status_code == 404
        clerk.user_permissions.clear()
        client.force_login(clerk)
        assert client.get(source).status_code == 403
        assert upload(client, data).status_code == 403

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"\xd0\xcf\x11\xe0" * 200, "هذا ملف Word من نوع قديم أو محمي بكلمة مرور"),
            (b"PK\x03\x04" * 200, "هذا الملف معطوب"),
            (b"", "هذا الملف معطوب"),
            (b"PK\x03\x04" + bytes(200 * 1024**2), "يتجاوز 20 ميغابايت"),
        ],
        ids=["old", "broken", "empty", "200 MB"],
    )
    def test_a_bad_file_gets_a_sentence_and_leaves_nothing(self, client, folders, data, sentence):
        response = upload(client, data)
        assert response.status_code == 200
        assert sentence in str(response.context["word_form"].errors)
        assert Release.objects.count() == Photo.objects.count() == 0
        assert files_in(folders) == []

    def test_nothing_is_chosen(self, client):
        response = client.post(ADD)
        assert response.context["word_form"].errors == {"file": ["اختاروا ملف Word."]}

    def test_the_file_goes_with_the_last_release_that_was_made_from_it(
        self, client, folders, django_capture_on_commit_callbacks
    ):
        upload(client, release_file([picture("PNG", (30, 20))]))
        copy = duplicate(Release.objects.get())
        with django_capture_on_commit_callbacks(execute=True):
            Release.objects.exclude(pk=copy.pk).delete()
        assert len(files_in(folders / "documents")) == 1
        with django_capture_on_commit_callbacks(execute=True):
            copy.delete()
        assert files_in(folders) == []

    def test_nobody_waits_for_its_pictures(self, client, monkeypatch):
        """All their files are written before the transaction: on SQLite it stops other writers."""
        moments, write = [], FileSystemStorage.save

        def note(storage, name, *args, **kwargs):
            if name.startswith("photo/"):
                moments.append(len(connection.savepoint_ids))
            return write(storage, name, *args, **kwargs)

        monkeypatch.setattr(FileSystemStorage, "save", note)
        outside = len(connection.savepoint_ids)
        upload(client, release_file([picture("PNG", (700, 40)), picture("PNG", (40, 700))]))
        assert len(moments) > 10
        assert set(moments) == {outside}

    def test_what_fails_halfway_leaves_nothing(self, client, folders, monkeypatch):
        save = Photo.save

        def fail_at_the_second(photo, *args, **kwargs):
            save(photo, *args, **kwargs)
            if photo.position == 2:
                raise OSError("The disk is full")

        monkeypatch.setattr(Photo, "save", fail_at_the_second)
        client.raise_request_exception = False
        pictures = [picture("PNG", (700, 40)), picture("PNG", (40, 700))]
        assert upload(client, release_file(pictures)).status_code == 500
        assert Release.objects.count() == Photo.objects.count() == 0
        assert files_in(folders) == []

    def test_where_the_form_stands(self, client):
        assert ADD in client.get("/admin/news/release/").content.decode()
        assert f'action="{ADD}"' in client.get("/admin/news/release/add/").content.decode()
        assert f'action="/fr{ADD}"' in client.get(f"/fr{ADD}").content.decode()
