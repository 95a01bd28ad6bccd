"""Nothing leaks while a release takes its steps through the admin: every surface, after each."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from tests.steps import take
from tests.surfaces import FOR_ALL_LANGUAGES, SURFACES, make_world
from tests.test_leaks import get

pytestmark = pytest.mark.django_db
PUBLISHED = ("release", "published")
SOON = datetime.timedelta(minutes=30)  # before the rows that are scheduled anyway


def where_it_appears(client, world, key):
    """Names of the surfaces on which a row stands; everything else on them is as it should be."""
    found = set()
    for name, (paths, expected) in SURFACES.items():
        if name == "news:preview":
            continue  # it shows what is not public, to whoever has the link
        with override("ar"):  # a page that was just read left its language active
            addresses = paths(world)
        for prefix in [""] if name in FOR_ALL_LANGUAGES else ["", "/fr"]:
            for path in addresses:
                text = get(client, prefix + path)
                assert text is not None, path
                seen = world.seen_in(text)
                assert seen - {key} == expected, path
                found |= {name} if key in seen else set()
    return found


def test_a_release_from_draft_to_the_trash(client, publisher, noon):
    """
    draft ─ submit ─ return ─ schedule ──┤public├─ withdraw ─ publish ─ remove ─ restore
    """
    world = make_world()
    key = ("release", "draft")
    release, other = world.rows[key], world.rows[PUBLISHED]
    wherever = {name for name, (_, expected) in SURFACES.items() if PUBLISHED in expected}
    wherever -= {"news:preview"}
    assert len(wherever) > 10
    desk = Client()
    desk.force_login(publisher)

    def appears():
        return where_it_appears(client, world, key)

    address = release.get_absolute_url()

    def page():
        return client.get(address).status_code

    assert (appears(), page()) == (set(), 404)
    for step in ("submit", "return"):
        take(desk, step, release)
        assert (appears(), page()) == (set(), 404), step

    moment = timezone.localtime() + SOON
    take(
        desk,
        "publish",
        release,
        published_at_0=f"{moment:%Y-%m-%d}",
        published_at_1=f"{moment:%H:%M:%S}",
    )
    noon.move_to(moment - datetime.timedelta(seconds=1))
    assert (appears(), page()) == (set(), 404)
    noon.move_to(moment)
    assert (appears(), page()) == (wherever, 200)

    take(desk, "withdraw", release)
    assert (appears(), page()) == (set(), 200)
    take(desk, "publish", release)
    assert (appears(), page()) == (wherever, 200)
    take(desk, "remove", release, moved_to=str(other.pk))
    assert (appears(), page()) == (set(), 301)
    take(desk, "restore", release)
    assert (appears(), page()) == (set(), 200)  # withdrawn, with its notice
