"""axe-core finds nothing: every kind of page, rich and empty, in each language, size and scheme."""

from functools import partial

import pytest
from django.db import transaction
from django.urls import resolve
from playwright.sync_api import Route

from tests import kinds
from tests.browser.axe import violations, violations_everywhere
from tests.browser.sheets import wear
from tests.error_pages import HANDLERS, error_page
from tests.surfaces import SURFACES, make_world

SHARES = 4  # of the kinds: the processes that run the tests divide them among themselves
LANGUAGES = {"ar": "", "fr": "/fr", "en": "/en"}


def expect_not_found(faults):
    """The browser logs the status of a page that is not found."""
    assert [fault for fault in faults if "404" not in fault] == []
    faults.clear()


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("contents", ["rich", "empty"])
def test_no_page_has_a_violation(page, faults, contents, language, share):
    found = []
    for kind, path in list(getattr(kinds, contents)().items())[share::SHARES]:
        page.goto(LANGUAGES[language] + path)
        if kind == "not-found":
            expect_not_found(faults)
        found += [f"{kind} {fault}" for fault in violations_everywhere(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_an_error_has_a_violation(page, language):
    found = []
    for name in HANDLERS:
        answer = {"body": error_page(name, language), "content_type": "text/html"}
        page.route(f"**/{name}", partial(Route.fulfill, **answer))
        page.goto(f"/{name}")
        found += [f"{name} {fault}" for fault in violations_everywhere(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_menu_of_a_phone_has_no_violation(page, language):
    kinds.rich()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(LANGUAGES[language] + "/")
    page.locator("button[popovertarget]").first.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []


@pytest.mark.parametrize("kind", ["home", "release", "roster-bureau", "programme"])
def test_words_over_a_motif_contrast_with_its_ground(page, kind):
    """axe does not judge words over a picture: without the motifs there is none left to judge."""
    page.goto(kinds.rich()[kind])
    wear(page, "*, ::before, ::after { background-image: none !important; }")
    found = violations_everywhere(page)
    assert not found, "\n".join(found)


def test_axe_would_notice(page):
    """A picture without a text, and Arabic words too pale in the dark only."""
    kinds.rich()
    page.goto("/search/")
    page.evaluate("""() => {
        const words = Object.assign(document.createElement("p"), {textContent: "كلمات باهتة"});
        words.style.color = "light-dark(black, #333)";
        words.style.background = "light-dark(white, black)";
        document.querySelector("main").append(words, document.createElement("img"));
    }""")
    found = [fault.split(": ")[:2] for fault in violations_everywhere(page)]
    assert found == [
        ["360 light", "image-alt"],
        ["360 dark", "color-contrast"],
        ["360 dark", "image-alt"],
        ["1440 light", "image-alt"],
        ["1440 dark", "color-contrast"],
        ["1440 dark", "image-alt"],
    ]


def test_every_public_page_is_of_some_kind(client, db):
    """The kinds leave out no URL name that answers with HTML."""
    opened = opened_by(kinds.rich) | opened_by(kinds.empty)
    world = make_world()
    pages = {
        name
        for name, (paths, _) in SURFACES.items()
        for path in paths(world)
        if (response := client.get(path)).status_code == 200
        and response["Content-Type"].startswith("text/html")
    }
    assert "news:detail" in pages
    # A preview is the page of a release under the notice of a draft.
    assert pages - opened == {"news:preview"}


@transaction.atomic
def opened_by(contents):
    """URL names of the pages of one function of the kinds; its rows are forgotten again."""
    paths = contents()
    transaction.set_rollback(True)
    del paths["not-found"]
    return {resolve(path.partition("?")[0]).view_name for path in paths.values()}
