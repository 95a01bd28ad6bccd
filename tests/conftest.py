"""What tests of every room share: a frozen day, the demo site, a client, people who sign in."""

from functools import lru_cache

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image

from ampcpp import fields, pictures
from ampcpp.groups import PUBLISHER, WRITER
from tests.demo_site import load_demo


@pytest.fixture(autouse=True)
def arabic():
    """Every test begins in Arabic, whatever the one before it left active."""
    with translation.override("ar"):
        yield


def pytest_collection_modifyitems(items):
    """``-m database`` chooses the tests that another database could fail."""
    for item in items:
        if item.get_closest_marker("django_db") or {"db", "transactional_db"} & {
            *item.fixturenames
        }:
            item.add_marker("database")


@pytest.fixture(scope="session", autouse=True)
def each_picture_is_made_smaller_once():
    """The same few pictures are stored by hundreds of tests, and were most of their time."""

    @lru_cache(100)
    def made(mode, size, content, widths, box):
        versions = pictures.smaller(Image.frombytes(mode, size, content), widths, box)
        return [(width, file.read()) for width, file in versions]

    def smaller(pixels, widths, box=None):
        kept = (pixels.mode, pixels.size, pixels.tobytes())
        for width, content in made(*kept, tuple(sorted(widths)), box):
            yield width, ContentFile(content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "smaller", smaller)
        yield


@pytest.fixture
def noon():
    """It is noon in Casablanca on 15 June 2022; the returned traveller can ``move_to``."""
    with time_machine.travel("2022-06-15T12:00:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def demo(db):
    """The whole demo site."""
    load_demo()


@pytest.fixture
def administrator(db):
    return with_second_factor(User.objects.create_superuser("admin", password="a long password"))


@pytest.fixture
def staff(client, administrator):
    """A browser in which the administrator has signed in."""
    client.force_login(administrator)
    return client


def with_second_factor(user):
    """The user, who has set up an authenticator app."""
    TOTP.activate(user, generate_totp_secret())
    return user


def in_group(name):
    user = User.objects.create_user(name, password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    return with_second_factor(user)


@pytest.fixture
def writer(db):
    return in_group(WRITER)


@pytest.fixture
def publisher(db):
    return in_group(PUBLISHER)


@pytest.fixture
def clerk(db):
    """Staff who may look at and change everything, but is not an administrator."""
    user = User.objects.create_user("clerk", password="a long password", is_staff=True)
    user.user_permissions.set(Permission.objects.exclude(codename__startswith="delete_"))
    return user
