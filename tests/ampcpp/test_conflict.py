"""A save over what somebody else saved meanwhile is refused, and what differs is shown."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from governance.models import Person, Roster, Term
from news.models import Photo, Release
from tests.admin_forms import admin_url, fields_of
from tests.factories import (
    make_activity,
    make_document,
    make_person,
    make_programme,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.pictures import picture
from tests.publishables import MAKERS
from tests.steps import take

pytestmark = pytest.mark.django_db
NOTHING = "لم يتغير شيء مما في هذه الاستمارة."


@pytest.mark.parametrize("model", MAKERS)
def test_a_save_over_a_newer_version_is_refused_and_nothing_is_lost(staff, model):
    """
    mine    open ─────────────── save (refused) ── save (kept)
    theirs        open ── save
    """
    row = MAKERS[model]("الأصل")
    path = admin_url(model, "change", row.pk)
    mine, theirs = fields_of(staff.get(path)), fields_of(staff.get(path))
    assert staff.post(path, theirs | {"title_ar": "عنوانهم"}).status_code == 302

    refused = staff.post(path, mine | {"title_ar": "عنواني"})
    assert refused.status_code == 200
    row.refresh_from_db()
    assert row.title_ar == "عنوانهم"
    assert "<del>عنوانهم</del><ins>عنواني</ins>" in refused.text
    assert fields_of(refused)["title_ar"] == "عنواني"

    assert staff.post(path, fields_of(refused)).status_code == 302
    row.refresh_from_db()
    assert row.title_ar == "عنواني"


@pytest.fixture
def draft():
    return make_release(state="draft", published_at=None)


def forms_of(client, release):
    """The address of the form, and what two people see in it."""
    path = admin_url(Release, "change", release.pk)
    return path, fields_of(client.get(path)), fields_of(client.get(path))


def rows_of(response):
    """The table: name, what is stored, what was typed."""
    return [(one.label, one.old, one.new) for one in response.context["conflict"]]


def make_photo(release, caption):
    image = ContentFile(picture("PNG", (20, 20)), name="p.png")
    return Photo.objects.create(
        release=release, image=image, position=1, caption_ar=caption, alternative_text_ar="قاعة"
    )


def test_a_caption_that_a_colleague_wrote_is_shown_before_it_is_written_over(staff, draft):
    """
    mine    open ───────────────────── save (refused) ── save (kept)
    theirs        open ── save a caption
    """
    photo = make_photo(draft, "القديم")
    path, mine, theirs = forms_of(staff, draft)
    theirs["photos-0-caption_ar"] = "تعليقهم"
    assert staff.post(path, theirs).status_code == 302

    refused = staff.post(path, mine | {"photos-0-caption_ar": "تعليقي"})
    photo.refresh_from_db()
    assert photo.caption_ar == "تعليقهم"
    assert rows_of(refused) == [("صورة «تعليقهم»: شرح الصورة", "تعليقهم", "تعليقي")]
    assert "<del>تعليقهم</del><ins>تعليقي</ins>" in refused.text
    assert staff.post(path, fields_of(refused)).status_code == 302
    photo.refresh_from_db()
    assert photo.caption_ar == "تعليقي"


def test_a_document_that_a_colleague_attached_or_took_away_is_shown(staff, draft):
    kept, new = make_document("القديمة"), make_document("الجديدة")
    draft.documents.add(kept)
    path, mine, _theirs = forms_of(staff, draft)
    draft.documents.set([new])
    draft.save()
    refused = staff.post(path, mine)
    assert [row[1:] for row in rows_of(refused)] == [("", str(kept))]
    assert [one.new for one in refused.context["newer"]] == [str(new)]


def test_where_nothing_of_the_form_differs_nothing_is_said_to_be_below(staff, draft):
    path, mine, _theirs = forms_of(staff, draft)
    take(staff, "submit", draft)
    refused = staff.post(path, mine)
    assert refused.status_code == 200
    assert rows_of(refused) == []
    assert NOTHING in refused.text
    assert "<table" not in refused.text.split('class="conflict')[1].split("</p>")[0]


def test_a_step_taken_meanwhile_is_a_newer_version_too(staff, draft):
    path, mine, _theirs = forms_of(staff, draft)
    take(staff, "publish", draft)
    refused = staff.post(path, mine | {"title_ar": "عنواني"})
    draft.refresh_from_db()
    assert (draft.stage, draft.title_ar) == ("published", "خبر")
    assert rows_of(refused) == [("العنوان", "خبر", "عنواني")]


def test_two_people_write_one_biography(staff):
    """As for a text with a moment of publication."""
    person = make_person("علي", biography_ar="<p>الأصل</p>")
    path = admin_url(Person, "change", person.pk)
    mine, theirs = fields_of(staff.get(path)), fields_of(staff.get(path))
    assert staff.post(path, theirs | {"biography_ar": "<p>سيرتهم</p>"}).status_code == 302
    refused = staff.post(path, mine | {"biography_ar": "<p>سيرتي</p>"})
    assert [row[1:] for row in rows_of(refused)] == [("سيرتهم", "سيرتي")]
    person.refresh_from_db()
    assert person.biography_ar == "<p>سيرتهم</p>"
    assert staff.post(path, fields_of(refused)).status_code == 302
    person.refresh_from_db()
    assert person.biography_ar == "<p>سيرتي</p>"


def test_two_people_change_one_roster(staff):
    """
    mine    open ────────────────────────── save (refused): the end of the term is shown
    theirs        open ── end the term
    """
    roster = make_roster()
    make_term(make_seat(roster), make_person("علي"), "2022-01-29")
    path = admin_url(Roster, "change", roster.pk)
    mine, theirs = fields_of(staff.get(path)), fields_of(staff.get(path))
    ended = {"seats-0-terms-0-ends_on": "2022-06-10", "seats-0-terms-0-end_reason": "resigned"}
    assert staff.post(path, theirs | ended).status_code == 302
    refused = staff.post(path, mine)
    assert [row[1:] for row in rows_of(refused)] == [
        ("10\u00a0يونيو\u00a02022", ""),
        ("استقالة", ""),
    ]
    assert str(Term.objects.get().ends_on) == "2022-06-10"


@pytest.mark.parametrize("model", [Person, Roster])
def test_what_is_written_about_people_is_kept_in_the_browser(staff, model):
    row = make_person() if model is Person else make_roster()
    page = staff.get(admin_url(model, "change", row.pk))
    assert f'data-key="{page.wsgi_request.user.pk}.{model._meta.label_lower}.{row.pk}"' in page.text
    assert "js/keep-draft.js" in page.text


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_outside_the_form_needs_no_lock(staff, draft):
    """PostgreSQL refuses to lock a row where there is no transaction."""
    old = draft.history.latest().history_id
    draft.title_ar = "الجديد"
    draft.save()
    assert staff.post(admin_url(Release, "compare", draft.pk) + f"?old={old}").status_code == 302
    file = SimpleUploadedFile("p.png", picture("PNG", (40, 40)))
    answer = staff.post(admin_url(Release, "photo_add", draft.pk), {"photo": file})
    assert answer.status_code == 201
    assert staff.post(admin_url(Release, "preview", draft.pk)).status_code == 302
    draft.refresh_from_db()
    assert draft.title_ar == "خبر"


def shown_rows(response, model):
    """The rows of an inline as the page shows them: what is stored, and the name in the form."""
    (inline,) = (
        one for one in response.context["inline_admin_formsets"] if one.formset.model is model
    )
    pairs = ((row.original, row.form.instance.pk) for row in inline)
    return [(original.pk, pk) for original, pk in pairs if original]


def test_a_photo_that_a_colleague_deleted_leaves_the_form_and_its_words_are_shown(staff, draft):
    """
    mine    open three photos, write of each ──────────── save (refused) ── save (kept)
    theirs        open ── delete the first, turn the others round (they stay so)
    """
    first, second, third = (make_photo(draft, caption) for caption in ("أولى", "ثانية", "ثالثة"))
    path, mine, theirs = forms_of(staff, draft)
    moved = {"photos-0-DELETE": "on", "photos-1-position": 9, "photos-2-position": 8}
    assert staff.post(path, theirs | moved).status_code == 302

    written = {f"photos-{number}-caption_ar": f"شرح {number}" for number in range(3)}
    refused = staff.post(path, mine | written)
    assert refused.status_code == 200
    assert shown_rows(refused, Photo) == [(second.pk, second.pk), (third.pk, third.pk)]
    assert [row for row in rows_of(refused) if "شرح 0" in row[2]] == [
        ("صورة (حُذف هذا السطر في الأثناء): شرح الصورة", "", "شرح 0"),
    ]
    kept = fields_of(refused)
    assert staff.post(path, kept).status_code == 302
    assert list(draft.photos.values_list("pk", "caption_ar", "position").order_by("pk")) == [
        (second.pk, "شرح 1", 9),
        (third.pk, "شرح 2", 8),
    ]


def test_a_photo_that_a_colleague_added_comes_behind_the_rows_of_the_form(staff, draft):
    first, second = make_photo(draft, "أولى"), make_photo(draft, "ثانية")
    path, mine, _theirs = forms_of(staff, draft)
    Photo.objects.filter(pk__in=[first.pk, second.pk]).update(position=2)
    new = make_photo(draft, "جديدة")
    draft.save()
    refused = staff.post(path, mine)
    assert shown_rows(refused, Photo) == [(pk, pk) for pk in (first.pk, second.pk, new.pk)]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert set(draft.photos.values_list("pk", flat=True)) == {first.pk, second.pk, new.pk}


def test_a_seat_that_a_colleague_deleted_leaves_the_terms_of_the_others_where_they_are(staff):
    roster = make_roster()
    gone, kept = make_seat(roster, position=1), make_seat(roster, position=2)
    make_term(kept, make_person("علي"), "2022-01-29")
    path = admin_url(Roster, "change", roster.pk)
    mine = fields_of(staff.get(path))
    gone.delete()
    roster.save()
    refused = staff.post(path, mine | {"seats-1-terms-0-is_acting": "on"})
    assert shown_rows(refused, type(kept)) == [(kept.pk, kept.pk)]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert list(Term.objects.values_list("seat", "is_acting")) == [(kept.pk, True)]


def test_a_line_that_a_colleague_deleted_leaves_a_programme(staff):
    programme = make_programme()
    gone, kept = (make_activity(programme, name) for name in ("ندوة", "دورة"))
    path = admin_url(type(programme), "change", programme.pk)
    mine = fields_of(staff.get(path))
    gone.delete()
    programme.save()
    refused = staff.post(path, mine | {"activities-1-note_ar": "ملاحظتي"})
    assert shown_rows(refused, type(kept)) == [(kept.pk, kept.pk)]
    assert staff.post(path, fields_of(refused)).status_code == 302
    assert list(programme.activities.values_list("pk", "note_ar")) == [(kept.pk, "ملاحظتي")]
