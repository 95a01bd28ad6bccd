"""Two people in the rows of one text: after a refused save, what only one of them changed stays
changed, whoever it was."""

import datetime

import pytest
from django.utils.translation import gettext

from news.models import Attachment, Mention, Photo
from programme.models import Activity
from tests.admin_forms import admin_url, fields_of
from tests.ampcpp.test_conflict import forms_of, make_photo, rows_of
from tests.factories import (
    make_activity,
    make_document,
    make_person,
    make_programme,
    make_release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_release(state="draft", published_at=None)


def newer_of(response):
    """What the form took from the other person: names of boxes and of rows."""
    return [str(one.label) for one in response.context["newer"]]


def captions(release):
    return list(release.photos.order_by("pk").values_list("caption_ar", flat=True))


@pytest.mark.parametrize("theirs_at", ["", "/fr"])
def test_each_changes_the_words_of_another_photo(staff, draft, theirs_at):
    """
    mine    open ──────────────────────── the 2nd photo (refused) ── save (both are kept)
    theirs        open ── the 1st photo
    """
    for caption in ("أولى", "ثانية"):
        make_photo(draft, caption)
    path, mine, theirs = forms_of(staff, draft)
    theirs |= {"photos-0-caption_ar": "شرحهم"}
    assert staff.post(f"{theirs_at}{path}", theirs).status_code == 302

    refused = staff.post(path, mine | {"photos-1-caption_ar": "شرحي"})
    assert refused.status_code == 200
    assert rows_of(refused) == [("صورة «ثانية»: شرح الصورة", "ثانية", "شرحي")]
    assert newer_of(refused) == ["صورة «شرحهم»: شرح الصورة"]
    assert 'value="شرحهم"' in refused.text
    assert 'value="أولى"' not in refused.text
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert captions(draft) == ["شرحهم", "شرحي"]


def test_both_change_boxes_of_one_photo(staff, draft):
    """The box that both changed shows both, and mine stays; the other boxes take theirs."""
    make_photo(draft, "أولى")
    path, mine, theirs = forms_of(staff, draft)
    theirs |= {
        "photos-0-caption_ar": "شرحهم",
        "photos-0-credit": "مصورهم",
        "photos-0-is_decorative": "on",
        "photos-0-focus_x": 20,
    }
    assert staff.post(path, theirs).status_code == 302

    mine |= {"photos-0-caption_ar": "شرحي", "photos-0-alternative_text_ar": "منصة"}
    refused = staff.post(path, mine)
    assert [row[1:] for row in rows_of(refused)] == [("شرحهم", "شرحي"), ("قاعة", "منصة")]
    assert staff.post(path, fields_of(refused)).status_code == 302
    photo = draft.photos.get()
    assert (photo.caption_ar, photo.alternative_text_ar) == ("شرحي", "منصة")
    assert (photo.credit, photo.is_decorative, photo.focus_x) == ("مصورهم", True, 20)


def test_rows_that_a_colleague_added_come_into_the_form(staff, draft):
    """Before the rows that I add; each keeps its own words."""
    make_photo(draft, "أولى")
    path, mine, theirs = forms_of(staff, draft)
    people = [make_person(name) for name in ("علي", "سعاد")]
    document = make_document("التقرير")
    theirs |= {
        "mentions-TOTAL_FORMS": 1,
        "mentions-0-person": people[0].pk,
        "mentions-0-position": 7,
        "mentions-0-title_ar": "وزير",
        "documents-TOTAL_FORMS": 1,
    }
    attachments = attachment_prefix(staff, path)
    theirs |= {f"{attachments}-TOTAL_FORMS": 1, f"{attachments}-0-document": document.pk}
    assert staff.post(path, theirs).status_code == 302
    new = make_photo(draft, "جديدة")

    mine |= {
        "mentions-TOTAL_FORMS": 1,
        "mentions-0-person": people[1].pk,
        "mentions-0-position": 2,
        "mentions-0-title_ar": "عاملة",
    }
    refused = staff.post(path, mine)
    came = [f"صورة «{new}»", f"وثيقة مرفقة «{document}»", f"شخص مذكور «{draft.mentions.get()}»"]
    words = gettext("%(row)s (this row was added meanwhile)")
    assert newer_of(refused) == [words % {"row": row} for row in came]
    kept = fields_of(refused)
    assert (kept["photos-1-caption_ar"], kept["photos-INITIAL_FORMS"]) == ("جديدة", "2")
    assert (kept["mentions-0-title_ar"], kept["mentions-1-title_ar"]) == ("وزير", "عاملة")
    assert staff.post(path, kept | {"photos-1-caption_ar": "شرحي"}).status_code == 302
    assert captions(draft) == ["أولى", "شرحي"]
    assert list(draft.mentions.values_list("person", "position", "title_ar").order_by("pk")) == [
        (people[0].pk, 7, "وزير"),
        (people[1].pk, 2, "عاملة"),
    ]
    assert Attachment.objects.get().document == document


def attachment_prefix(client, path):
    formsets = client.get(path).context["inline_admin_formsets"]
    return next(one.formset.prefix for one in formsets if one.formset.model is Attachment)


def test_a_row_that_a_colleague_deleted_and_i_did_not_touch_is_gone(staff, draft):
    """Nothing of it is called mine; what I wrote of another row of theirs is."""
    for caption in ("أولى", "ثانية", "ثالثة"):
        make_photo(draft, caption)
    path, mine, theirs = forms_of(staff, draft)
    gone = {"photos-0-DELETE": "on", "photos-1-DELETE": "on"}
    assert staff.post(path, theirs | gone).status_code == 302

    refused = staff.post(path, mine | {"photos-1-caption_ar": "شرحي"})
    assert rows_of(refused) == [("صورة (حُذف هذا السطر في الأثناء): شرح الصورة", "", "شرحي")]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert captions(draft) == ["ثالثة"]


def test_a_row_that_i_delete_is_deleted_though_a_colleague_saved(staff, draft):
    for caption in ("أولى", "ثانية"):
        make_photo(draft, caption)
    path, mine, theirs = forms_of(staff, draft)
    assert staff.post(path, theirs | {"photos-1-caption_ar": "شرحهم"}).status_code == 302
    refused = staff.post(path, mine | {"photos-0-DELETE": "on"})
    assert rows_of(refused) == [("صورة", "أولى", "")]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert captions(draft) == ["شرحهم"]


def test_a_person_named_is_changed_by_a_colleague(staff, draft):
    """A row that points at another one."""
    people = [make_person(name) for name in ("علي", "سعاد")]
    Mention.objects.create(release=draft, person=people[0])
    path, mine, theirs = forms_of(staff, draft)
    assert staff.post(path, theirs | {"mentions-0-person": people[1].pk}).status_code == 302
    refused = staff.post(path, mine | {"mentions-0-title_ar": "عاملة"})
    assert [row[1:] for row in rows_of(refused)] == [("", "عاملة")]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert draft.mentions.values_list("person", "title_ar").get() == (people[1].pk, "عاملة")


def test_the_lines_of_a_programme_too(staff):
    """Days, hours, choices and several lines of text."""
    programme = make_programme()
    line = make_activity(
        programme,
        "ندوة",
        happens_on=datetime.date(2022, 6, 1),
        start_time=datetime.time(10, 30),
        content="سطر\nآخر",
    )
    path = admin_url(type(programme), "change", programme.pk)
    mine, theirs = fields_of(staff.get(path)), fields_of(staff.get(path))
    theirs |= {
        "activities-0-happens_on": "2022-06-02",
        "activities-0-start_time": "",
        "activities-0-kind": "training",
        "activities-0-content_ar": "محتواهم",
        "activities-0-is_cancelled": "on",
        "activities-TOTAL_FORMS": 2,
        "activities-1-position": 5,
        "activities-1-nature_ar": "دورة",
        "activities-1-start_time": "09:00",
        "activities-1-happens_on": "2022-07-01",
    }
    assert staff.post(path, theirs).status_code == 302

    mine |= {"activities-0-note_ar": "ملاحظتي", "activities-0-content_ar": "سطر\r\nآخر"}
    refused = staff.post(path, mine)
    assert [row[1:] for row in rows_of(refused)] == [("", "ملاحظتي")]
    assert 'value="2022-06-02"' in refused.text
    assert staff.post(path, fields_of(refused)).status_code == 302
    line.refresh_from_db()
    assert (str(line.happens_on), line.start_time, line.kind) == ("2022-06-02", None, "training")
    assert (line.content_ar, line.note_ar, line.is_cancelled) == ("محتواهم", "ملاحظتي", True)
    assert Activity.objects.get(position=5).start_time == datetime.time(9)


def test_a_text_that_came_from_elsewhere_keeps_its_rows_with_its_first_save(staff, draft):
    """Its version had kept none of them, as no form had saved it: not even a release of ours."""
    make_photo(draft, "أولى")
    assert draft.history.get().parts is None
    path, _mine, theirs = forms_of(staff, draft)
    assert staff.post(path, theirs | {"photos-0-caption_ar": "شرحهم"}).status_code == 302
    new, old = draft.history.all()
    words = [version.parts[Photo._meta.model_name][0][1] for version in (old, new)]
    assert words == ["أولى – قاعة", "شرحهم – قاعة"]


def test_rows_of_a_version_that_kept_none_change_no_box(staff, draft):
    make_photo(draft, "أولى")
    path, mine, theirs = forms_of(staff, draft)
    assert staff.post(path, theirs | {"photos-0-caption_ar": "شرحهم"}).status_code == 302
    draft.history.update(parts=None)
    refused = staff.post(path, mine)
    assert rows_of(refused) == [("صورة «شرحهم»: شرح الصورة", "شرحهم", "أولى")]
