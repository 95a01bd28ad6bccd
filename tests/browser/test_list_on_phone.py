"""The lists of the admin on a telephone: what matters stands within the screen."""

import pytest
from django.core.files.base import ContentFile

from governance.models import Roster
from news.models import Photo, Release
from tests.admin_forms import admin_url
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_release, make_roster
from tests.pictures import picture
from tests.publishables import MAKERS

LONG = "دورة تكوينية لفائدة رؤساء مجالس العمالات والأقاليم حول تدبير الشراكات"


def is_within(place):
    box = place.bounding_box()
    return 0 <= box["x"] < box["x"] + box["width"] <= 360


@pytest.mark.parametrize("model", MAKERS)
def test_the_state_stands_within_the_screen(new_page, client, live_server, administrator, model):
    page = new_page(viewport={"width": 360, "height": 740})
    sign_in(page, client, live_server, administrator)
    MAKERS[model](LONG, state="in_review", published_at=None)
    if model is Release:
        image = ContentFile(picture("JPEG", (640, 400)), name="a.jpg")
        release = make_release(LONG, state="draft", published_at=None)
        Photo.objects.create(release=release, image=image, is_decorative=True)
    page.goto(admin_url(model, "changelist"))
    states = page.locator("#result_list .state").all()
    assert states
    assert all(is_within(one) for one in states)
    assert page.locator("#result_list .field-title").first.bounding_box()["width"] >= 128


def test_whether_a_roster_is_complete_stands_within_the_screen(
    new_page, client, live_server, administrator
):
    page = new_page(viewport={"width": 360, "height": 740})
    sign_in(page, client, live_server, administrator)
    roster = make_roster()
    roster.body.name_ar = LONG
    roster.body.save()
    page.goto(admin_url(Roster, "changelist"))
    (mark,) = page.locator("#result_list .field-is_complete img").all()
    assert is_within(mark)
