"""Each version keeps in words what hung on its text."""

import re

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from news.models import Attachment, Mention, Photo
from tests.admin_forms import admin_url, fields_of
from tests.factories import (
    make_activity,
    make_document,
    make_person,
    make_programme,
    make_release,
)
from tests.pictures import picture
from tests.steps import take

pytestmark = pytest.mark.django_db


def save(client, row, **values):
    path = admin_url(type(row), "change", row.pk)
    response = client.post(path, fields_of(client.get(path)) | values)
    assert response.status_code == 302


def compared(client, row, old, new):
    """(what went, what came) between two versions, the newest being 0."""
    path = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_compare", args=[row.pk])
    ids = row.history.values_list("history_id", flat=True)
    page = client.get(f"{path}?old={ids[old]}&new={ids[new]}").text
    return re.findall("<del>(.+?)</del>", page)[1:], re.findall("<ins>(.+?)</ins>", page)[1:]


def make_photo(release, caption):
    image = ContentFile(picture("PNG", (20, 20)), name="p.png")
    return Photo.objects.create(
        release=release, image=image, caption_ar=caption, alternative_text_ar="قاعة"
    )


def test_no_word_goes_with_a_photo_a_person_or_a_document(staff):
    """A caption is written over; then everything that hangs on the release is taken away."""
    release = make_release("لقاء")
    make_photo(release, "الشرح الأول")
    Mention.objects.create(release=release, person=make_person("لحسن زلماط"))
    Attachment.objects.create(release=release, document=make_document("التقرير"))
    save(staff, release)
    save(staff, release, **{"photos-0-caption_ar": "الشرح الثاني"})
    sets = {
        name.removesuffix("-0-id") for name in form_of(staff, release) if name.endswith("-0-id")
    }
    save(staff, release, **{f"{name}-0-DELETE": "on" for name in sets})
    assert [rows.count() for rows in (release.photos, release.mentions, release.documents)] == [
        0
    ] * 3
    assert compared(staff, release, 2, 1) == (["الشرح الأول – قاعة"], ["الشرح الثاني – قاعة"])
    went, came = compared(staff, release, 1, 0)
    assert ({*went}, came) == ({"الشرح الثاني – قاعة", "التقرير", "لحسن زلماط"}, [])


def form_of(client, row):
    return fields_of(client.get(admin_url(type(row), "change", row.pk)))


def test_what_a_step_saves_keeps_them_too(staff):
    release = make_release("لقاء", state="in_review", published_at=None)
    make_photo(release, "الشرح")
    take(staff, "publish", release)
    save(staff, release, **{"photos-0-DELETE": "on"})
    assert compared(staff, release, 1, 0) == (["الشرح – قاعة"], [])


def test_the_lines_of_a_programme_stay_with_its_versions(staff):
    programme = make_programme()
    make_activity(programme, "تكوين")
    save(staff, programme)
    save(staff, programme, **{"activities-0-nature_ar": "لقاء"})
    assert compared(staff, programme, 1, 0) == (["تكوين"], ["لقاء"])


def test_a_version_that_no_form_saved_says_nothing_of_them(staff):
    release = make_release("لقاء")
    make_photo(release, "الشرح")
    release.save()
    assert compared(staff, release, 1, 0) == ([], [])
