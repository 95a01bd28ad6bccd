"""A banner stands above every page from its moment to its end, and nowhere else."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from ampcpp.models import Banner
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_banner

pytestmark = pytest.mark.django_db


def at(text):
    """A moment of Casablanca's clocks in June 2022: «15 12:00»."""
    return datetime.datetime.fromisoformat(f"2022-06-{text}+01:00")


def test_it_shows_from_its_start_until_its_end(client, noon):
    """
    banner       [---------------)
              15 09:00        17 09:00
    """
    banner = make_banner("لوحة تعزية", at("15 09:00"), at("17 09:00"))
    for moment, stage, shows in (
        ("15 08:59", "scheduled", False),
        ("15 09:00", "showing", True),
        ("17 08:59", "showing", True),
        ("17 09:00", "over", False),
    ):
        noon.move_to(at(moment))
        assert banner.stage == stage
        assert ("لوحة تعزية" in client.get("/").text) == shows, moment


def test_of_several_the_latest_begun_shows_alone(client, noon):
    """
    old      [----------------------)
    latest           [------)
    coming                    |[----)
             13      14       15 12:00
    """
    make_banner("الأقدم", at("13 09:00"), at("20 09:00"))
    latest = make_banner("الأحدث", at("14 09:00"), at("20 09:00"))
    make_banner("المقبل", at("15 12:01"), at("20 09:00"))
    assert Banner.objects.showing().first() == latest
    text = client.get("/news/").text
    assert [word in text for word in ("الأقدم", "الأحدث", "المقبل")] == [False, True, False]


def test_it_may_not_end_before_it_starts(noon):
    for ends_at in ("15 12:00", "15 11:59"):
        with pytest.raises(ValidationError, match="يجب أن يكون موعد النهاية بعد موعد البداية"):
            make_banner("إعلان", at("15 12:00"), at(ends_at))
    with pytest.raises(IntegrityError):
        Banner.objects.create(text_ar="إعلان", starts_at=at("15 12:00"), ends_at=at("15 12:00"))


def test_it_says_what_it_is_and_in_which_language(client, noon):
    make_banner("تعازينا", kind="condolence", link_ar="https://example.org/a")
    arabic, french = client.get("/").text, client.get("/fr/").text
    assert '<section class="banner banner--condolence" aria-label="تعزية">' in arabic
    assert '<a href="https://example.org/a">تعازينا</a>' in arabic
    assert 'aria-label="Condoléances"' in french
    assert '<a href="https://example.org/a" lang="ar" dir="rtl">تعازينا</a>' in french


def test_its_text_is_text(client, noon):
    make_banner("<b>نص</b>")
    assert "&lt;b&gt;نص&lt;/b&gt;" in client.get("/").text


def test_there_is_none_on_an_ordinary_day(client, db):
    assert 'class="banner' not in client.get("/").text


def test_a_page_with_a_banner_sets_no_cookie_and_does_not_vary(client, noon):
    make_banner()
    response = client.get("/")
    assert not response.cookies
    assert not response.has_header("Vary")


def test_staff_write_it_and_read_its_state(staff, noon):
    data = fields_of(staff.get(admin_url(Banner, "add"))) | {
        "text_ar": "إعلان الجمع العام",
        "ends_at_0": "2022-06-16",
        "ends_at_1": "12:00",
    }
    response = staff.post(admin_url(Banner, "add"), data)
    assert response.status_code == 302, errors(response)

    def state():
        return staff.get(admin_url(Banner, "changelist")).text

    assert '<span class="state state-showing">معروض الآن</span>' in state()
    noon.move_to(at("16 12:00"))
    assert '<span class="state state-over">انتهى عرضه</span>' in state()
    noon.move_to(at("15 11:00"))
    with translation.override("ar"):
        assert '<span class="state state-scheduled">مبرمج للنشر</span>' in state()
