"""The lists of the admin on a telephone: what matters stands within the screen."""

import pytest
from django.core.files.base import ContentFile

from ampcpp.models import Document, Page
from news.models import Photo, Release
from tests.admin_forms import admin_url
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_release
from tests.pictures import picture
from tests.publishables import MAKERS

LONG = "دورة تكوينية لفائدة رؤساء مجالس العمالات والأقاليم حول تدبير الشراكات"


@pytest.mark.parametrize("model", [Release, Document, Page])
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
    for box in [one.bounding_box() for one in states]:
        assert 0 <= box["x"] < box["x"] + box["width"] <= 360
    assert page.locator("#result_list .field-title").first.bounding_box()["width"] >= 128
