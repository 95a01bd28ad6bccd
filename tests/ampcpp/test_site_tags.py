"""The filters of the public pages: what they make of a text."""

import pytest
from django.utils import translation

from ampcpp.templatetags.site import rich
from tests.factories import make_page

pytestmark = pytest.mark.django_db
TABLE = "<table><tbody><tr><td>أ</td></tr></tbody></table>"
BOX = '<div class="table-box" role="group" tabindex="0" aria-label="جدول">'


def test_each_table_stands_in_a_box_that_the_keyboard_reaches():
    page = make_page(body_ar=f"<p>قبل</p>{TABLE}<p>بين</p>{TABLE}")
    boxed = f"{BOX}{TABLE}</div>"
    assert rich(page, "body") == f"<p>قبل</p>{boxed}<p>بين</p>{boxed}"


def test_the_box_speaks_the_language_of_its_text():
    page = make_page(body_ar=TABLE)
    with translation.override("fr"):
        assert rich(page, "body") == f"{BOX}{TABLE}</div>"
        page.body_fr = TABLE
        assert 'aria-label="Tableau"' in rich(page, "body")


def test_a_text_without_a_table_is_as_it_was_written():
    assert rich(make_page(body_ar="<p>نص &amp; نص</p>"), "body") == "<p>نص &amp; نص</p>"
