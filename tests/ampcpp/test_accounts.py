"""Accounts in the admin: who is added, in which role, and what an administrator may not do."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.admin_forms import admin_url
from tests.conftest import in_group
from tests.signing_in import is_in, log_in, make_account

pytestmark = pytest.mark.django_db

NEW = {
    "first_name": "سعاد",
    "last_name": "العلوي",
    "email": "souad@example.ma",
    "username": "souad",
    "role": "writer",
    "password1": "a long password",
    "password2": "a long password",
}


@pytest.fixture
def office(client, db):
    """An administrator made by the command, not a superuser, who has signed in."""
    client.force_login(in_group("administrator"))
    return client


def add(client, **values):
    return client.post(admin_url(User, "add"), NEW | values)


def change(client, user, **values):
    kept = {name: getattr(user, name) for name in ("first_name", "last_name", "email", "username")}
    data = kept | {"role": "writer", "is_active": "on"} | values
    return client.post(admin_url(User, "change", user.pk), data)


def roles(user):
    return [group.name for group in User.objects.get(pk=user.pk).groups.all()]


@pytest.mark.parametrize("role", ["writer", "publisher"])
def test_somebody_is_added_and_signs_in(office, role):
    assert add(office, role=role).status_code == 302
    user = User.objects.get(username="souad")
    assert (roles(user), user.is_staff, user.is_superuser) == ([role], True, False)
    other = Client()
    log_in(other)
    assert is_in(other) is (role == "writer")  # the publisher sets up a second factor first


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"role": ""}, "هذا الحقل إجباري"),
        ({"role": "administrator"}, "ليس"),
        ({"first_name": ""}, "هذا الحقل إجباري"),
        ({"password2": "other"}, "كلمت"),
        ({"password1": "12345678", "password2": "12345678"}, "أرقام"),
    ],
)
def test_what_is_wrong_is_said_in_arabic(office, values, sentence):
    response = add(office, **values)
    errors = response.context["adminform"].form.errors
    assert set(errors) <= {*values, "password2"}
    assert errors
    assert "This field" not in str(errors)
    assert not User.objects.filter(username="souad").exists()


@pytest.mark.parametrize("right", ["is_superuser", "is_staff", "groups", "user_permissions"])
def test_no_right_is_given_beside_the_role(office, right):
    group = Group.objects.get(name="administrator")
    add(office, **{right: group.pk})
    user = User.objects.get(username="souad")
    change(office, user, **{right: group.pk}, role="publisher")
    user.refresh_from_db()
    assert (roles(user), user.is_superuser) == (["publisher"], False)
    assert not user.user_permissions.exists()
    assert (
        right not in office.get(admin_url(User, "change", user.pk)).context["adminform"].form.fields
    )


def test_a_closed_account_is_out(office):
    user = make_account("writer")
    other = Client()
    log_in(other)
    assert change(office, user, first_name="سعاد", is_active="").status_code == 302
    assert not is_in(other)


def test_another_password_is_given(office):
    user = make_account("writer")
    path = admin_url(User, "password_change", user.pk)
    new = {"new_password1": "another password", "new_password2": "another password"}
    assert "new_password1" in office.get(path).text
    assert office.post(path, new | {"new_password2": "x"}).status_code == 200
    assert office.post(path, new | {"unset-password": "1"}).status_code == 302
    assert log_in(Client(), password="another password").status_code == 302
    assert LogEntry.objects.filter(change_message__contains="password").count() == 1


# A lost second factor


def test_a_lost_second_factor_is_removed_after_a_question(office, publisher):
    browser = Client()
    browser.force_login(publisher)
    path = admin_url(User, "second_factor", publisher.pk)
    assert path in office.get(admin_url(User, "change", publisher.pk)).text

    assert "هل صدر هذا الطلب" in office.get(path).text
    assert Authenticator.objects.filter(user=publisher).exists()
    assert office.post(path).status_code == 302
    assert not Authenticator.objects.filter(user=publisher).exists()
    assert log_in(Client(), "publisher").url == "/admin/"  # the password alone, to set up another
    row = LogEntry.objects.get(object_id=publisher.pk)
    assert row.user.username == "administrator"
    assert row.get_change_message() == "تعديل: عامل التحقق الثاني."


def test_an_administrator_s_second_factor_and_password_are_not(office, administrator):
    for page in ("second_factor", "password_change"):
        path = admin_url(User, page, administrator.pk)
        assert office.get(path).status_code == 403
        assert office.post(path, {"new_password1": "x" * 12}).status_code == 403
    change(office, administrator, first_name="خالد", username="taken", role="writer")
    administrator.refresh_from_db()
    assert (administrator.first_name, administrator.username) == ("خالد", "admin")
    assert roles(administrator) == []
    assert Authenticator.objects.filter(user=administrator).exists()


def test_nobody_closes_their_own_account(office):
    user = User.objects.get()
    assert change(office, user, first_name="فاطمة", is_active="").status_code == 302
    user.refresh_from_db()
    assert (user.first_name, user.is_active, roles(user)) == ("فاطمة", True, ["administrator"])


# Who may


@pytest.mark.parametrize("role", ["writer", "publisher"])
def test_others_do_not_see_accounts(client, role):
    user = in_group(role)
    client.force_login(user)
    for page, args in {
        "changelist": (),
        "add": (),
        "change": (user.pk,),
        "password_change": (user.pk,),
        "second_factor": (user.pk,),
    }.items():
        path = admin_url(User, page, *args)
        assert [client.get(path).status_code, client.post(path).status_code] == [403, 403], page


def test_nobody_is_deleted(staff):
    user = make_account("writer")
    assert staff.post(admin_url(User, "delete", user.pk), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


def test_the_tables_of_the_libraries_have_no_page():
    rooms = {model._meta.label for model in admin.site._registry}
    ours = {label for label in rooms if label.split(".")[0] not in ("auth", "admin")}
    assert rooms - ours == {"auth.User", "admin.LogEntry"}
    assert {label.split(".")[0] for label in ours} == {"ampcpp", "governance", "news", "programme"}


@pytest.mark.parametrize("prefix", ["", "/fr", "/en"])
def test_every_page_opens(office, publisher, prefix):
    for path in ("", "add/", f"{publisher.pk}/change/", f"{publisher.pk}/password/"):
        assert office.get(f"{prefix}/admin/auth/user/{path}").status_code == 200, path
    listed = office.get(f"{prefix}/admin/auth/user/?role=publisher").context["cl"]
    assert list(listed.result_list) == [publisher]
