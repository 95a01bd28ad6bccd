"""Messages once they are sent: how many, from whom, how long they are kept, who reads them."""

import datetime
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from ampcpp.dates import today
from ampcpp.models import Message, SiteDetails
from ampcpp.models.message import sender_digest
from tests.admin_forms import admin_url
from tests.factories import make_message
from tests.surfaces import SURFACES, make_world

pytestmark = pytest.mark.django_db

WRITTEN = {"name": "فاطمة", "email": "f@example.ma", "subject": "press", "text": "نص لا يضيع"}


def send(client, path="/contact/", headers=None):
    return client.post(path, WRITTEN, headers=headers)


# Floods


def test_the_sixth_in_an_hour_is_asked_to_wait(client, noon):
    """
    sent     1 2 3 4 5  x        6
             23:10..14  23:15    00:11  (the hour is over, on the next day)
    """
    for minute in range(10, 15):
        noon.move_to(f"2022-06-15T23:{minute}:00+01:00")
        assert send(client).status_code == 302
    noon.move_to("2022-06-15T23:15:00+01:00")
    refused = send(client)
    assert refused.status_code == 429
    assert "المرجو إعادة إرساله بعد ساعة" in refused.text
    assert "نص لا يضيع</textarea>" in refused.text
    assert "en moins d’une heure" in send(client, "/fr/contact/").text
    assert Message.objects.count() == 5

    noon.move_to("2022-06-16T00:09:00+01:00")
    assert send(client).status_code == 429
    noon.move_to("2022-06-16T00:10:00+01:00")
    assert send(client).status_code == 302


@pytest.fixture
def side_by_side(transactional_db, tmp_path, monkeypatch):
    """Calls a function in threads, each with a connection of its own.

    They share SQLite's memory in a way that no site does: there they get a copy in a file.
    """
    if connection.vendor == "sqlite":
        path = tmp_path / "site.sqlite3"
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        monkeypatch.setitem(connection.settings_dict, "NAME", str(path))

    def call(function, times):
        def in_thread(_number):
            try:
                return function()
            finally:
                connection.close()

        with ThreadPoolExecutor(times) as threads:
            return list(threads.map(in_thread, range(times)))

    return call


@pytest.fixture
def mailbox(transactional_db):
    return SiteDetails.objects.create(name="الجمعية", email="kitaba@example.ma")


def test_of_sixteen_at_once_five_are_stored_and_mailed(mailbox, side_by_side):
    answers = side_by_side(lambda: send(Client()).status_code, 16)
    assert sorted(answers) == [302] * 5 + [429] * 11
    assert side_by_side(Message.objects.count, 1) == [5]
    assert len(mail.outbox) == 5


PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("proxy", "forwarded", "address"),
    [
        (None, "10.9.9.9", "127.0.0.1"),
        (PROXY, "", "127.0.0.1"),
        (PROXY, "105.1.2.3", "105.1.2.3"),
        (PROXY, "6.6.6.6, 105.1.2.3", "105.1.2.3"),
        (PROXY, "6.6.6.6,::ffff:105.1.2.3", "105.1.2.3"),
        (PROXY, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (PROXY, "not an address", "not an address"),
    ],
)
def test_a_sender_is_known_by_what_the_proxy_says(client, settings, proxy, forwarded, address):
    settings.SECURE_PROXY_SSL_HEADER = proxy
    send(client, headers={"X-Forwarded-For": forwarded})
    assert Message.objects.get().sender == sender_digest(address, today())


def test_the_address_itself_is_kept_nowhere(client, db, noon):
    send(client)
    row = Message.objects.values().get()
    assert "127.0.0.1" not in str(row)
    assert re.fullmatch("[0-9a-f]{64}", row["sender"])
    tomorrow = datetime.date(2022, 6, 16)
    assert row["sender"] != sender_digest("127.0.0.1", tomorrow)


# What is promised


def test_messages_are_forgotten(noon, capsys):
    now = timezone.now()
    for days in (0, 1, 333, 334, 400):
        make_message(str(days), sender="x" * 64, sent_at=now - datetime.timedelta(days=days))
    call_command("forget_messages")
    assert capsys.readouterr().out == "Messages deleted: 2\n"
    assert list(Message.objects.values_list("text", "sender")) == [
        ("0", "x" * 64),
        ("1", ""),
        ("333", ""),
    ]


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_no_public_page_shows_a_message(client, noon, prefix):
    world = make_world()
    secret = "qsecretq"
    make_message(secret, name=secret, about=f"/{secret}/", email=f"{secret}@example.ma")
    for name, (paths, _expected) in SURFACES.items():
        for path in paths(world):
            answer = client.get(prefix + path, follow=True)
            assert secret not in answer.getvalue().decode(errors="replace"), name
    assert client.get(f"{prefix}/search/?q={secret}").context["groups"] == []


# The admin


def test_staff_find_and_read_a_message(client, clerk):
    client.force_login(clerk)
    message = make_message("أسطر\n<b>ثلاثة</b>", name="حسن أݣناو", email="a?bcc=b@example.ma")
    for words, found in (("اكناو", 1), ("ثلاثه", 1), ("غائب", 0)):
        listed = client.get(admin_url(Message, "changelist"), {"q": words}).context["cl"]
        assert listed.result_count == found
    text = client.get(admin_url(Message, "change", message.pk)).text
    assert '<div dir="auto">أسطر<br>&lt;b&gt;ثلاثة&lt;/b&gt;</div>' in text
    assert 'href="mailto:a%3Fbcc%3Db@example.ma"' in text


def test_staff_mark_it_as_handled_and_change_nothing_else(client, clerk):
    client.force_login(clerk)
    message = make_message("كما كتبت", sender="x" * 64)
    path = admin_url(Message, "change", message.pk)
    assert client.post(path, {"is_handled": "on", "text": "غير"} | WRITTEN).status_code == 302
    message.refresh_from_db()
    assert (message.is_handled, message.text, message.name) == (True, "كما كتبت", "محمد")
    assert "sender" not in client.get(path).context["adminform"].form.fields

    assert client.get(admin_url(Message, "add")).status_code == 403
    assert client.post(admin_url(Message, "delete", message.pk), {"post": "yes"}).status_code == 403


def test_several_are_marked_at_once(client, clerk):
    client.force_login(clerk)
    chosen, other = make_message(), make_message()
    data = {"action": "mark_as_handled", "_selected_action": [chosen.pk]}
    assert client.post(admin_url(Message, "changelist"), data).status_code == 302
    assert set(Message.objects.filter(is_handled=True)) == {chosen}
    assert set(Message.objects.filter(is_handled=False)) == {other}


def test_the_history_of_the_admin_does_not_keep_the_name(staff):
    message = make_message(name="اسم ينسى")
    staff.post(admin_url(Message, "delete", message.pk), {"post": "yes"})
    assert not Message.objects.exists()
    assert "اسم ينسى" not in staff.get("/admin/").text
