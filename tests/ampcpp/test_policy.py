"""The Content-Security-Policy of whatever the site answers: what a page may load and run."""

import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from governance.models import Person
from tests.admin_forms import admin_url
from tests.factories import make_document, make_person, make_release

PUBLIC = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
FILE = {
    "default-src": "'none'",
    "object-src": "'self'",
    "style-src": "'unsafe-inline'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def policy(response):
    parts = response["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/fr/", 200),
        ("/news/feed/", 200),
        ("/programme/2022/calendar.ics", 200),
        ("/sitemap.xml", 200),
        ("/news", 301),
        ("/nothing-here/", 404),
        ("/admin/", 302),
        ("/admin/login/", 302),
        ("/admin/account/login/", 200),
    ],
)
def test_every_kind_of_answer_carries_it(client, demo, path, status):
    response = client.get(path)
    assert (response.status_code, policy(response)) == (status, PUBLIC)


def test_errors_carry_it(client, demo, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("ampcpp.views.home.Home.get_context_data", None)
    strict = Client(enforce_csrf_checks=True)
    answers = {
        400: client.get("/news/", headers={"host": "evil.example"}),
        403: strict.post("/admin/login/"),
        405: client.post("/news/"),
        500: client.get("/"),
    }
    assert {status: answer.status_code for status, answer in answers.items()} == {
        status: status for status in answers
    }
    assert [policy(answer) for answer in answers.values()] == [PUBLIC] * len(answers)


@pytest.mark.django_db
def test_lists_of_the_admin_are_as_strict(staff):
    for path in (admin_url(Person, "changelist"), "/admin/", "/admin/password_change/"):
        assert policy(staff.get(path)) == PUBLIC


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])  # the second comes back with errors
def test_a_form_of_the_admin_allows_its_editor(staff, method):
    path = admin_url(Person, "change", make_person().pk)
    data = {"name_ar": ""} if method == "post" else None
    responses = [getattr(staff, method)(path, data) for _time in range(2)]
    nonces = [re.search(r'type="importmap" nonce="([^"]+)"', r.text)[1] for r in responses]
    assert len(set(nonces)) == len(nonces)
    for response, nonce in zip(responses, nonces, strict=True):
        assert policy(response) == PUBLIC | {
            "script-src": f"'self' 'nonce-{nonce}'",
            "style-src": "'self' 'unsafe-inline'",
        }


@pytest.mark.django_db
@pytest.mark.parametrize(("suffix", "shown"), [("pdf", "inline"), ("csv", "attachment")])
def test_nothing_runs_in_a_document(client, suffix, shown):
    document = make_document(file=ContentFile(b"%PDF-1.4 text", name=f"a.{suffix}"))
    response = client.get(document.get_absolute_url())
    assert response["Content-Disposition"].partition(";")[0] == shown
    assert response["X-Content-Type-Options"] == "nosniff"
    assert policy(response) == FILE


@pytest.mark.django_db
def test_a_withdrawn_document_is_a_page_like_others(client):
    document = make_document(state="withdrawn")
    assert policy(client.get(document.get_absolute_url())) == PUBLIC


@pytest.mark.django_db
def test_a_preview_is_as_strict_for_staff(staff):
    """The admin alone may frame it."""
    shown = policy(staff.get(make_release(state="draft").get_absolute_url()))
    assert shown == PUBLIC | {"frame-ancestors": "'self'"}
