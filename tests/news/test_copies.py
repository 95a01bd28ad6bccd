"""Changes to a public release wait in a copy until a publisher publishes them."""

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from ampcpp.admin.steps import SAVED_SINCE
from news.copies import apply, changes_to, duplicate
from news.models import Attachment, Mention, Photo, Release
from tests.admin_forms import admin_url, fields_of
from tests.ampcpp.test_workflow import STAGES
from tests.factories import make_document, make_person, make_release
from tests.pictures import picture
from tests.steps import confirm, step_url, take

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


def test_a_duplicate_begins_without_the_note_on_a_change(client, writer, release):
    release.change_note_ar, release.noted_at = "تصحيح تاريخ اللقاء.", release.published_at
    release.save()
    client.force_login(writer)
    take(client, "duplicate", release)
    copy = Release.objects.latest("number")
    assert (copy.change_note_ar, copy.noted_at) == (None, None)
    changes = changes_to(release)
    assert (changes.change_note_ar, changes.noted_at) == (release.change_note_ar, release.noted_at)


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


def test_a_note_is_written_with_the_change_and_dated_when_both_are_public(
    client, writer, publisher, release, noon
):
    client.force_login(writer)
    assert "change_note_ar" not in client.get(admin_url(Release, "change", release.pk)).text
    path = take(client, "propose", release).url
    note = {"title_ar": "العنوان الجديد", "change_note_ar": "تصحيح العنوان."}
    assert client.post(path, fields_of(client.get(path)) | note).status_code == 302
    assert "تصحيح العنوان." not in client.get(release.get_absolute_url()).text

    noon.move_to("2022-07-01T12:00:00+01:00")
    client.force_login(publisher)
    copy = Release.objects.get(copy_of=release)
    assert "<ins>تصحيح العنوان.</ins>" in client.get(step_url("apply", copy)).text
    take(client, "apply", copy)
    page = client.get(release.get_absolute_url(), follow=True).text
    assert "عُدّل في 1\u00a0يوليوز\u00a02022" in page
    assert "تصحيح العنوان." in page


def test_a_second_change_waits_for_the_first(client, writer, release):
    client.force_login(writer)
    take(client, "propose", release)
    take(client, "propose", release)
    assert Release.objects.filter(copy_of=release).count() == 1


def test_a_copy_in_the_trash_is_brought_back_to_be_written_in(client, writer, release):
    client.force_login(writer)
    path = take(client, "propose", release).url
    copy = Release.objects.get(copy_of=release)
    take(client, "trash", copy)
    assert Release.objects.get(pk=copy.pk).stage == "trashed"
    assert take(client, "propose", release).url == path
    copy.refresh_from_db()
    assert (copy.stage, Release.objects.count()) == ("draft", 2)


def test_a_public_text_and_its_changes_lead_to_each_other(client, writer, release):
    client.force_login(writer)
    live = admin_url(Release, "change", release.pk)
    assert "تعديلات على هذا النص تنتظر" not in client.get(live).text
    copy = changes_to(release)
    copy.title_ar = "العنوان الجديد"
    copy.save()
    waiting = client.get(live).text
    assert "تعديلات على هذا النص تنتظر" in waiting
    assert f'href="{admin_url(Release, "change", copy.pk)}">العنوان الجديد</a>' in waiting

    page = client.get(admin_url(Release, "change", copy.pk))
    assert f'href="{live}"' in page.text
    compared = client.get(page.context["comparison_url"]).text
    assert "العنوان <del>القديم</del><ins>الجديد</ins>" in compared


def test_the_versions_of_changes_begin_with_the_public_text(client, writer, release):
    client.force_login(writer)
    copy = changes_to(release)
    for title in ("أول", "ثان"):
        copy.title_ar = title
        copy.save()
    release.place_ar = "الرباط"
    release.save()
    context = client.get(admin_url(Release, "history", copy.pk)).context
    assert (context["old"].title_ar, context["old"].place_ar) == ("العنوان القديم", "الرباط")
    assert (context["new"].number, context["new"].title_ar) == (copy.pk, "ثان")


