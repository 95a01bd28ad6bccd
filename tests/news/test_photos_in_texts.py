"""Photos within a text: a reference that is stored, a figure that is read."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ampcpp.templatetags.site import not_in, rich
from news.copies import apply, duplicate
from news.models import Photo, Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_document, make_page, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make_photo(release, **values):
    image = ContentFile(picture("JPEG", (1200, 800)), name="x.jpg")
    return Photo.objects.create(release=release, image=image, **values)


def place(photo):
    return f'<figure data-photo="{photo.reference}"></figure>'


def test_the_figure_of_a_page_is_that_of_its_gallery():
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة", caption_ar="<b>شرح</b>", credit="ع")
    release.body_ar = f"<p>قبل</p>{place(photo)}<p>بعد</p>"
    html = rich(release, "body")
    assert html.startswith('<p>قبل</p><figure class="photo">')
    assert html.endswith("</figure><p>بعد</p>")
    assert 'alt="المنصة"' in html
    assert 'width="1200" height="800"' in html
    assert photo.image.srcset in html
    assert "&lt;b&gt;شرح&lt;/b&gt;" in html


def test_it_speaks_the_language_of_the_text_around_it():
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة", alternative_text_fr="La tribune")
    release.body_ar = place(photo)
    with translation.override("fr"):
        assert 'alt="المنصة"' in rich(release, "body")
        release.body_fr = place(photo)
        assert 'alt="La tribune"' in rich(release, "body")


def test_a_photo_of_elsewhere_is_left_out():
    """Of a draft, say, whose text was copied."""
    draft = make_release("مسودة", state="draft", published_at=None)
    secret = make_photo(draft, alternative_text_ar="سر")
    text = f"<p>نص</p>{place(secret)}"
    assert rich(make_release(body_ar=text), "body") == "<p>نص</p>"
    assert rich(make_page(body_ar=text), "body") == "<p>نص</p>"


def test_a_page_with_photos_in_its_text_costs_no_query_more(client):
    release = make_release()
    photos = [make_photo(release, position=n, alternative_text_ar="ص") for n in range(3)]
    counts = []
    for text in ("<p>نص</p>", "".join(map(place, photos))):
        Release.objects.update(body_ar=text)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(release.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert page.content.decode().count('class="photo"') == 3  # in the text, the cover too


def test_the_gallery_leaves_out_what_the_text_shows():
    release = make_release()
    shown, other = (make_photo(release, position=n) for n in (1, 2))
    assert not_in([shown, other], place(shown)) == [other]
    assert not_in([shown, other], "<p>نص</p>") == [shown, other]


def test_the_cover_is_shown_once_where_the_text_places_it(client):
    """Where the shown text does not, it stands above."""
    release = make_release(body_fr="<p>Texte</p>", title_fr="Titre")
    cover, other = (make_photo(release, position=n, alternative_text_ar="ص") for n in (1, 2))
    Release.objects.update(body_ar=f"<p>نص</p>{place(cover)}")

    def shown(path):
        article = client.get(path).text.partition('"release__text"')[2]
        texts = [cover.image.url, "Texte" if "/fr/" in path else "نص", other.image.url]
        assert article.count(f'<a href="{cover.image.url}"') == 1
        assert article.count('class="photo"') == 2
        assert article.count('fetchpriority="high"') == 1
        return sorted(range(3), key=lambda index: article.index(texts[index]))

    assert shown(release.get_absolute_url()) == [1, 0, 2]
    with translation.override("fr"):
        assert shown(Release.objects.get().get_absolute_url()) == [0, 1, 2]


def test_another_file_for_a_photo_keeps_its_place(staff, django_capture_on_commit_callbacks):
    """In every language, in a copy of the release, and in an older version that is restored."""
    release = make_release(state="draft", published_at=None)
    photo = make_photo(release, alternative_text_ar="المنصة")
    text = f"<p>نص</p>{place(photo)}"
    Release.objects.update(body_ar=text, body_fr=text)
    copy = duplicate(release)
    path = admin_url(Release, "change", release.pk)
    upload = SimpleUploadedFile("y.jpg", picture("JPEG", (900, 600), "navy"))
    with django_capture_on_commit_callbacks(execute=True):
        response = staff.post(path, fields_of(staff.get(path)) | {"photos-0-image": upload})
    assert response.status_code == 302, errors(response)

    release, old = Release.objects.get(pk=release.pk), photo.image.url
    new = release.photos.get().image.url
    assert new != old
    assert (release.body_ar, release.body_fr) == (text, text)
    for language in ("ar", "fr"):
        with translation.override(language):
            assert f'<a href="{new}"' in rich(release, "body")
    assert f'<a href="{old}"' in rich(copy, "body")


def test_photos_of_before_are_called_by_their_files():
    """Texts that were written before photos had references keep them."""
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة")
    migration = import_module("news.migrations.0004_reference")
    migration.name_after_files(apps, SimpleNamespace(connection=connection))
    photo.refresh_from_db()
    release.body_ar = f'<figure data-photo="{photo.image.base.name}"></figure>'
    assert 'alt="المنصة"' in rich(release, "body")


def test_copies_and_what_is_published_of_them_keep_their_photos():
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة")
    Release.objects.update(body_ar=place(photo))
    copy = duplicate(release, copy_of=release)
    assert 'alt="المنصة"' in rich(copy, "body")
    assert 'alt="المنصة"' in rich(apply(Release.objects.get(pk=copy.pk)), "body")


def test_a_feed_shows_photos_after_the_text(client):
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة")
    Release.objects.update(body_ar=f"<p>نص</p>{place(photo)}")
    feed = client.get("/news/feed/").content.decode()
    assert "data-photo" not in feed
    assert feed.count("المنصة") == 1


# What the dialogs of the editor ask


def test_the_editor_is_told_the_photos_of_its_release(client, clerk):
    release = make_release()
    photo = make_photo(release, alternative_text_ar="المنصة")
    make_photo(make_release("آخر"), alternative_text_ar="أخرى")
    path = f"/admin/news/release/{release.pk}/photos/"
    assert client.get(path).status_code == 302
    client.force_login(clerk)
    assert client.get(path).json() == {
        "rows": [
            {
                "name": photo.reference,
                "number": 1,
                "text": "المنصة",
                "thumbnail": photo.image.version(320).url,
            }
        ]
    }
    assert client.get("/admin/news/release/999/photos/").status_code == 404
    form = client.get(f"/admin/news/release/{release.pk}/change/").content.decode()
    assert form.count(f'data-photos="{path}"') == 3  # one for each language
    assert client.get("/admin/news/release/add/").content.decode().count('data-photos=""') == 3
    clerk.user_permissions.clear()
    assert client.get(path).status_code == 403


def test_the_editor_is_told_of_published_documents_only(client, clerk, noon):
    report = make_document("التقرير الأدبي", kind="report")
    make_document("تقرير قادم", published_at="2030-01-01T00:00Z")
    make_document("تقرير مسحوب", state="withdrawn")
    make_document("النظام الأساسي")
    path = "/admin/ampcpp/document/choices/"
    assert client.get(path).status_code == 302
    clerk.user_permissions.clear()  # whoever may write may link to what everybody reads
    client.force_login(clerk)
    assert len(client.get(path).json()["rows"]) == 2
    assert client.get(f"/fr{path}?q=الادبي").json() == {
        "rows": [{"url": f"/documents/{report.pk}/", "title": "التقرير الأدبي", "kind": "rapport"}]
    }
    assert client.get(path, {"q": "\x00"}).status_code == 200
