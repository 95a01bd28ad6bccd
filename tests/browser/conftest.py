"""A real Chromium, the machine's own, for the tests of this folder.

``page`` fails its test when the page logs an error, throws one, or asks another host for
anything. A test that expects an error (a page that is not found) clears ``faults``.
"""

import os
import shutil
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.environment import not_run

#: The shell without a window first: it has the same engine and draws a third faster.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
MISSING = "Chromium is not installed (apt install chromium-headless-shell)"
# Playwright adds --no-sandbox, --no-first-run and those that keep Chromium from calling home;
# this one leaves every other host unknown.
ARGUMENTS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]

#: Milliseconds an `expect` waits: as long as Playwright waits for a click, on a busy machine too.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


def is_browser_test(item):
    return item.path.is_relative_to(Path(__file__).parent)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config, items):
    """Mark the tests of this folder; leave out, and say so, those that -m kept in vain."""
    for item in filter(is_browser_test, items):
        item.add_marker("browser")
    yield
    in_vain = [] if CHROMIUM or os.environ.get("CI") == "true" else items
    if left_out := list(filter(is_browser_test, in_vain)):
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        not_run(config, f"{len(left_out)} browser tests: {MISSING}")


@pytest.fixture(scope="session")
def launch():
    """Starts a browser by the path of its program."""
    with sync_playwright() as playwright:
        yield partial(playwright.chromium.launch, args=ARGUMENTS)


@pytest.fixture(scope="session")
def browser(launch):
    """One Chromium for each of xdist's workers."""
    if not CHROMIUM:
        pytest.fail(MISSING, pytrace=False)
    chromium = launch(executable_path=CHROMIUM)
    yield chromium
    chromium.close()


@pytest.fixture
def faults():
    """What went wrong in the pages of this test, as lines of text."""
    return []


@pytest.fixture
def new_page(browser, live_server, faults):
    """Opens a page with these options of a context: ``new_page(java_script_enabled=False)``."""
    contexts = []

    def open_page(**options):
        options = {"base_url": live_server.url, "locale": "ar"} | options
        contexts.append(context := browser.new_context(**options))
        page = context.new_page()
        watch(page, urlsplit(live_server.url).netloc, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def watch(page, our_host, faults):
    def on_console(message):
        if message.type == "error":
            faults.append(f"console: {message.text} ({message.location['url']})")

    def on_request(request):
        if urlsplit(request.url).netloc not in ("", our_host):
            faults.append(f"another host: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))


@pytest.fixture
def page(new_page):
    """An open page: a computer's, in Arabic, with JavaScript."""
    return new_page()
