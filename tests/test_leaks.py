"""Nothing leaks: with a row of everything in every state, exactly the right ones appear."""

import pytest

from tests.surfaces import (
    FOR_ALL_LANGUAGES,
    MENU,
    ON_RELEASE,
    PROGRAMME,
    SITEMAP_SECTIONS,
    SURFACES,
    make_world,
    public_patterns,
)

pytestmark = pytest.mark.django_db
NOT_READABLE = ("draft", "review", "scheduled", "withdrawn-early", "trashed")


@pytest.fixture
def world(noon):
    return make_world()


def get(client, path):
    """The text of a page, or None for a 404."""
    response = client.get(path, follow=True)
    if response.status_code == 404:
        return None
    assert response.status_code == 200, (path, response.status_code)
    return response.getvalue().decode(errors="replace")


def test_the_table_of_surfaces_is_complete():
    assert {name for name, _route in public_patterns()} == set(SURFACES)


def test_the_world_could_leak(client, world, administrator):
    """Signed in, the hidden ones do show: so the tests below could fail."""
    client.force_login(administrator)
    for state in ("draft", "review", "scheduled", "withdrawn-early"):
        for kind in ("release", "page", "programme"):
            path = world.rows[kind, state].get_absolute_url()
            assert (kind, state) in world.seen_in(get(client, path))


@pytest.mark.parametrize("prefix", ["", "/fr"])
@pytest.mark.parametrize("name", SURFACES)
def test_exactly_the_public_rows_appear(client, world, name, prefix):
    paths, expected = SURFACES[name]
    if prefix and name in FOR_ALL_LANGUAGES:
        return
    for path in paths(world):
        assert world.seen_in(get(client, prefix + path)) == expected, path


@pytest.mark.parametrize("section", SITEMAP_SECTIONS)
def test_exactly_the_public_rows_stand_in_each_sitemap(client, world, section):
    text = get(client, f"/sitemap-{section}.xml")
    assert world.seen_in(text) == SITEMAP_SECTIONS[section]


@pytest.mark.parametrize("path", ["feed/", "atom/", "category/meetings/feed/"])
def test_the_english_feed_lists_nothing_that_is_not_in_english(client, world, path):
    assert world.seen_in(get(client, f"/en/news/{path}")) == set()


@pytest.mark.parametrize("kind", ["release", "page", "programme", "document"])
@pytest.mark.parametrize("state", NOT_READABLE)
def test_what_is_not_readable_is_not_there(client, world, kind, state):
    assert get(client, world.rows[kind, state].get_absolute_url()) is None


def test_a_draft_document_is_shown_to_staff_and_never_cached(client, world, clerk):
    draft = world.rows["document", "draft"].get_absolute_url()
    assert client.get(draft).status_code == 404
    client.force_login(clerk)
    response = client.get(draft)
    assert response.getvalue().startswith(b"%PDF")
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_no_redirect_tells_the_title_of_a_draft(client, world):
    draft = world.rows["release", "draft"]
    for path in (f"/news/{draft.number}/", f"/news/{draft.number}/x/", f"/n/{draft.number}"):
        assert client.get(path).status_code == 404


def test_the_withdrawn_keep_their_page_with_a_notice(client, world):
    expected = {
        "release": {("release", "withdrawn"), ("release", "published")}
        | ON_RELEASE - {("programme", "published")},
        "page": {("page", "withdrawn")} | MENU,
        "programme": {
            ("programme", "withdrawn"),
            ("activity", "withdrawn"),
            ("programme", "published"),
        }
        | MENU,
    }
    for kind, rows in expected.items():
        text = get(client, world.rows[kind, "withdrawn"].get_absolute_url())
        assert world.seen_in(text) == rows
        assert "notice--withdrawn" in text


def test_a_withdrawn_document_and_calendar_are_gone(client, world):
    document, programme = world.rows["document", "withdrawn"], world.rows["programme", "withdrawn"]
    assert get(client, document.get_absolute_url()) is None
    assert get(client, programme.get_absolute_url() + "calendar.ics") is None


def test_a_draft_is_shown_to_staff_under_a_banner_and_never_cached(client, world, clerk):
    client.force_login(clerk)
    response = client.get(world.rows["release", "draft"].get_absolute_url())

    assert "notice--staff" in response.text
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_public_pages_do_not_vary(client, world):
    response = client.get(world.rows["release", "published"].get_absolute_url())
    assert "notice--staff" not in response.text
    assert not response.has_header("Vary")


def test_every_kind_of_search_result_is_narrowed_too(client, world):
    for kind, key in (("releases", "release"), ("documents", "document"), ("pages", "page")):
        seen = world.seen_in(get(client, f"/search/?q=qqq&kind={kind}"))
        assert seen == {(key, "published")} | MENU
    assert world.seen_in(get(client, "/search/?q=qqq&kind=activities")) == PROGRAMME
