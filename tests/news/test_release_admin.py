"""A release is written on one page, and a bad file costs nothing of it."""

import json
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import translation

from ampcpp.models import Document
from news.models import Attachment, Photo, Release
from programme.models import Programme
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_category, make_document, make_person, make_programme, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db


def test_lists_have_search_filters_and_dates(staff, demo):
    response = staff.get(admin_url(Release, "changelist"), {"q": "الاقاليم"})
    assert response.context["cl"].result_count > 0
    assert response.context["cl"].has_filters

    Release.objects.filter(title_ar__contains="باريس").update(state="draft")
    drafts = staff.get(admin_url(Release, "changelist"), {"state": "draft"})
    assert [r.title_ar for r in drafts.context["cl"].result_list] == [
        Release.objects.get(state="draft").title_ar
    ]


def test_a_release_is_written_on_one_page(staff):
    """Texts, a photo and a person named, saved at once; the text is sanitised."""
    person, category = make_person(), make_category()
    upload = SimpleUploadedFile("a.png", picture())
    data = fields_of(staff.get(admin_url(Release, "add"))) | {
        "title_ar": "خبر جديد",
        "body_ar": "<p>نص</p><script>alert(1)</script>",
        "category": category.pk,
        "photos-TOTAL_FORMS": 1,
        "photos-0-image": upload,
        "photos-0-position": 1,
        "photos-0-alternative_text_ar": "رئيس الجمعية يوقع الاتفاقية",
        "mentions-TOTAL_FORMS": 1,
        "mentions-0-person": person.pk,
        "mentions-0-position": 1,
    }
    response = staff.post(admin_url(Release, "add"), data)
    assert response.status_code == 302, errors(response)

    release = Release.objects.get()
    assert release.body_ar == "<p>نص</p>"
    assert release.stage == "draft"
    assert (release.photos.get().width, release.mentions.get().person) == (2, person)


def test_a_bad_picture_is_an_error_beside_the_field_and_nothing_is_saved(staff):
    data = fields_of(staff.get(admin_url(Release, "add"))) | {
        "title_ar": "خبر",
        "body_ar": "<p>نص طويل</p>",
        "category": make_category().pk,
        "photos-TOTAL_FORMS": 1,
        "photos-0-image": SimpleUploadedFile("a.jpg", b"%PDF-1.4 not a picture"),
        "photos-0-position": 1,
        "photos-0-is_decorative": "on",
    }
    response = staff.post(admin_url(Release, "add"), data)

    assert response.status_code == 200
    assert "JPEG" in str(errors(response))
    assert "نص طويل" in response.text
    assert not Release.objects.exists()
    assert not Photo.objects.exists()


def test_a_photo_needs_an_alternative_text(staff):
    data = fields_of(staff.get(admin_url(Release, "add"))) | {
        "title_ar": "خبر",
        "body_ar": "<p>نص</p>",
        "category": make_category().pk,
        "photos-TOTAL_FORMS": 1,
        "photos-0-image": SimpleUploadedFile("a.png", picture()),
        "photos-0-position": 1,
    }
    response = staff.post(admin_url(Release, "add"), data)
    assert list(errors(response)[0]) == ["alternative_text_ar"]


def release_form(staff, release):
    path = admin_url(Release, "change", release.pk)
    return path, fields_of(staff.get(path))


def test_two_people_exchange_their_places(staff):
    release = make_release()
    ali, sara = make_person("علي"), make_person("سارة")
    release.mentions.create(person=ali, position=1)
    release.mentions.create(person=sara, position=2)
    path, data = release_form(staff, release)
    swapped = {"mentions-0-person": sara.pk, "mentions-1-person": ali.pk}
    assert staff.post(path, data | swapped).status_code == 302
    assert [m.person for m in release.mentions.all()] == [sara, ali]

    twice = {"mentions-0-person": ali.pk, "mentions-1-person": ali.pk}
    response = staff.post(path, data | twice)
    assert "مرتين" in str(errors(response))


@pytest.mark.parametrize(
    "body", ["<p>&nbsp;</p>", "<p></p><p> </p>", "<table></table>", "<img src=x>"]
)
def test_a_text_of_nothing_is_missing(staff, body):
    data = fields_of(staff.get(admin_url(Release, "add"))) | {
        "title_ar": "خبر",
        "body_ar": body,
        "category": make_category().pk,
    }
    response = staff.post(admin_url(Release, "add"), data)
    assert list(errors(response)[0]) == ["body_ar"]


def test_hidden_marks_of_direction_are_dropped(staff):
    release = make_release()
    path = admin_url(Release, "change", release.pk)
    written = {
        "title_ar": "عنوان \u202eمقلوب\u202c \u200fتجربة",
        "lead_ar": "سطر\u200e آخر\x1f",
        "place_ar": "\u2066فاس\u2069",
    }
    assert staff.post(path, fields_of(staff.get(path)) | written).status_code == 302
    release.refresh_from_db()
    texts = (release.title_ar, release.lead_ar, release.place_ar)
    assert texts == ("عنوان مقلوب تجربة", "سطر آخر", "فاس")
    refused = staff.post(path, fields_of(staff.get(path)) | {"title_ar": "\u200f\u2066"})
    assert [*errors(refused)[0]] == ["title_ar"]


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_a_year_nobody_means_is_refused(staff, day):
    path, data = release_form(staff, make_release())
    for field in ("happened_on", "pinned_until"):
        response = staff.post(path, data | {field: day})
        assert "2100" in str(errors(response)), field


