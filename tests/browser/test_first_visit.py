"""What the first visit costs on a phone, from a server as it is run: bytes, requests, jumps.

Photographs (uploads) are not counted in the weight; what is drawn for the site is.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest

from bench.served import served
from tests.environment import not_run

PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 3, "is_mobile": True}
KINDS = ["home", "news", "release", "roster-bureau", "programme"]
MOST_BYTES, MOST_REQUESTS, MOST_SHIFT = 120_000, 12, 0.02
MISSING = "nginx is not installed (apt install nginx-light)"
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        const moved = entry.sources.map(({node}) => node?.className || node?.nodeName);
        if (!entry.hadRecentInput) window.shifts.push([entry.value, moved.join(" ")]);
    })).observe({type: "layout-shift", buffered: true});
"""
IS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
        window.scrollTo(0, y);
        await new Promise(resolve => setTimeout(resolve, 50));
    }
}"""


@pytest.fixture(scope="module")
def site(request):
    if not shutil.which("nginx"):
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING, pytrace=False)
        not_run(request.config, f"what the first visit costs: {MISSING}")
        pytest.skip(MISSING)
    with served() as site:
        yield site


@pytest.fixture
def phone(browser, site):
    context = browser.new_context(base_url=site.url, **PHONE)
    yield context.new_page()
    context.close()


def read_to_the_end(page):
    page.evaluate("document.fonts.ready")
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")


def watch_wire(page):
    """Lists that fill: the addresses asked for, and how many bytes came for each."""
    urls, sizes = {}, {}
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    return urls, sizes


@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_visit_is_light(phone, site, kind, language):
    urls, sizes = watch_wire(phone)
    phone.goto(language + site.paths[kind])
    read_to_the_end(phone)
    hosts = {urlsplit(url).netloc for url in urls.values() if not url.startswith("data:")}
    assert hosts == {urlsplit(site.url).netloc}

    counted = {
        url: sizes[number]
        for number, url in urls.items()
        if url.startswith(site.url) and not urlsplit(url).path.startswith("/media/")
    }
    table = "\n".join(f"{size:8.0f} {urlsplit(url).path}" for url, size in counted.items())
    assert sum(counted.values()) <= MOST_BYTES, table
    assert len(counted) <= MOST_REQUESTS, table


@pytest.mark.parametrize("width", [360, 412])
@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_when_the_letters_arrive(phone, site, kind, language, width):
    """The fonts are held back until the page has been painted, then come one after the other."""
    held = []
    phone.set_viewport_size({"width": width, "height": 740})
    phone.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 (no builtin)
    phone.add_init_script(WATCH_SHIFTS)
    phone.goto(language + site.paths[kind], wait_until="domcontentloaded")
    while not phone.evaluate(IS_PAINTED):
        phone.wait_for_timeout(100)
    phone.wait_for_timeout(300)
    assert held
    phone.route("**/*.woff2", lambda route: route.continue_())
    for route in sorted(held, key=lambda route: route.request.url):
        route.continue_()
        phone.wait_for_timeout(60)
    read_to_the_end(phone)

    assert phone.evaluate("[...document.fonts].some(font => font.status === 'loaded')")
    shifts = phone.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) <= MOST_SHIFT, shifts
