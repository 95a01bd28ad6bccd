"""Nothing leaks while a release takes its steps through the admin: every surface, after each."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from news.models import Release
from tests.steps import take
from tests.surfaces import FOR_ALL_LANGUAGES, SHARED, SURFACES, make_world, token
from tests.test_leaks import get

pytestmark = pytest.mark.django_db
PUBLISHED = ("release", "published")
LINK = {"news:preview"}  # it shows what is not public, to whoever has the link
OF_ONE_RELEASE = {"news:detail", "news:number", "short", "short_slash"}  # of the published one
SOON = datetime.timedelta(minutes=30)  # before the rows that are scheduled anyway


def where_it_appears(client, world, key):
    """Names of the surfaces on which a row stands; everything else on them is as it should be."""
    found = set()
    for name, (paths, expected) in SURFACES.items():
        with override("ar"):  # a page that was just read left its language active
            addresses = paths(world)
        for prefix in [""] if name in FOR_ALL_LANGUAGES else ["", "/fr"]:
            for path in addresses:
                text = get(client, prefix + path)
                if text is None and name in LINK:
                    continue  # of what is in the trash
                assert text is not None, path
                seen = world.seen_in(text)
                assert seen - {key} == expected - {key}, path
                found |= {name} if key in seen else set()
    return found


def wherever_it_is_public():
    """Names of the surfaces on which a published release stands."""
    wherever = {name for name, (_, expected) in SURFACES.items() if PUBLISHED in expected} - LINK
    assert len(wherever) > 10
    return wherever


@pytest.fixture
def desk(publisher):
    """The browser of a publisher."""
    browser = Client()
    browser.force_login(publisher)
    return browser


def test_a_release_from_draft_to_the_trash(client, desk, noon):
    """
    draft ─ submit ─ return ─ schedule ──┤public├─ withdraw ─ publish ─ remove ─ restore
    """
    world = make_world()
    key = ("release", "draft")
    release, other = world.rows[key], world.rows[PUBLISHED]
    wherever = wherever_it_is_public()

    def appears():
        return where_it_appears(client, world, key)

    address = release.get_absolute_url()

    def page():
        return client.get(address).status_code

    assert (appears(), page()) == (LINK, 404)
    for step in ("submit", "return"):
        take(desk, step, release)
        assert (appears(), page()) == (LINK, 404), step

    moment = timezone.localtime() + SOON
    take(
        desk,
        "publish",
        release,
        published_at_0=f"{moment:%Y-%m-%d}",
        published_at_1=f"{moment:%H:%M:%S}",
    )
    noon.move_to(moment - datetime.timedelta(seconds=1))
    assert (appears(), page()) == (LINK, 404)
    noon.move_to(moment)
    assert (appears(), page()) == (wherever | LINK, 200)

    take(desk, "withdraw", release)
    assert (appears(), page()) == (LINK, 200)
    take(desk, "publish", release)
    assert (appears(), page()) == (wherever | LINK, 200)
    take(desk, "remove", release, moved_to=str(other.pk))
    assert (appears(), page()) == (set(), 301)
    take(desk, "restore", release)
    assert (appears(), page()) == (LINK, 200)  # withdrawn, with its notice


def test_a_draft_in_the_trash_and_out_of_it(client, desk, noon):
    """
    draft ─ trash ─ restore
    """
    world = make_world()
    key = ("release", "draft")
    release = world.rows[key]
    for step, expected in ((None, LINK), ("trash", set()), ("restore", LINK)):
        if step:
            assert take(desk, step, release).status_code == 302
        assert where_it_appears(client, world, key) == expected, step
        assert client.get(release.get_absolute_url()).status_code == 404, step


def rewritten(world, name):
    """The newest release, made by a step, in words of its own; its key in the world."""
    key = ("release", name)
    release = Release.objects.latest("number")
    release.title_ar = release.title_fr = f"{SHARED} {token(*key)}"
    release.body_ar = release.body_fr = f"<p>{token(*key)}</p>"
    release.save()
    world.rows[key] = release
    return key


def test_changes_to_a_public_release(client, desk, writer, noon):
    """
    public text  ────────────────────────────────────────────────────── the words of the copy
    copy          └ propose ─ submit ─ return ─ trash ─ propose ─ apply ┘
    """
    world = make_world()
    live = world.rows[PUBLISHED]
    author = Client()
    author.force_login(writer)
    take(author, "propose", live)
    key = rewritten(world, "copy")
    copy = world.rows[key]
    steps = [(author, "submit", copy), (desk, "return", copy), (author, "trash", copy)]
    for browser, step, row in [*steps, (author, "propose", live)]:
        assert where_it_appears(client, world, key) == set(), step
        assert client.get(copy.get_absolute_url()).status_code == 404
        assert take(browser, step, row).status_code == 302, step
    assert where_it_appears(client, world, key) == set()

    assert take(desk, "apply", copy).status_code == 302
    live.refresh_from_db()
    # The draft's page names what is related to it.
    assert where_it_appears(client, world, key) == wherever_it_is_public() | LINK
    assert client.get(f"/n/{copy.number}").status_code == 404


def test_a_duplicate_of_a_public_release(client, desk, noon):
    """
    public text ───────────────────────────
    duplicate    └ duplicate ─ publish
    """
    world = make_world()
    take(desk, "duplicate", world.rows[PUBLISHED])
    key = rewritten(world, "duplicate")
    assert where_it_appears(client, world, key) == set()
    assert client.get(world.rows[key].get_absolute_url()).status_code == 404
    take(desk, "publish", world.rows[key])
    listed = wherever_it_is_public() - OF_ONE_RELEASE
    assert where_it_appears(client, world, key) - OF_ONE_RELEASE - LINK == listed
