"""A translation goes stale when the Arabic changes, and not for a small correction."""

import pytest

from news.models import Release
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(staff):
    release = make_release(title_fr="Titre", body_fr="<p>Texte</p>")

    def save(**values):
        path = admin_url(Release, "change", release.pk)
        response = staff.post(path, fields_of(staff.get(path)) | values)
        assert response.status_code == 302, errors(response)
        release.refresh_from_db()
        return {code: release.translation_state(code) for code in ("ar", "fr", "en")}

    return save


def states(fr, en="missing"):
    return {"ar": "complete", "fr": fr, "en": en}


def test_a_timeline_of_a_translation(save):
    """
    ar  written ── changed ──────────── corrected ── changed ─────────────────
    fr  written ── stale ── rewritten ─ complete ─── stale ── said to be right
    """
    assert save() == states("complete")
    assert save(body_ar="<p>نص آخر</p>") == states("stale")
    assert save(category_note="") == states("stale")
    assert save(title_fr="Nouveau titre") == states("complete")
    assert save(lead_ar="مقدمة", are_translations_right="on") == states("complete")
    assert save(title_ar="عنوان آخر") == states("stale")
    assert save(are_translations_right="on") == states("complete")


def test_both_changed_at_once_are_right(save):
    assert save(title_ar="آخر", title_fr="Autre") == states("complete")


def test_a_change_of_what_is_no_text_makes_nothing_stale(save):
    assert save(happened_on="2022-03-01") == states("complete")


def test_the_tab_of_a_language_is_marked(staff):
    release = make_release(title_fr="Titre", body_fr="<p>Texte</p>", stale="fr")
    form = staff.get(admin_url(Release, "change", release.pk)).text
    for language, state in {"ar": "complete", "fr": "stale", "en": "missing"}.items():
        assert f"language-tab language-{language} translation-{state}" in form


def test_a_note_on_a_change_is_public_with_its_day(staff, client, save, noon):
    release = Release.objects.get()
    save(change_note_ar="تصحيح تاريخ اللقاء.")
    page = client.get(release.get_absolute_url()).text
    assert "عُدّل في 15\u00a0يونيو\u00a02022" in page
    assert "تصحيح تاريخ اللقاء." in page
    noon.move_to("2022-07-01T12:00:00+01:00")
    save(place_ar="فاس")
    assert "عُدّل في 15\u00a0يونيو\u00a02022" in client.get(release.get_absolute_url()).text