def test_what_lost_its_file_can_still_be_edited(staff):
    release = make_release()
    photo = Photo.objects.create(
        release=release, image=ContentFile(picture(), name="a.png"), is_decorative=True
    )
    photo.image.storage.delete(photo.image.name)
    path, data = release_form(staff, release)
    assert staff.post(path, data | {"title_ar": "عنوان جديد"}).status_code == 302

    document = make_document()
    document.file.storage.delete(document.file.name)
    path = admin_url(Document, "change", document.pk)
    response = staff.post(path, fields_of(staff.get(path)) | {"title_ar": "عنوان جديد"})
    assert response.status_code == 302, errors(response)
    document.refresh_from_db()
    assert staff.get(document.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_saving_in_one_language_writes_nothing_into_the_others(staff, language):
    """Reads of a translated field fall back to Arabic; writes must not."""
    release = make_release("عنوان", lead_ar="مقدمة", place_ar="فاس")
    with translation.override(language):
        path, data = release_form(staff, release)
        assert staff.post(path, data | {"pinned_until": "2030-01-01"}).status_code == 302
    release.refresh_from_db()
    assert str(release.pinned_until) == "2030-01-01"
    for field in ("title", "lead", "body", "place"):
        for code in ("fr", "en"):
            assert not getattr(release, f"{field}_{code}"), f"{field}_{code}"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_command_that_saves_in_another_language_writes_nothing_into_it(language):
    release, programme = make_release(), make_programme()
    with translation.override(language):
        for row in (release, programme):
            row.save()
            row.refresh_from_db()
    assert not getattr(release, f"body_{language}")
    assert not getattr(release, f"title_{language}")
    assert not getattr(programme, f"introduction_{language}")


def test_what_is_stored_is_clean_in_every_column():
    dirty = "<p>نص</p><script>x</script>"
    make_release(body_ar=dirty, body_fr=dirty)
    with connection.cursor() as cursor:
        cursor.execute("SELECT body, body_ar, body_fr FROM news_release")
        assert cursor.fetchall() == [("<p>نص</p>",) * 3]


def test_an_unchanged_form_changes_nothing(staff, demo):
    """Not even line ends: the history would be full of changes nobody made."""
    programme = Programme.objects.get()
    path = admin_url(Programme, "change", programme.pk)
    data = fields_of(staff.get(path)) | {"activities-3-is_cancelled": "on"}
    staff.post(path, data)
    [entry] = LogEntry.objects.all()
    assert len(json.loads(entry.change_message)) == 1


def listed(staff, **query):
    return set(staff.get(admin_url(Release, "changelist"), query).context["cl"].result_list)


def test_releases_are_narrowed_by_year_and_month_in_morocco(staff):
    """
    UTC     2021-12-31 23:30      2022-02-28 23:30   2022-03-31 22:59
    here    2022-01-01 00:30      2022-03-01 00:30   2022-03-31 23:59
    """
    moments = ["2021-12-31T23:30Z", "2022-02-28T23:30Z", "2022-03-31T22:59Z", "2023-01-01T12:00Z"]
    january, march, last, other = (make_release(published_at=moment) for moment in moments)
    draft = make_release(state="draft", published_at=None)
    assert listed(staff) == {january, march, last, other, draft}
    assert listed(staff, period="2022") == {january, march, last}
    assert listed(staff, period="2022-03") == {march, last}
    assert listed(staff, period="2022-12") == set()
    page = staff.get(admin_url(Release, "changelist"), {"period": "2022"}).text
    assert "مارس\u00a02022" in page
    assert "?period=2021" not in page


@pytest.mark.parametrize("period", ["x", "2022-13", "0", "99999", "2022-", "-3", "\x00", "9999-12"])
def test_a_period_that_is_none_lists_nothing_and_is_no_error(staff, period):
    make_release(published_at="2022-03-01T12:00Z")
    response = staff.get(admin_url(Release, "changelist"), {"period": period})
    assert response.status_code == 200


def test_the_note_on_a_change_stands_in_a_tab_of_each_language(staff):
    """Else nobody would see which of three boxes is the French one."""
    page = staff.get(admin_url(Release, "change", make_release().pk))
    for code in ("ar", "fr", "en"):
        fieldset = page.text.split(f'name="change_note_{code}"')[0].rsplit("<fieldset", 1)[1]
        assert f"language-tab language-{code}" in fieldset.split(">")[0]


def test_the_list_shows_the_clock_of_a_moment_to_come_with_its_zone(staff, noon):
    make_release("قديم", published_at="2022-06-01T10:00:00+01:00")
    make_release("مقبل", published_at="2022-06-20T10:00:00+01:00")
    page = staff.get(admin_url(Release, "changelist")).text
    cells = [cell.split("</td>")[0] for cell in page.split('class="field-moment_shown')[1:]]
    shown = sorted(cell.split(">", 1)[1] for cell in cells)
    assert shown == [
        "1\u00a0يونيو\u00a02022",
        "الاثنين 20\u00a0يونيو\u00a02022 على الساعة 10:00 (بتوقيت الدار البيضاء)",
    ]


def test_the_row_of_a_document_says_its_state(staff):
    release = make_release(state="draft", published_at=None)
    for title, values in (("منشورة", {}), ("مسودة", {"state": "draft", "published_at": None})):
        Attachment.objects.create(release=release, document=make_document(title, **values))
    page = staff.get(admin_url(Release, "change", release.pk)).text
    rows = page.split('<td class="field-state_shown">')[1:]
    assert [re.findall(r"state-(\w+)", row.split("</td>")[0]) for row in rows] == [
        ["published"],
        ["draft"],
        [],  # the row that the script copies
    ]
