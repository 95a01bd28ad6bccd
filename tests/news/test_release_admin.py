"""A release is written on one page, and a bad file costs nothing of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Photo, Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_category, make_person
from tests.pictures import picture

pytestmark = pytest.mark.django_db


def test_lists_have_search_filters_and_dates(staff, demo):
    response = staff.get(admin_url(Release, "changelist"), {"q": "الاقاليم"})
    assert response.context["cl"].result_count > 0
    assert response.context["cl"].has_filters
    assert response.context["cl"].date_hierarchy == "published_at"

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
        "state": "published",
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
    assert release.is_public
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
