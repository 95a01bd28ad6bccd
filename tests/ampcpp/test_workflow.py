"""Who may take which step, from where: every group, stage and step, through real requests."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from ampcpp.admin.steps import SAVED_SINCE
from ampcpp.groups import ADMINISTRATOR, GROUPS, PUBLISHER, WRITER
from ampcpp.models import SiteDetails
from news.copies import duplicate
from news.models import Photo, Release
from news.workflow import STEPS
from tests.admin_forms import admin_url, errors, fields_of
from tests.conftest import in_group
from tests.factories import (
    make_banner,
    make_category,
    make_page,
    make_person,
    make_release,
    make_roster,
)
from tests.pictures import picture
from tests.publishables import MAKERS, state_values
from tests.steps import confirm, step_url, take

pytestmark = pytest.mark.django_db
#: Stage → step → where it leads, for who may take it.
ANYBODY = {
    "draft": {
        **{"submit": "in_review", "trash": "trashed"},
        **{"duplicate": "draft", "categorise": "draft"},
    },
    "in_review": {"trash": "trashed", "duplicate": "in_review", "categorise": "in_review"},
    "scheduled": {"propose": "scheduled", "duplicate": "scheduled"},
    "published": {"propose": "published", "duplicate": "published"},
    "withdrawn": {"propose": "withdrawn", "duplicate": "withdrawn"},
    "trashed": {"restore": "draft"},
    "removed": {},
    "copy": {
        **{"submit": "in_review", "trash": "trashed"},
        **{"duplicate": "draft", "categorise": "draft"},
    },
}
PUBLISHERS = {
    "draft": {"publish": "published"},
    "in_review": {"publish": "published", "return": "draft"},
    "scheduled": {"publish": "published", "return": "draft", "categorise": "scheduled"},
    "published": {"withdraw": "withdrawn", "remove": "trashed", "categorise": "published"},
    "withdrawn": {"publish": "published", "remove": "trashed", "categorise": "withdrawn"},
    "trashed": {},
    "removed": {"restore": "withdrawn"},
    "copy": {"apply": None},  # its contents are in the public text, and it is gone
}
EXPECTED = {
    WRITER: [ANYBODY],
    PUBLISHER: [ANYBODY, PUBLISHERS],
    ADMINISTRATOR: [ANYBODY, PUBLISHERS],
}
STAGES = {
    "draft": state_values()["draft"],
    "in_review": state_values()["review"],
    "scheduled": {
        "state": "published",
        "published_at": timezone.now() + datetime.timedelta(days=9),
    },
    "published": state_values()["published"],
    "withdrawn": state_values()["withdrawn"],
    "trashed": {"state": "draft", "published_at": None, "trashed_at": timezone.now()},
    "removed": {**state_values()["withdrawn"], "trashed_at": timezone.now()},
}


def make_at(stage):
    """A release at a stage; «copy» for changes to a public one, «removed» for its trash."""
    if stage == "copy":
        public = make_release()
        return duplicate(public, copy_of=public)
    return make_release(**STAGES[stage])


def make_details():
    return SiteDetails.objects.create(name="جمعية", short_name="ج")


def stage_of(release):
    row = Release.objects.filter(pk=release.pk).first()
    return row and row.stage


def test_the_groups_come_with_the_tables(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("stage", ANYBODY)
def test_every_step_from_every_stage(client, group, stage):
    client.force_login(in_group(group))
    given = {"category": make_category("other").pk, "moved_to": str(make_release().pk)}
    expected = {}
    for table in EXPECTED[group]:
        expected |= table[stage]
    for step in STEPS:
        release = make_at(stage)
        before = release.stage
        response = take(client, step.name, release, **given)
        assert response.status_code == (302 if step.name in expected else 200), step.name
        assert stage_of(release) == expected.get(step.name, before), step.name


def test_what_was_removed_is_brought_back_by_publishers_alone(client, writer, publisher):
    old, new = make_release("قديم"), make_release("جديد")
    address = old.get_absolute_url()
    client.force_login(publisher)
    take(client, "remove", old, moved_to=str(new.pk))
    client.force_login(writer)
    assert take(client, "restore", old).status_code == 200
    client.logout()
    assert client.get(address).status_code == 301
    client.force_login(publisher)
    take(client, "restore", old)
    client.logout()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("model", MAKERS)
@pytest.mark.parametrize("name", ["publisher", "writer"])
def test_what_the_public_reads_is_changed_by_publishers_alone(client, request, model, name):
    client.force_login(request.getfixturevalue(name))
    row = MAKERS[model]()
    path = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    assert client.get(path).status_code == 200
    assert client.post(path, {}).status_code == (200 if name == "publisher" else 403)


@pytest.mark.parametrize(
    "make", [make_roster, make_person, make_category, make_banner, make_details]
)
def test_what_stands_around_the_texts_is_changed_by_publishers_alone(
    client, writer, publisher, make
):
    row = make()
    path = admin_url(type(row), "change", row.pk)
    client.force_login(publisher)
    data = fields_of(client.get(path)) | {"name_fr": "Nom", "name_en": "Name"}
    response = client.post(path, data)
    assert response.status_code == 302, errors(response)
    client.force_login(writer)
    assert client.post(path, data).status_code == 403
    assert client.post(admin_url(type(row), "add"), data).status_code == 403


def test_a_stranger_takes_no_step(client, django_user_model):
    release = make_release(state="draft", published_at=None)
    assert take(client, "publish", release).status_code == 302  # to sign in
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    take(client, "publish", release)
    release.refresh_from_db()
    assert release.stage == "draft"


def test_a_step_asks_first_and_says_what_it_does(client, publisher):
    client.force_login(publisher)
    release, other = make_release(state="draft", published_at=None), make_release()
    page = client.get(step_url("publish", release, other)).text
    assert Release.objects.get(pk=release.pk).stage == "draft"
    assert str(release) in page
    assert "تبقى كما هي" in page  # the other is public already
    assert "توقيت الدار البيضاء" in page


@pytest.mark.parametrize("moment", ["", "x"])
def test_what_was_saved_since_the_page_asked_is_read_again(client, publisher, moment):
    """Whatever else is wrong: the page that comes back is of the new version."""
    client.force_login(publisher)
    read, other = (make_release(name, **STAGES["in_review"]) for name in ("المقروء", "الآخر"))
    path = step_url("publish", read, other)
    page = client.get(path)
    Release.objects.get(pk=other.pk).save()
    again = confirm(client, page, path, published_at_0=moment, published_at_1=moment)
    (words,) = again.context["adminform"].errors["__all__"]
    assert words == f"«الآخر»: {SAVED_SINCE}"
    assert [stage_of(row) for row in (read, other)] == ["in_review", "in_review"]
    assert confirm(client, again, path).status_code == 302
    assert [stage_of(row) for row in (read, other)] == ["published", "published"]


def test_a_release_is_returned_with_words(client, publisher):
    client.force_login(publisher)
    release = make_release(state="in_review", published_at=None)
    response = take(client, "return", release, remark="  ")
    assert "المرجو ذكر ما ينبغي تعديله" in response.text
    assert take(client, "return", release).status_code == 302
    form = client.get(reverse("admin:news_release_change", args=[release.pk])).text
    assert "أضف تاريخ اللقاء." in form
    take(client, "submit", release)
    release.refresh_from_db()
    assert (release.stage, release.remark) == ("in_review", "")


@pytest.mark.parametrize("rows", ["", "x", "9" * 40, "1,,2", "\x00", "99999999"])
def test_rows_that_are_not_there_are_no_error(client, publisher, rows):
    client.force_login(publisher)
    path = reverse("admin:news_release_step", args=["publish"])
    assert client.get(path, {"rows": rows}).status_code in (200, 404)
    assert client.get(reverse("admin:news_release_step", args=["nonsense"])).status_code == 404


def test_a_release_with_a_silent_photo_is_not_published(client, publisher):
    client.force_login(publisher)
    release = make_release(state="in_review", published_at=None)
    photo = Photo.objects.create(release=release, image=ContentFile(picture(), "a.png"))
    assert take(client, "publish", release).status_code == 200
    assert not Release.objects.published().exists()
    Photo.objects.filter(pk=photo.pk).update(alternative_text_ar="رئيس الجمعية يلقي كلمة")
    take(client, "publish", release)
    assert Release.objects.published().get() == release


def test_a_page_takes_the_same_steps(client, publisher):
    client.force_login(publisher)
    page = make_page(state="draft", published_at=None)
    take(client, "publish", page)
    page.refresh_from_db()
    assert page.is_public


def test_nothing_is_deleted_through_the_admin(client, administrator):
    client.force_login(administrator)
    release = make_release()
    path = reverse("admin:news_release_delete", args=[release.pk])
    assert client.post(path, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in client.get(reverse("admin:news_release_changelist")).text


def test_the_trash_is_listed_only_when_asked_for(client, writer):
    client.force_login(writer)
    release = make_release(**STAGES["trashed"])
    path = reverse("admin:news_release_changelist")
    assert set(client.get(path).context["cl"].result_list) == set()
    assert set(client.get(path, {"state": "trashed"}).context["cl"].result_list) == {release}


def test_no_two_steps_have_one_name():
    assert len({step.name for step in STEPS}) == len(STEPS)
