"""After a refused save, boxes that were left as they were opened hold the newer words."""

import datetime

import pytest

from tests.admin_forms import admin_url, fields_of
from tests.ampcpp.test_conflict import forms_of, rows_of
from tests.factories import make_category, make_release
from tests.publishables import MAKERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_release(state="draft", published_at=None)


@pytest.mark.parametrize("model", MAKERS)
def test_boxes_that_were_not_touched_take_the_newer_words(staff, model):
    """
    mine    open ────────────────── the French title (refused) ── save (both are kept)
    theirs        open ── the Arabic title
    """
    row = MAKERS[model]("الأصل")
    path = admin_url(model, "change", row.pk)
    mine, theirs = fields_of(staff.get(path)), fields_of(staff.get(path))
    assert staff.post(path, theirs | {"title_ar": "عنوانهم"}).status_code == 302

    refused = staff.post(path, mine | {"title_fr": "Le mien"})
    assert rows_of(refused) == [("العنوان", "", "Le mien")]
    assert [(one.label, one.old, one.new) for one in refused.context["newer"]] == [
        ("العنوان", "الأصل", "عنوانهم")
    ]
    assert 'value="عنوانهم"' in refused.text
    assert 'value="الأصل"' not in refused.text
    assert staff.post(path, fields_of(refused)).status_code == 302
    row.refresh_from_db()
    assert (row.title_ar, row.title_fr) == ("عنوانهم", "Le mien")


def test_every_kind_of_box_takes_the_newer_words(staff, draft):
    """Lines end in a form as a browser ends them."""
    meetings = draft.category
    draft.body_ar, draft.lead_ar = "<p>أول</p>\n<p>ثان</p>", "سطر\nآخر"
    draft.happened_on = draft.pinned_until = datetime.date(2022, 6, 1)
    draft.save()
    path, mine, theirs = forms_of(staff, draft)
    theirs |= {
        "body_ar": "<p>نصهم</p>",
        "lead_ar": "سطرهم",
        "happened_on": "2022-06-02",
        "pinned_until": "",
        "category": make_category("training").pk,
    }
    assert staff.post(path, theirs).status_code == 302
    mine |= {
        "body_ar": "<p>أول</p>\r\n<p>ثان</p>",
        "lead_ar": "سطر\r\nآخر",
        "place_ar": "فاس",
    }
    refused = staff.post(path, mine)
    assert [row[1:] for row in rows_of(refused)] == [("", "فاس")]
    assert 'name="happened_on" value="2022-06-02"' in refused.text
    assert "نصهم" in refused.context["advice"].draft.body
    assert staff.post(path, fields_of(refused)).status_code == 302
    draft.refresh_from_db()
    assert (draft.body_ar, draft.lead_ar, draft.place_ar) == ("<p>نصهم</p>", "سطرهم", "فاس")
    assert (str(draft.happened_on), draft.pinned_until) == ("2022-06-02", None)
    assert draft.category != meetings


@pytest.mark.parametrize("version", ["", "أمس", "0001-01-01T00:00:00+23:00", "9" * 99])
def test_a_version_that_is_not_kept_changes_no_box(staff, draft, version):
    path, mine, theirs = forms_of(staff, draft)
    assert staff.post(path, theirs | {"title_ar": "عنوانهم"}).status_code == 302
    refused = staff.post(path, mine | {"version": version})
    assert rows_of(refused) == [("العنوان", "عنوانهم", "خبر")]
