"""Whoever fails to sign in five times waits for an hour, and only they."""

import pytest
from django.test import Client

from ampcpp.sender import sender_ip
from tests.signing_in import CODE, LOGIN, PASSWORD, code_of, is_in, log_in, make_account

pytestmark = pytest.mark.django_db


def test_the_fifth_failure_locks_for_an_hour(client, noon):
    """
    failures  1 2 3 4 5    x (even with the right password)   open
              12:00..12:04 12:30                              13:04
    """
    make_account()
    for minute in range(5):
        noon.move_to(f"2022-06-15T12:0{minute}:00+01:00")
        assert log_in(client, password="x").status_code == (429 if minute == 4 else 200)
    for moment in ("12:30:00", "13:03:59"):
        noon.move_to(f"2022-06-15T{moment}+01:00")
        answer = log_in(client)
        assert answer.status_code == 429
        assert "المرجو إعادة المحاولة بعد ساعة" in answer.text
        assert "no-store" in answer["Cache-Control"]
        assert "Réessayez dans une heure" in log_in_french(client).text
    noon.move_to("2022-06-15T13:04:01+01:00")
    assert log_in(client).status_code == 302
    assert is_in(client)


def log_in_french(client):
    return client.post("/fr" + LOGIN, {"login": "souad", "password": PASSWORD})


def test_a_wrong_password_says_nothing_of_the_name(client):
    make_account()
    for name in ("souad", "nobody"):
        assert "اسم المستخدم أو كلمة المرور غير صحيح" in log_in(client, name, "x").text


def test_a_name_is_counted_however_it_is_written(client):
    make_account()
    for name in ("souad", "Souad", "SOUAD", " souad", "ｓouad"):
        answer = log_in(client, name, "x")
    assert answer.status_code == 429


def test_another_address_and_another_name_are_not_locked(client, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    make_account()
    make_account(name="fatima")
    for first in range(5):  # what the visitor writes there changes nothing
        headers = {"X-Forwarded-For": f"6.6.6.{first}, 105.1.2.3"}
        answer = log_in(client, password="x", headers=headers)
    assert answer.status_code == 429
    assert log_in(Client(), "fatima", headers=headers).status_code == 302
    assert log_in(Client(), headers={"X-Forwarded-For": "105.9.9.9"}).status_code == 302


def test_codes_are_counted_with_passwords(client, publisher, noon):
    """Whoever has the password does not try a million codes."""
    for _time in range(2):
        log_in(client, "publisher", "x")
    log_in(client, "publisher")
    for _time in range(2):
        assert client.post(CODE, {"code": "000000"}).status_code == 200
    assert client.post(CODE, {"code": "000000"}).status_code == 429
    assert client.post(CODE, {"code": code_of(publisher)}).status_code == 429
    assert not is_in(client)


def test_signing_in_forgives_earlier_failures(client):
    make_account()
    for _time in range(2):
        for _failure in range(4):
            assert log_in(client, password="x").status_code == 200
        log_in(client)
        client.post("/admin/account/logout/")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("105.1.2.3", "105.1.2.3"),
        ("::ffff:105.1.2.3", "105.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("not an address", "::"),
        ("", "::"),
    ],
)
def test_an_address_fits_its_column(rf, address, kept):
    assert sender_ip(rf.get("/", REMOTE_ADDR=address)) == kept
