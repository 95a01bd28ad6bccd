"""The admin as a whole: names in the reader's language, searches, nothing from elsewhere."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from ampcpp.models import Page, SiteDetails
from governance.models import Roster
from news.models import Category, Release
from programme.models import Programme
from tests.admin_forms import admin_url, fields_of
from tests.publishables import make_in_every_state

pytestmark = pytest.mark.django_db
OURS = {"ampcpp", "governance", "news", "programme"}


def our_models():
    return [model for model in admin.site._registry if model._meta.app_label in OURS]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_label_and_help_text_is_translated(staff, demo, language):
    """No label or help text of ours reads the same in Arabic or French as in English."""
    same = []
    for model in our_models():
        for field in [f for f in model._meta.get_fields() if getattr(f, "editable", False)]:
            if field.primary_key:
                continue
            for text in (field.verbose_name, field.help_text, model._meta.verbose_name):
                with translation.override("en"):
                    english = str(text)
                with translation.override(language):
                    if english and str(text) == english:
                        same.append((model.__name__, field.name, english))
    words_of_both = {
        "description",
        "photo",
        "page",
        "mandat",
        "date",
        "document",
        "menu",
        "portrait",
        "documents",
        "message",
    }
    assert [row for row in same if row[2] not in words_of_both] == []


def test_no_address_of_a_stranger_in_the_admin(staff, demo):
    """Editor and widgets are served from here."""
    for model in (Release, Programme, Roster):
        text = staff.get(admin_url(model, "change", model.objects.first().pk)).text
        sources = re.findall(r'(?:src|href)="(https?://[^"]+|//[^"]+)"', text)
        assert sources == []


def test_a_programme_of_37_activities_is_saved_whole(staff, demo):
    """More fields than Django takes by default."""
    programme = Programme.objects.get()
    path = admin_url(Programme, "change", programme.pk)
    data = fields_of(staff.get(path)) | {"activities-36-is_cancelled": "on"}
    assert staff.post(path, data).status_code == 302

    assert programme.activities.count() == 37
    assert programme.activities.get(is_cancelled=True).position == 37


@pytest.mark.parametrize(("state", "left"), [("published", 37), ("draft", 36)])
def test_what_subscribers_have_in_their_calendars_is_not_deleted(staff, demo, state, left):
    Programme.objects.update(state=state)
    programme = Programme.objects.get()
    path = admin_url(Programme, "change", programme.pk)
    form = staff.get(path)
    assert ('name="activities-36-DELETE"' in form.text) == (state == "draft")
    assert staff.post(path, fields_of(form) | {"activities-36-DELETE": "on"}).status_code == 302
    assert programme.activities.count() == left


def test_staff_see_a_draft_at_its_public_address(staff):
    Page.objects.create(slug="draft", title_ar="مسودة", body_ar="<p>نص</p>")
    assert "notice--staff" in staff.get("/pages/draft/").text


def test_the_history_of_a_change_is_in_arabic(staff, demo):
    category = Category.objects.first()
    path = admin_url(Category, "change", category.pk)
    staff.post(path, fields_of(staff.get(path)) | {"name_ar": "صنف", "position": "9"})
    history = staff.get(admin_url(Category, "history", category.pk)).text
    assert "الاسم" in history
    assert "الترتيب" in history
    assert "Name" not in history


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "لا يمكنك"), ("/fr", "Vous ne pouvez pas"), ("/en", "You may not")]
)
def test_a_door_that_is_closed_says_so_in_the_reader_s_language(client, db, prefix, words):
    client.force_login(User.objects.create_user("powerless", is_staff=True))
    response = client.get(f"{prefix}/admin/news/release/")
    assert response.status_code == 403
    assert words in response.text


def test_an_expired_form_says_so_in_arabic(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "انتهت صلاحية الاستمارة" in response.text


def test_the_details_of_the_association_are_one_row(staff, demo):
    row = SiteDetails.objects.get()
    assert staff.get(admin_url(SiteDetails, "add")).status_code == 403
    assert staff.post(admin_url(SiteDetails, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert SiteDetails.objects.count() == 1


def test_the_scheduled_are_apart_from_the_published(staff, noon):
    rows = make_in_every_state(Release)
    for state, expected in {
        "scheduled": {"scheduled"},
        "published": {"published"},
        "withdrawn": {"withdrawn", "withdrawn-early"},
        "draft": {"draft"},
    }.items():
        listed = staff.get(admin_url(Release, "changelist"), {"state": state}).context["cl"]
        assert set(listed.result_list) == {rows[name] for name in expected}