def test_publishing_changes_shows_first_what_they_change(client, publisher, release):
    client.force_login(publisher)
    copy = changes_to(release)
    copy.title_ar, copy.title_fr = "العنوان الجديد", "Nouveau titre"
    copy.save()
    copy.photos.all().delete()
    image = ContentFile(picture(), "b.png")
    Photo.objects.create(release=copy, image=image, alternative_text_ar="قاعة الاجتماع")
    Mention.objects.create(release=copy, person=make_person("لحسن زلماط"), title_ar="عضو")
    Attachment.objects.filter(release=copy).update(document=make_document("اتفاقية"))
    page = client.get(step_url("apply", copy)).text
    assert "العنوان <del>القديم</del><ins>الجديد</ins>" in page
    assert 'lang="fr" dir="ltr"><del>Ancien</del><ins>Nouveau</ins> titre' in page
    assert "<del>زخرفية</del><br><ins>قاعة الاجتماع</ins>" in page
    assert "عبد العزيز الدرويش<br><ins>لحسن زلماط – عضو</ins>" in page
    assert "<del>وثيقة</del><br><ins>اتفاقية</ins>" in page
    assert page.count('class="difference"') == 5


def test_photos_that_came_to_the_public_text_meanwhile_do_not_go_unseen(client, publisher, release):
    client.force_login(publisher)
    copy = changes_to(release)
    warning = "تأكدوا من عدم ضياع"
    image = ContentFile(picture(), "b.png")
    Photo.objects.create(release=release, image=image, alternative_text_ar="قاعة الاجتماع")
    release.save()
    page = client.get(step_url("apply", copy)).text
    assert warning in page
    assert "<del>قاعة الاجتماع</del>" in page
    Photo.objects.filter(release=release).last().delete()
    assert warning not in client.get(step_url("apply", copy)).text


def test_what_was_corrected_in_the_public_text_meanwhile_stays(client, publisher, release):
    """
    public text   title ──── place, note ───────────── title of the copy, place, note
    copy               └ made ─────────── title ─ published ┘
    """
    copy = changes_to(release)
    release.place_ar, release.change_note_ar = "فاس", "تصحيح المكان."
    release.noted_at = release.published_at
    release.save()
    copy.title_ar = "العنوان الجديد"
    copy.save()
    client.force_login(publisher)
    assert client.get(step_url("apply", copy)).text.count('class="difference"') == 1
    assert take(client, "apply", copy).status_code == 302
    release.refresh_from_db()
    assert (release.title_ar, release.place_ar) == ("العنوان الجديد", "فاس")
    assert (release.change_note_ar, release.noted_at) == ("تصحيح المكان.", release.published_at)


def test_a_correction_is_not_undone_unseen(client, publisher, release):
    """
    public text   title ──── corrected ───────────────── title of the copy
    copy               └ made ─────── title ─ refused ─ meant ┘
    """
    copy = changes_to(release)
    release.title_ar = "العنوان المصحح"
    release.save()
    copy.title_ar = "العنوان الجديد"
    copy.save()
    client.force_login(publisher)
    refused = take(client, "apply", copy)
    assert refused.status_code == 200
    assert "العنوان <del>القديم</del><ins>المصحح</ins>" in refused.text
    assert "صحح النص المنشور" in refused.text
    release.refresh_from_db()
    assert release.title_ar == "العنوان المصحح"
    assert take(client, "apply", copy, is_meant="on").status_code == 302
    release.refresh_from_db()
    assert release.title_ar == "العنوان الجديد"


@pytest.mark.parametrize("saved", ["copy", "public text"])
def test_the_publisher_publishes_the_changes_that_she_read(client, publisher, release, saved):
    client.force_login(publisher)
    copy = changes_to(release)
    copy.title_ar = "العنوان المقروء"
    copy.save()
    path = step_url("apply", copy)
    page = client.get(path)
    Release.objects.get(pk=copy.pk if saved == "copy" else release.pk).save()
    again = confirm(client, page, path)
    assert again.context["adminform"].errors["__all__"] == [SAVED_SINCE]
    assert Release.objects.get(pk=release.pk).title_ar == "العنوان القديم"
    assert confirm(client, again, path).status_code == 302
    assert Release.objects.get(pk=release.pk).title_ar == "العنوان المقروء"


def test_changes_to_what_was_removed_are_not_published(client, publisher, release):
    client.force_login(publisher)
    copy = changes_to(release)
    take(client, "remove", release, moved_to=str(make_release("بديل").pk))
    assert take(client, "apply", copy).status_code == 200
    assert Release.objects.filter(pk=copy.pk).exists()


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


@pytest.mark.parametrize("stage", ["scheduled", "published", "withdrawn"])
def test_where_a_save_is_live_the_ways_to_the_steps_save_nothing(client, publisher, stage):
    client.force_login(publisher)
    release = make_release(**STAGES[stage])
    page = client.get(admin_url(Release, "change", release.pk)).text
    assert 'name="_save"' in page
    assert 'name="_step"' not in page
    preview = reverse("admin:news_release_preview", args=[release.pk])
    for path in (preview, step_url("propose", release), step_url("duplicate", release)):
        assert f'href="{path}">' in page
