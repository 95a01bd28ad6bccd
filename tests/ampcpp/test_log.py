"""The log: who came and went and what was changed, to be read and saved, never rewritten."""

import csv
import io
import json

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from ampcpp.admin.log import plain
from ampcpp.log import ENTERED, LEFT, REFUSED, browser_name
from governance.models import Person
from tests.admin_forms import admin_url, fields_of
from tests.conftest import in_group
from tests.factories import make_person
from tests.signing_in import CODE, code_of, log_in, make_account, set_up_the_app

pytestmark = pytest.mark.django_db

LIST = "/admin/admin/logentry/"
EXPORT = LIST + "export/"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@pytest.fixture
def office(client, db):
    """An administrator made by the command, who has signed in."""
    client.force_login(in_group("administrator"))
    return client


def kinds(**values):
    rows = LogEntry.objects.filter(**values).order_by("pk")
    return list(rows.values_list("action_flag", flat=True))


def write(user, text, **values):
    return LogEntry.objects.create(user=user, action_flag=CHANGE, object_repr=text, **values)


def saved(client, **narrowed):
    """The rows of the file, without its heading."""
    content = client.get(EXPORT, narrowed).getvalue().decode()
    assert content.startswith("\ufeff")
    return list(csv.reader(io.StringIO(content[1:])))[1:]


# What is written


def test_coming_going_and_being_refused_are_written():
    make_account("writer")
    browser = Client(headers={"User-Agent": PHONE})
    log_in(browser, password="x")
    log_in(browser)
    browser.post("/admin/account/logout/")
    assert kinds() == [REFUSED, ENTERED, LEFT]
    where = {(row.user.username, row.object_repr) for row in LogEntry.objects.all()}
    assert where == {("souad", "127.0.0.1 – Chrome, Android")}


def test_the_second_step_is_written(client, publisher):
    log_in(client, "publisher")
    assert kinds() == []
    client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code_of(publisher)})
    assert kinds(user=publisher) == [REFUSED, ENTERED]


def test_a_lock_does_not_fill_the_log(client):
    make_account()
    for _time in range(9):
        log_in(client, password="x")
    assert kinds() == [REFUSED] * 5


def test_a_name_that_nobody_has_is_not_somebody(client):
    log_in(client, "nobody")
    assert kinds() == []


def test_what_somebody_changes_of_their_account_is_written(
    client, django_capture_on_commit_callbacks
):
    user = make_account("publisher")
    log_in(client)
    with django_capture_on_commit_callbacks(execute=True):
        set_up_the_app(client)
        client.post("/admin/account/second-factor/codes/new/")
    new = {"password1": "another password", "password2": "another password"}
    client.post("/admin/account/password/", {"oldpassword": "a long password", **new})
    rows = LogEntry.objects.filter(action_flag=CHANGE, object_id=user.pk).order_by("pk")
    assert [row.get_change_message() for row in rows] == [
        "تعديل: عامل التحقق الثاني.",
        "تعديل: رموز الاسترداد.",
        "تعديل: كلمة المرور.",
    ]


def test_a_change_of_the_contents_is_written(office):
    person = make_person("لحسن زلماط")
    path = admin_url(Person, "change", person.pk)
    office.post(path, fields_of(office.get(path)) | {"name_ar": "لحسن"})
    row = saved(office)[0]
    assert row[1:5] == ["administrator", "تعديل", "شخص", "لحسن"]


# Who reads it


@pytest.mark.parametrize(("role", "status"), [("writer", 403), ("publisher", 403), (None, 403)])
def test_only_administrators_read_it(client, role, status):
    user = in_group(role) if role else make_account()
    row = write(user, "سر")
    client.force_login(user)
    for path in (LIST, EXPORT, admin_url(LogEntry, "change", row.pk)):
        assert client.get(path).status_code == status


@pytest.mark.parametrize("who", ["office", "staff"])
def test_nobody_rewrites_it(request, who):
    client = request.getfixturevalue(who)
    row = write(User.objects.get(), "كما كتب")
    change, delete = (admin_url(LogEntry, page, row.pk) for page in ("change", "delete"))
    assert "كما كتب" in client.get(change).text
    assert client.post(change, {"object_repr": "x"}).status_code == 403
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert client.get(admin_url(LogEntry, "add")).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert LogEntry.objects.get().object_repr == "كما كتب"


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "سجل الأحداث"), ("/fr", "Journal"), ("/en", "Log entries")]
)
def test_the_list_opens_in_every_language(office, prefix, words):
    write(User.objects.get(), "خبر", content_type=ContentType.objects.get_for_model(Person))
    text = office.get(prefix + LIST).text
    assert f"<h1>{words}</h1>" in text
    assert "<bdi>خبر</bdi>" in text


def test_it_is_narrowed_by_person_kind_day_and_word(office, noon):
    me, other = User.objects.get(), make_account()
    for day, (user, text) in enumerate([(me, "أول"), (other, "ثان"), (other, "ثالث")], 10):
        noon.move_to(f"2022-06-{day}T12:00:00+01:00")
        write(user, text)
    LogEntry.objects.filter(object_repr="ثالث").update(action_flag=LEFT)
    noon.move_to("2022-06-15T12:00:00+01:00")
    office.force_login(me)
    for narrowed, found in [
        ({}, ["ثالث", "ثان", "أول"]),
        ({"user__id__exact": other.pk}, ["ثالث", "ثان"]),
        ({"kind": str(LEFT)}, ["ثالث"]),
        ({"kind": "x"}, ["ثالث", "ثان", "أول"]),
        ({"action_time__day": 11, "action_time__month": 6, "action_time__year": 2022}, ["ثان"]),
        ({"q": "souad"}, ["ثالث", "ثان"]),
        ({"q": "أول"}, ["أول"]),
    ]:
        listed = office.get(LIST, narrowed).context["cl"].result_list
        assert [row.object_repr for row in listed] == found, narrowed
        assert [row[4] for row in saved(office, **narrowed)] == found, narrowed


def test_the_list_costs_few_queries(office, django_assert_max_num_queries):
    person = ContentType.objects.get_for_model(Person)
    message = json.dumps([{"changed": {"fields": ["name"]}}])
    for number in range(40):
        write(make_account(name=f"u{number}"), "x", content_type=person, change_message=message)
    with django_assert_max_num_queries(12):
        office.get(LIST)


# The file


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+212", "'+212"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("خبر = 1", "خبر = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell, written):
    assert plain(cell) == written


def test_the_file_opens_in_a_spreadsheet(office, noon):
    office.force_login(User.objects.get())
    write(User.objects.get(), '=HYPERLINK("https://evil.example")')
    response = office.get(EXPORT)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="log-2022-06-15.csv"'
    heading = response.getvalue().decode().splitlines()[0]
    assert heading == "\ufeffالتاريخ والساعة,الشخص,الحدث,النوع,العنصر,التفاصيل"
    assert saved(office)[0][:5] == [
        "2022-06-15 12:00:00",
        "administrator",
        "تعديل",
        "",
        '\'=HYPERLINK("https://evil.example")',
    ]


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (PHONE, "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126 Safari/537 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0", "Firefox, Linux"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_browser_is_named_as_people_do(agent, name):
    assert browser_name(agent) == name
