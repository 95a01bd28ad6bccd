"""Every save is a version."""

import datetime

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from news.copies import duplicate
from news.models import Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_release
from tests.publishables import MAKERS

pytestmark = pytest.mark.django_db


def save(client, row, **values):
    path = admin_url(type(row), "change", row.pk)
    return client.post(path, fields_of(client.get(path)) | values)


def ids(row):
    return list(row.history.values_list("history_id", flat=True))


def compare_url(row, old, new):
    path = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_compare", args=[row.pk])
    return f"{path}?old={old}&new={new}"


@pytest.mark.parametrize("model", MAKERS)
def test_every_save_is_a_version_of_somebody(staff, administrator, model):
    row = MAKERS[model]("القديم")
    response = save(staff, row, title_ar="الجديد")
    assert response.status_code == 302, errors(response)
    assert [(v.title_ar, v.history_user) for v in row.history.all()] == [
        ("الجديد", administrator),
        ("القديم", None),
    ]
    page = staff.get(admin_url(model, "history", row.pk))
    assert page.text.count('type="radio"') == 4


def test_two_versions_are_compared_word_by_word_in_the_right_direction(staff):
    release = make_release("اللقاء الأول", title_fr="Première rencontre")
    save(staff, release, title_ar="اللقاء الثاني", title_fr="Deuxième rencontre")
    new, old = ids(release)
    page = staff.get(compare_url(release, old, new)).text
    assert "اللقاء <del>الأول</del><ins>الثاني</ins>" in page
    assert '<div class="difference__text" lang="fr" dir="ltr"><del>Première</del>' in page
    assert '<div class="difference__text" lang="ar" dir="rtl">' in page
    assert page.count('class="difference"') == 2


def test_an_old_version_is_restored_as_a_new_one(staff):
    release = make_release("القديم", body_ar="<p>نص قديم</p>")
    save(staff, release, title_ar="الجديد", body_ar="<p>نص جديد</p>")
    new, old = ids(release)
    moment = release.published_at
    assert staff.post(compare_url(release, old, new)).status_code == 302
    release.refresh_from_db()
    assert (release.title_ar, release.body_ar) == ("القديم", "<p>نص قديم</p>")
    assert (release.state, release.published_at) == ("published", moment)
    assert [v.title_ar for v in release.history.all()] == ["القديم", "الجديد", "القديم"]


def test_a_restored_text_stays_at_its_place_on_the_home_page(staff):
    """Neither taken from there, nor put back; what was written comes back, its days too."""
    past = {"pinned_until": "2021-01-01", "pin_position": 1, "happened_on": "2021-01-01"}
    now = {"pinned_until": "2022-12-31", "pin_position": 2, "happened_on": "2022-01-01"}
    words = gettext("Its place at the head of the home page stays as it is now.")
    for then, later in ((past, now), ({}, now), (past, {"pinned_until": "", "pin_position": 0})):
        release = make_release("القديم", **then)
        save(staff, release, title_ar="الجديد", **later)
        release.refresh_from_db()
        place = release.pinned_until, release.pin_position
        new, old = ids(release)
        assert words in staff.get(compare_url(release, old, new)).text
        assert staff.post(compare_url(release, old, new)).status_code == 302
        release.refresh_from_db()
        assert (release.pinned_until, release.pin_position) == place
        happened_on = datetime.date(2021, 1, 1) if then else None
        assert (release.title_ar, release.happened_on) == ("القديم", happened_on)


def test_nothing_is_said_of_a_place_that_a_text_never_had(staff):
    release = make_release("القديم")
    save(staff, release, title_ar="الجديد")
    page = staff.get(compare_url(release, *reversed(ids(release)))).text
    assert gettext("Its place at the head of the home page stays as it is now.") not in page


@pytest.mark.parametrize(
    ("values", "is_said"),
    [
        ({}, True),
        ({"state": "draft", "published_at": None}, False),
        ({"published_at": "2100-01-01T00:00Z"}, False),
    ],
)
def test_that_readers_see_the_old_version_at_once_is_said(staff, values, is_said):
    release = make_release("القديم", **values)
    release.title_ar = "الجديد"
    release.save()
    new, old = ids(release)
    page = staff.get(compare_url(release, old, new)).text
    assert ("<p><strong>" in page.split('id="content-main"')[1]) is is_said


def test_a_writer_restores_nothing_that_the_public_reads(client, writer):
    release = make_release("القديم")
    release.title_ar = "الجديد"
    release.save()
    client.force_login(writer)
    new, old = ids(release)
    assert "استرجاع النسخة القديمة" not in client.get(compare_url(release, old, new)).text
    assert client.post(compare_url(release, old, new)).status_code == 403
    release.refresh_from_db()
    assert release.title_ar == "الجديد"


def test_changes_are_compared_with_what_is_public(client, publisher):
    release = make_release("القديم")
    copy = duplicate(release, copy_of=release)
    copy.title_ar = "الجديد"
    copy.save()
    client.force_login(publisher)
    page = client.get(admin_url(Release, "history", copy.pk)).text
    assert page.count("من النص المنشور") == 1
    changed = client.get(compare_url(copy, ids(release)[0], ids(copy)[0])).text
    assert "<del>القديم</del><ins>الجديد</ins>" in changed


@pytest.mark.parametrize("key", ["", "x", "99999999", "9" * 40, "١", "-1", "\x00"])
def test_a_version_that_is_not_there_is_not_found(staff, key):
    release = make_release()
    assert staff.get(compare_url(release, ids(release)[0], key)).status_code == 404


def test_versions_of_another_release_are_not_shown(staff):
    release, other = make_release(), make_release()
    assert staff.get(compare_url(release, ids(release)[0], ids(other)[0])).status_code == 404


def test_the_list_of_versions_costs_the_same_with_many(staff, django_assert_max_num_queries):
    release = make_release()
    for number in range(30):
        release.title_ar = f"العنوان {number}"
        release.save()
    with django_assert_max_num_queries(7):
        staff.get(admin_url(Release, "history", release.pk))


def test_a_version_is_of_somebody_by_their_name(staff, administrator):
    administrator.first_name, administrator.last_name = "سعاد", "العلوي"
    administrator.save()
    release = make_release("القديم")
    save(staff, release, title_ar="الجديد")
    page = staff.get(admin_url(Release, "history", release.pk)).text
    assert "<bdi>سعاد العلوي</bdi>" in page


@pytest.mark.parametrize(("saves", "is_said"), [(99, False), (100, True)])
def test_that_old_versions_are_not_listed_is_said(staff, saves, is_said):
    release = make_release()
    release.history.bulk_create(
        [replace(release.history.latest(), number) for number in range(saves)]
    )
    page = staff.get(admin_url(Release, "history", release.pk)).text
    assert page.count('name="old"') == 100
    assert ("لا تعرض إلا آخر مائة نسخة" in page) is is_said


def replace(version, number):
    """Another version like it."""
    version.history_id = None
    version.title_ar = f"العنوان {number}"
    return version
