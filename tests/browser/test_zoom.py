"""Nothing is lost when a reader enlarges, spaces out, or chooses the colours and the stillness.

320 px is what is left of 1280 at 400 %; the spacing is that of WCAG 1.4.12.
"""

from functools import partial

import pytest
from playwright.sync_api import Route

from tests import kinds
from tests.browser.keyboard import tab
from tests.browser.sheets import wear
from tests.error_pages import HANDLERS, error_page

SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
"""
LARGE = "html { font-size: 200% !important; }"
MODES = {
    "400 %": (320, ""),
    "spaced, phone": (360, SPACING),
    "spaced, desk": (1280, SPACING),
    "200 % text": (1280, LARGE),
}
#: Words out of the window or out of a box that cuts them. What scrolls is not lost, nor is what
#: is hidden from sight on purpose; an ellipsis loses nothing where the page says it in full too.
LOST = """() => {
    const lost = [];
    const excess = document.documentElement.scrollWidth - innerWidth;
    if (excess > 0) lost.push(`the page is ${excess} px wider than the window`);
    const isSaidElsewhere = (element, words) => {
        const texts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, a)")];
        const said = one => one.textContent.replaceAll("\u00a0", " ");
        return texts.some(one => !one.contains(element) && said(one).includes(words));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const words = node.data.trim().replaceAll("\u00a0", " "), range = document.createRange();
        if (!words || !node.parentElement.checkVisibility({visibilityProperty: true})) continue;
        if (node.parentElement.closest(".skip-link, option")) continue;
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()];
        let fate = "";
        for (let box = node.parentElement; box && !fate; box = box.parentElement) {
            const style = getComputedStyle(box), edge = box.getBoundingClientRect();
            const how = `${style.overflowX} ${style.overflowY}`;
            if (style.display === "inline" || how === "visible visible") continue;
            const isHidden = style.clipPath === "inset(50%)";
            if (isHidden || /auto|scroll/.test(how) || style.webkitLineClamp !== "none")
                fate = "kept";
            else if (boxes.some(b => b.left < edge.left - 1 || b.right > edge.right + 1
                || b.top < edge.top - b.height / 4 || b.bottom > edge.bottom + b.height / 4))
                fate = style.textOverflow === "ellipsis" && isSaidElsewhere(box, words)
                    ? "kept" : `cut by ${box.localName}.${box.className}`;
        }
        if (!fate && boxes.some(b => b.left < -1 || b.right > innerWidth + 1))
            fate = "out of the window";
        if (fate && fate !== "kept") lost.push(`${fate}: ${words.slice(0, 40)}`);
    }
    return lost;
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    const lasts = duration => duration.split(",").some(time => parseFloat(time) > 0.01);
    return lasts(style.transitionDuration) || style.scrollBehavior === "smooth"
        || (style.animationName !== "none" && lasts(style.animationDuration));
}).map(element => `${element.localName}.${element.className}`)"""
UNBOUND_BUTTONS = """() => [...document.querySelectorAll("button, .button")]
    .filter(button => button.checkVisibility())
    .filter(button => {
        const style = getComputedStyle(button);
        return style.borderBlockEndStyle === "none" || parseFloat(style.borderBlockEndWidth) < 1;
    })
    .map(button => button.outerHTML.slice(0, 120))"""

#: What is current or chosen, and looks like one of those beside it.
UNMARKED = """() => {
    const look = element => {
        const style = getComputedStyle(element);
        const sides = ["block-start", "block-end", "inline-start", "inline-end"];
        const edges = sides.map(side => ["width", "style", "color"]
            .map(what => style.getPropertyValue(`border-${side}-${what}`)).join(" "));
        return [...edges, style.textDecorationLine].join();
    };
    const seen = [...document.querySelectorAll("[aria-current]")]
        .filter(element => element.checkVisibility());
    const isAlone = element => [...element.closest("ul, ol").children]
        .map(item => item.querySelector("a, p, span"))
        .every(other => other === element || look(other) !== look(element));
    return [seen.length, seen.filter(one => !isAlone(one)).map(one => one.outerHTML)];
}"""


@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("contents", ["rich", "empty"])
def test_nothing_is_lost(page, faults, contents, language):
    found = []
    for kind, path in getattr(kinds, contents)().items():
        page.goto(language + path)
        found += [f"{kind}, {lost}" for lost in lost_in_every_mode(page)]
    faults[:] = [fault for fault in faults if "404" not in fault]  # the page not found
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_nothing_is_lost_in_what_errors_say(page, db, language):
    found = []
    for name in HANDLERS:
        answer = {"body": error_page(name, language), "content_type": "text/html"}
        page.route(f"**/{name}", partial(Route.fulfill, **answer))
        page.goto(f"/{name}")
        found += [f"{name}, {lost}" for lost in lost_in_every_mode(page)]
    assert not found, "\n".join(found)


def lost_in_every_mode(page):
    for mode, (width, css) in MODES.items():
        page.set_viewport_size({"width": width, "height": 800})
        wear(page, css)
        yield from (f"{mode}: {lost}" for lost in page.evaluate(LOST))


def test_what_is_lost_would_be_noticed(page):
    kinds.empty()
    page.goto("/search/")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(LOST) == []
    page.evaluate("""() => {
        const heading = document.querySelector("h1");
        heading.style.cssText = "overflow: hidden; height: 4px";
        heading.after(Object.assign(document.createElement("p"), {textContent: "wide"}));
        heading.nextSibling.style.cssText = "white-space: nowrap; margin-inline-start: 300px";
    }""")
    found = [line.partition(" ")[0] for line in page.evaluate(LOST)]
    assert found == ["the", "cut", "out"]


def test_in_forced_colours_buttons_have_an_edge_and_the_focus_a_frame(new_page):
    page = new_page(forced_colors="active", viewport={"width": 360, "height": 740})
    paths = kinds.rich()
    unbound = {}
    for kind in ("home", "news", "release", "programme", "subscribe", "contact-form"):
        page.goto(paths[kind])
        unbound[kind] = page.evaluate(UNBOUND_BUTTONS)
        for _ in range(8):
            tab(page)
    assert unbound == dict.fromkeys(unbound, [])


def test_in_forced_colours_one_sees_where_one_is(new_page):
    page = new_page(forced_colors="active", viewport={"width": 1280, "height": 900})
    paths = kinds.rich()
    marked = {
        "news": 4,  # the language, the menu, the trail, the page of the list
        "governance": 4,  # … the mandate
        "programme-coming": 5,  # … the month, the year
        "search-releases": 4,  # the language, the trail, the kind, the order
        "search-narrowed": 4,
    }
    found = {}
    for kind in marked:
        page.goto(paths[kind])
        found[kind] = page.evaluate(UNMARKED)
    assert found == {kind: [count, []] for kind, count in marked.items()}
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(paths["governance"])
    page.locator(".menu-button").click()
    assert page.evaluate(UNMARKED) == [4, []]


def test_nothing_moves_for_whoever_asked_for_stillness(new_page):
    page = new_page(reduced_motion="reduce")
    moving = {}
    for kind, path in kinds.rich().items():
        if kind != "not-found":
            page.goto(path)
            moving[kind] = sorted(set(page.evaluate(MOVING)))
    assert moving == dict.fromkeys(moving, [])
