"""Changes to a public release wait in a copy until a publisher publishes them."""

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from news.copies import apply, duplicate
from news.models import Attachment, Mention, Photo, Release
from tests.admin_forms import fields_of
from tests.factories import make_document, make_person, make_release
from tests.pictures import picture
from tests.steps import step_url, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    """A public one with a photo, a person and a document."""
    row = make_release("العنوان القديم", title_fr="Ancien titre", pinned_until="2030-01-01")
    Photo.objects.create(release=row, image=ContentFile(picture(), "a.png"), is_decorative=True)
    Mention.objects.create(release=row, person=make_person())
    Attachment.objects.create(release=row, document=make_document())
    return row


def parts(release):
    return (
        [photo.image.name for photo in release.photos.all()],
        [mention.person for mention in release.mentions.all()],
        list(release.documents.all()),
    )


def test_a_duplicate_is_a_draft_with_the_same_contents(release):
    before = parts(release)
    copy = duplicate(release)
    assert copy.number != release.number
    assert (copy.stage, copy.published_at, copy.pinned_until) == ("draft", None, None)
    assert (copy.title_ar, copy.title_fr) == ("العنوان القديم", "Ancien titre")
    assert parts(copy) == parts(release) == before


def test_a_writer_s_change_waits_and_then_takes_the_place(client, writer, publisher, release):
    client.force_login(writer)
    path = take(client, "propose", release).url
    copy = Release.objects.get(copy_of=release)
    assert path == reverse("admin:news_release_change", args=[copy.pk])
    assert client.get(path).status_code == 200
    copy.title_ar = "العنوان الجديد"
    copy.save()
    copy.mentions.all().delete()
    take(client, "submit", copy)
    assert take(client, "apply", copy).status_code == 200  # a writer may not

    public = client.get(release.get_absolute_url()).text
    assert "العنوان القديم" in public
    assert "العنوان الجديد" not in client.get("/news/").text

    client.force_login(publisher)
    photos, _people, documents = parts(release)
    moment = release.published_at
    take(client, "apply", copy)
    release.refresh_from_db()
    assert (release.title_ar, release.title_fr) == ("العنوان الجديد", "Ancien titre")
    assert (release.published_at, str(release.pinned_until)) == (moment, "2030-01-01")
    assert parts(release) == (photos, [], documents)
    assert Release.objects.get() == release


def test_a_second_change_waits_for_the_first(client, writer, release):
    client.force_login(writer)
    take(client, "propose", release)
    take(client, "propose", release)
    assert Release.objects.filter(copy_of=release).count() == 1


def test_a_copy_is_never_public_by_itself(client, publisher, release):
    client.force_login(publisher)
    copy = duplicate(release, copy_of=release)
    take(client, "publish", copy)
    assert set(Release.objects.published()) == {release}
    copy.state, copy.published_at = "published", release.published_at
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()


def test_a_failure_leaves_both_as_they_were(release, monkeypatch):
    copy = duplicate(release, copy_of=release)
    monkeypatch.setattr(Release, "delete", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        apply(copy)
    assert parts(Release.objects.get(pk=release.pk)) == parts(Release.objects.get(pk=copy.pk))


def test_the_button_of_a_step_saves_first(client, writer):
    client.force_login(writer)
    release = make_release(state="draft", published_at=None)
    path = reverse("admin:news_release_change", args=[release.pk])
    data = fields_of(client.get(path)) | {"title_ar": "عنوان محفوظ", "_step": "submit"}
    assert client.post(path, data).url == step_url("submit", release)
    release.refresh_from_db()
    assert (release.title_ar, release.stage) == ("عنوان محفوظ", "draft")
