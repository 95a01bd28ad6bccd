"""The names under which the browser keeps a text until it is saved."""

import re

import pytest

from ampcpp.models import Page
from tests.admin_forms import admin_url, fields_of
from tests.factories import make_page

pytestmark = pytest.mark.django_db


def key_in(response):
    return re.search(r'class="kept-draft"[^>]* data-key="([^"]*)"', response.text)[1]


def name_in(response):
    return re.search(r'name="new_form" value="(\w{12})"', response.text)[1]


def test_each_form_of_a_new_text_has_a_name_of_its_own(staff, administrator):
    pages = [staff.get(admin_url(Page, "add")) for _time in range(2)]
    names = list(map(name_in, pages))
    assert names[0] != names[1]
    assert [key_in(page) for page in pages] == [
        f"{administrator.pk}.ampcpp.page.new.{name}" for name in names
    ]


def test_it_keeps_its_name_until_it_is_saved(staff):
    form = staff.get(admin_url(Page, "add"))
    data = fields_of(form) | {"new_form": name_in(form), "title_ar": "عنوان", "slug": "a-page"}
    response = staff.post(form.request["PATH_INFO"], data)  # without its text
    assert (key_in(response), name_in(response)) == (key_in(form), name_in(form))
    assert "saved_draft" not in response.cookies
    response = staff.post(form.request["PATH_INFO"], data | {"body_ar": "<p>نص</p>"})
    assert response.cookies["saved_draft"].value == key_in(form)


@pytest.mark.parametrize("name", ["", "short", 'a" onclick="', "a" * 13, "aaaaaaaaaaa;"])
def test_another_name_than_ours_is_replaced(staff, name):
    response = staff.post(admin_url(Page, "add"), {"new_form": name})
    assert name_in(response) != name
    assert re.fullmatch(r"\d+\.ampcpp\.page\.new\.\w{12}", key_in(response))


def test_a_stored_text_has_one_name(staff, administrator):
    page = make_page()
    response = staff.get(admin_url(Page, "change", page.pk))
    assert key_in(response) == f"{administrator.pk}.ampcpp.page.{page.pk}"
    assert "new_form" not in response.text
