"""Signing in, in a test: accounts, the code that a telephone shows, the form and its browser."""

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User

PASSWORD = "a long password"
LOGIN, CODE = "/admin/account/login/", "/admin/account/second-factor/code/"
FACTOR = "/admin/account/second-factor/"


def make_account(role=None, name="souad"):
    """Somebody of a role who has set up no second factor."""
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.is_superuser = role == "superuser"
    user.save()
    if role and not user.is_superuser:
        user.groups.add(Group.objects.get(name=role))
    return user


def log_in(client, name="souad", password=PASSWORD, **request):
    return client.post(LOGIN, {"login": name, "password": password}, **request)


def is_in(client):
    """Whether the admin opens for this browser."""
    return client.get("/admin/").status_code == 200


def code_at(secret, moment):
    """The six digits of RFC 6238."""
    counter = struct.pack(">Q", int(moment) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def code_of(user):
    """What the telephone of the user shows now."""
    secret = Authenticator.objects.get(user=user, type="totp").data["secret"]
    return code_at(secret, time.time())


def set_up_the_app(client):
    secret = client.get(FACTOR + "app/add/").context["form"].secret
    return client.post(FACTOR + "app/add/", {"code": code_at(secret, time.time())})


def sign_in(page, user, password=PASSWORD):
    """A browser signs in by the form: the name, the password, the code when one is asked."""
    page.locator("#id_login").fill(user.username)
    page.locator("#id_password").fill(password)
    page.locator("form:has(#id_login) [type=submit]").click()
    if Authenticator.objects.filter(user=user, type="totp").exists():
        page.locator("#id_code").fill(code_of(user))
        page.locator("form:has(#id_code) [type=submit]").click()
    page.wait_for_url("**/admin/")
