"""The trash keeps a text for 30 days with all that belongs to it."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from news.copies import changes_to
from news.models import Attachment, Mention, Photo, Release, Removal
from tests.admin_forms import admin_url
from tests.factories import make_document, make_person, make_release
from tests.pictures import picture
from tests.publishables import MAKERS
from tests.steps import take

pytestmark = pytest.mark.django_db
MONTH = datetime.timedelta(days=30)


@pytest.mark.parametrize("model", MAKERS)
def test_it_is_emptied_after_30_days(model, noon):
    kept = MAKERS[model]()
    trashed = MAKERS[model](state="draft", trashed_at=timezone.now(), published_at=None)
    noon.shift(MONTH - datetime.timedelta(seconds=1))
    call_command("empty_trash")
    assert set(model.objects.all()) == {kept, trashed}
    noon.shift(datetime.timedelta(seconds=1))
    call_command("empty_trash")
    assert set(model.objects.all()) == {kept}


def test_everything_attached_comes_back(client, writer):
    client.force_login(writer)
    release = make_release(state="draft", published_at=None)
    Photo.objects.create(release=release, image=ContentFile(picture(), "a.png"), is_decorative=True)
    Mention.objects.create(release=release, person=make_person())
    document = make_document()
    Attachment.objects.create(release=release, document=document)
    take(client, "trash", release)
    assert client.get(release.get_absolute_url()).status_code == 404
    take(client, "restore", release)
    release.refresh_from_db()
    assert (release.stage, release.photos.count(), release.mentions.count()) == ("draft", 1, 1)
    assert list(release.documents.all()) == [document]
    assert release.photos.get().image.storage.exists(release.photos.get().image.name)


def test_the_address_of_what_was_removed_leads_on_after_the_trash_is_emptied(
    client, publisher, noon
):
    client.force_login(publisher)
    old, new = make_release("قديم"), make_release("جديد")
    take(client, "remove", old, moved_to=str(new.pk))
    noon.shift(MONTH)
    call_command("empty_trash")
    assert set(Release.objects.all()) == {new}
    assert client.get(f"/n/{old.pk}", follow=True).context["release"] == new
    assert Removal.objects.count() == 1


def test_changes_that_wait_for_what_is_deleted_become_a_draft_of_their_own(client, publisher, noon):
    client.force_login(publisher)
    old, new = make_release("قديم"), make_release("جديد")
    Photo.objects.create(release=old, image=ContentFile(picture(), "a.png"), is_decorative=True)
    copy = changes_to(old)
    copy.title_ar = "كلام المحرر"
    copy.save()
    take(client, "remove", old, moved_to=str(new.pk))
    noon.shift(MONTH)
    call_command("empty_trash")
    client.force_login(publisher)  # for a month nobody is signed in
    draft = Release.objects.get(pk=copy.pk)
    assert (draft.title_ar, draft.stage, draft.copy_of) == ("كلام المحرر", "draft", None)
    assert draft.photos.get().image.storage.exists(draft.photos.get().image.name)
    assert client.get(admin_url(Release, "change", draft.pk)).status_code == 200
    take(client, "publish", draft)
    assert set(Release.objects.published()) == {new, draft}


def test_what_was_deleted_for_good_leaves_no_versions(noon):
    """A name that somebody asked to be forgotten is not kept in the history."""
    release = make_release(state="draft", trashed_at=timezone.now(), published_at=None)
    noon.shift(MONTH)
    call_command("empty_trash")
    assert not Release.history.filter(number=release.pk).exists()
