"""Photos that were dropped and wait for their texts: who reads and changes them, what is left of
them when something fails or they are taken away."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.admin.photos import GalleryAdmin
from news.models import Photo, Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_release
from tests.news.test_photos import draft, make_photo, send
from tests.pictures import picture
from tests.steps import take

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def release(staff):
    """A draft with one dropped photo."""
    release = draft()
    assert send(staff, release).status_code == 201
    return release


def stored():
    return default_storage.listdir("photo")[1] if default_storage.exists("photo") else []


def gallery_url(release):
    return reverse("admin:news_release_photos", args=[release.pk])


def sign_in(client, *rights):
    """Somebody of the staff with these permissions alone."""
    user = User.objects.create_user(f"user-{User.objects.count()}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)


def test_a_stranger_finds_it_nowhere(client, release):
    photo = release.photos.get()
    client.logout()
    for path in (gallery_url(release), admin_url(Release, "change", release.pk)):
        response = client.get(path)
        assert response.status_code == 302
        assert "/login/" in response.url
    assert client.get(release.get_absolute_url()).status_code == 404
    for path in ("/", "/news/", "/news/feed/", "/sitemap.xml"):
        page = client.get(path, follow=True).text
        assert photo.reference not in page
        assert photo.image.base.name not in page
    assert re.fullmatch(r"photo/[\w-]{16}", str(photo.image.base))  # not to be guessed
    assert photo.reference != photo.image.base.name  # nor learned from a text


def test_who_may_not_see_the_release_sees_no_photo_of_it(client, release):
    sign_in(client, "view_photo", "change_photo", "add_photo", "delete_photo")
    assert client.get(gallery_url(release)).status_code == 403
    assert client.get(admin_url(Release, "change", release.pk)).status_code == 403
    assert send(client, release).status_code == 403
    assert Photo.objects.count() == 1


def test_who_may_only_look_changes_nothing(client, staff, release):
    data = fields_of(staff.get(admin_url(Release, "change", release.pk)))
    sign_in(client, "view_release", "view_photo")
    assert client.get(gallery_url(release)).status_code == 200
    data |= {"photos-0-caption_ar": "شرح آخر", "photos-0-DELETE": "on"}
    assert client.post(admin_url(Release, "change", release.pk), data).status_code == 403
    assert send(client, release).status_code == 403
    assert not Photo.objects.get().caption_ar


def test_the_form_of_one_release_changes_no_photo_of_another(client, writer, release):
    """Whatever numbers it is sent with."""
    other = draft("خبر آخر")
    make_photo(other)
    photo = release.photos.get()
    client.force_login(writer)
    path = admin_url(Release, "change", other.pk)
    data = fields_of(client.get(path)) | {
        "photos-0-id": photo.pk,
        "photos-0-caption_ar": "ليست له",
        "photos-0-release": other.pk,
    }
    response = client.post(path, data)
    assert response.status_code == 200
    assert errors(response)
    photo.refresh_from_db()
    assert (photo.release, photo.caption_ar or "") == (release, "")


def test_a_writer_shares_drafts_and_not_what_is_public(client, writer, release):
    """The office writes together: a draft is everybody's; what is public is a publisher's."""
    client.force_login(writer)
    assert len(client.get(gallery_url(release)).json()["rows"]) == 1
    assert send(client, release, picture("JPEG", (401, 300))).status_code == 201
    public = make_release("علني")
    make_photo(public)
    assert send(client, public).status_code == 403
    Release.objects.filter(pk=release.pk).update(trashed_at="2022-01-01T00:00Z")
    assert send(client, release).status_code == 403
    assert Photo.objects.count() == 3


def test_it_brings_nothing_before_the_public_without_a_text(client, publisher, release):
    client.force_login(publisher)
    assert take(client, "publish", release).status_code == 200
    assert Release.objects.get().state == "draft"


def test_its_files_go_when_it_is_taken_out_of_the_gallery(
    staff, release, django_capture_on_commit_callbacks
):
    assert stored()
    path = admin_url(Release, "change", release.pk)
    data = fields_of(staff.get(path)) | {"photos-0-DELETE": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        assert staff.post(path, data).status_code == 302
    assert (Photo.objects.count(), stored()) == (0, [])


def fail(*args, **kwargs):
    raise OSError("The disk is full")


def test_what_fails_after_its_file_was_written_leaves_no_file(staff, monkeypatch):
    release = draft()
    monkeypatch.setattr(GalleryAdmin, "log_change", fail)
    staff.raise_request_exception = False
    assert send(staff, release).status_code == 500
    assert (Photo.objects.count(), stored()) == (0, [])


def test_a_form_that_fails_after_its_files_were_written_leaves_none(staff, monkeypatch):
    """Neither of a row that is added nor of those that came with the form; those before stay."""
    release = draft()
    make_photo(release)
    before = sorted(stored())
    path = admin_url(Release, "change", release.pk)
    data = fields_of(staff.get(path)) | {
        "photos-TOTAL_FORMS": 2,
        "photos-1-image": SimpleUploadedFile("a.jpg", picture("JPEG", (500, 300), "navy")),
        "photos-1-alternative_text_ar": "قاعة",
        "photos-1-position": 2,
        "photos-files": [SimpleUploadedFile("b.jpg", picture("JPEG", (501, 300), "teal"))],
    }
    monkeypatch.setattr(GalleryAdmin, "log_change", fail)
    staff.raise_request_exception = False
    assert staff.post(path, data).status_code == 500
    assert Photo.objects.count() == 1
    assert sorted(stored()) == before
