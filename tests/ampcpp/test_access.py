"""Who may enter the admin, through real requests: passwords, second factors, sessions."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation

from ampcpp import account_urls
from ampcpp.access import lacks_second_factor
from ampcpp.models import Message
from news.models import Category
from tests.factories import make_document, make_page, make_programme, make_release
from tests.signing_in import (
    CODE,
    FACTOR,
    LOGIN,
    PASSWORD,
    code_of,
    is_in,
    log_in,
    make_account,
    set_up_the_app,
)

pytestmark = pytest.mark.django_db


def recovery_codes(client):
    return client.get(FACTOR + "codes/").context["unused_codes"]


# The second factor


def test_a_writer_enters_with_the_password(client):
    make_account("writer")
    assert log_in(client).url == "/admin/"
    assert is_in(client)


@pytest.mark.parametrize("role", ["publisher", "administrator", "superuser"])
def test_whoever_publishes_is_sent_to_set_up_a_second_factor(client, role):
    make_account(role)
    log_in(client)
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == FACTOR
    assert "بقيت خطوة واحدة قبل فتح الإدارة" in response.text


def addresses_of(resolver, route=""):
    """Every address below a resolver, numbers filled in."""
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from addresses_of(entry, here)


def test_nothing_of_the_admin_answers_before(client):
    """Neither what is read nor what is sent: every address of the admin but its door."""
    make_account("publisher")
    log_in(client)
    admin = next(e for e in get_resolver().url_patterns if str(e.pattern) == "")
    admin = next(e for e in admin.url_patterns if getattr(e, "namespace", "") == "admin")
    addresses = {
        "/admin/" + route.translate(str.maketrans("", "", "^$")).split("<")[0].split("(")[0]
        for route in addresses_of(admin)
    }
    assert {"/admin/news/release/add/", "/admin/jsi18n/", "/admin/autocomplete/"} <= addresses
    for address in addresses - {"/admin/login/", "/admin/logout/"}:
        for answer in (client.get(address), client.post(address, {"name_ar": "صنف"})):
            assert answer.status_code == 302, address
            assert answer.url.startswith("/admin/login/?next=")
    assert Category.objects.count() == Message.objects.count() == 0


@pytest.mark.parametrize("role", ["publisher", "administrator", "superuser"])
@pytest.mark.parametrize("make", [make_release, make_page, make_programme, make_document])
def test_no_draft_is_read_at_its_address_before(client, role, make):
    draft = make("مسودة", state="draft", published_at=None)
    make_account(role)
    log_in(client)
    assert client.get(draft.get_absolute_url()).status_code == 404
    set_up_the_app(client)
    assert client.get(draft.get_absolute_url()).status_code == 200


def test_setting_up_the_app_opens_the_admin(client):
    user = make_account("publisher")
    log_in(client)
    page = client.get(FACTOR + "app/add/")
    assert "<svg" in page.text
    assert "data:" not in page.text
    assert client.post(FACTOR + "app/add/", {"code": "000000"}).status_code == 200
    assert lacks_second_factor(User.objects.get(pk=user.pk))

    assert set_up_the_app(client).url == FACTOR + "codes/"
    assert len(recovery_codes(client)) == 10
    assert is_in(client)


def test_who_removes_the_second_factor_is_asked_for_another(client, publisher):
    log_in(client, "publisher")
    client.post(CODE, {"code": code_of(publisher)})
    assert is_in(client)
    client.post(FACTOR + "app/remove/")
    assert not Authenticator.objects.exists()
    assert not is_in(client)


def test_password_and_code_open_the_admin(client, publisher):
    assert log_in(client, "publisher").url == CODE
    assert not is_in(client)
    refused = client.post(CODE, {"code": "000000"})
    assert "هذا الرمز غير صحيح" in refused.text
    assert not is_in(client)

    assert client.post(CODE, {"code": code_of(publisher)}).url == "/admin/"
    assert is_in(client)


def test_a_code_is_taken_once(client, publisher, noon):
    code = code_of(publisher)
    log_in(client, "publisher")
    client.post(CODE, {"code": code})
    del caches["default"]  # in another process, nothing is remembered but what is on disk
    other = Client()
    log_in(other, "publisher")
    assert other.post(CODE, {"code": code}).status_code == 200
    assert not is_in(other)


def test_a_recovery_code_opens_once(client):
    make_account("publisher")
    log_in(client)
    set_up_the_app(client)
    code = recovery_codes(client)[0]
    for answer in (True, False):
        other = Client()
        log_in(other)
        other.post(CODE, {"code": code})
        assert is_in(other) is answer
    assert len(recovery_codes(client)) == 9


# Doors that stay closed


@pytest.mark.parametrize("route", ["signup/", "password/reset/", "email/", "login/code/"])
def test_nobody_signs_up_or_is_mailed_a_password(client, staff, route):
    assert staff.get(f"/admin/account/{route}").status_code == 404
    assert Client().post(f"/admin/account/{route}").url.startswith("/admin/login/")
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("to", "reached"),
    [
        ("/admin/news/release/", "/admin/news/release/"),
        ("https://evil.example/", "/admin/"),
        ("//evil.example/", "/admin/"),
        ("javascript:alert(1)", "/admin/"),
    ],
)
def test_signing_in_leads_on_within_the_site(client, to, reached):
    make_account("writer")
    assert client.post(LOGIN, {"login": "souad", "password": PASSWORD, "next": to}).url == reached


@pytest.mark.parametrize("prefix", ["", "/fr", "/en"])
def test_the_door_of_the_admin_keeps_language_and_aim(client, prefix):
    response = client.get(f"{prefix}/admin/news/release/?q=x", follow=True)
    assert response.wsgi_request.path == f"{prefix}{LOGIN}"
    aim = f'name="next" value="{prefix}/admin/news/release/?q=x"'
    assert aim in response.text


def test_a_closed_account_is_out_at_once(client):
    user = make_account()
    log_in(client)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)
    assert log_in(client).url == "/admin/account/inactive/"


def test_who_is_not_staff_is_told_so(client):
    client.force_login(User.objects.create_user("reader"))
    assert client.get("/admin/", follow=True).status_code == 403


# Sessions, the password


def test_a_session_ended_elsewhere_is_out(client):
    make_account()
    phone = Client(headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile"})
    log_in(client)
    log_in(phone)
    assert "Chrome, Android" in client.get("/admin/account/sessions/").text
    assert client.post("/admin/account/sessions/").status_code == 302
    assert is_in(client)
    assert not is_in(phone)


def test_one_session_is_ended_and_the_others_stay(client):
    user = make_account()
    phone, tablet = Client(headers={"User-Agent": "Android"}), Client()
    for device in (client, phone, tablet):
        log_in(device)
    stranger = make_account(name="omar")
    elsewhere = Client()
    log_in(elsewhere, "omar")
    path = "/admin/account/sessions/"
    lost = user.usersession_set.get(user_agent="Android")
    assert client.get(path).text.count('name="session"') == 2

    response = client.post(path, {"session": lost.pk}, follow=True)
    assert "تم تسجيل الخروج من ذلك الجهاز." in response.text
    assert [is_in(one) for one in (client, phone, tablet)] == [True, False, True]
    again = client.post(path, {"session": lost.pk}, follow=True)
    assert "انتهت تلك الجلسة من قبل." in again.text
    for other in (stranger.usersession_set.get().pk, "x"):
        client.post(path, {"session": other})
    assert [is_in(one) for one in (client, tablet, elsewhere)] == [True, True, True]


def test_a_new_password_signs_out_everywhere_else(client):
    make_account()
    other = Client()
    log_in(client)
    log_in(other)
    new = {"password1": "كلمة مرور طويلة", "password2": "كلمة مرور طويلة"}
    path = "/admin/account/password/"
    assert client.post(path, {"oldpassword": "x", **new}).status_code == 200
    assert client.post(path, {"oldpassword": PASSWORD, **new}).status_code == 302
    assert is_in(client)
    assert not is_in(other)
    assert log_in(other, password="كلمة مرور طويلة").status_code == 302


def test_what_protects_the_account_asks_again_later(client, noon):
    make_account()
    log_in(client)
    assert client.get(FACTOR + "app/add/").status_code == 200
    noon.shift(301)
    assert client.get(FACTOR + "app/add/").url.startswith("/admin/account/confirm/")
    again = {"password": PASSWORD, "next": FACTOR + "app/add/"}
    assert client.post("/admin/account/confirm/", again).url == FACTOR + "app/add/"
    assert client.get(FACTOR + "app/add/").status_code == 200


# The pages


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_every_page_is_in_its_language_and_private(client, publisher, language, direction):
    with translation.override(language):
        entries = [e for e in account_urls.urlpatterns if "<" not in str(e.pattern)]
        paths = {entry.name: reverse(entry.name) for entry in entries}
    pages = [client.get(paths["account_login"])]
    log_in(client, "publisher")
    pages.append(client.get(paths["mfa_authenticate"]))
    client.post(CODE, {"code": code_of(publisher)})
    pages += [answer for path in paths.values() if (answer := client.get(path)).status_code != 404]
    for page in pages:
        assert page["X-Robots-Tag"] == "noindex"
        assert "no-store" in page["Cache-Control"]
    shown = [page.text for page in pages if page.status_code == 200]
    assert len(shown) == 13
    for text in shown:
        assert f'<html lang="{language}" dir="{direction}">' in text


# The command


def test_an_administrator_is_made_by_command(client, capsys):
    call_command("make_administrator", "fatima")
    said = capsys.readouterr().out
    log_in(client, "fatima", said.split("password «")[1].split("»")[0])
    set_up_the_app(client)
    assert is_in(client)
    user = User.objects.get()
    assert [group.name for group in user.groups.all()] == ["administrator"]
    assert not user.is_superuser

    call_command("make_administrator", "fatima")  # the telephone is lost
    assert "Opened again" in capsys.readouterr().out
    assert not Authenticator.objects.exists()
    assert not is_in(client)
    with pytest.raises(CommandError):
        call_command("make_administrator", "a name")
