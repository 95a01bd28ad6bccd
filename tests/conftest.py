"""What tests of every room share: a frozen day, the demo site, a client, people who sign in."""

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.utils import translation

from ampcpp.demo.loading import load
from ampcpp.demo.tables import Content


@pytest.fixture(autouse=True)
def arabic():
    """Every test begins in Arabic, whatever the one before it left active."""
    with translation.override("ar"):
        yield


@pytest.fixture
def noon():
    """It is noon in Casablanca on 15 June 2022; the returned traveller can ``move_to``."""
    with time_machine.travel("2022-06-15T12:00:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def demo(db):
    """The whole demo site."""
    load(Content(settings.BASE_DIR / "content"))


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("admin", password="a long password")


@pytest.fixture
def staff(client, administrator):
    """A browser in which the administrator has signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture
def clerk(db):
    """Staff who may look at and change everything, but is not an administrator."""
    user = User.objects.create_user("clerk", password="a long password", is_staff=True)
    user.user_permissions.set(Permission.objects.exclude(codename__startswith="delete_"))
    return user
