"""Reading by keyboard alone: where the focus is, what it is called, whether it can be seen."""

MOST_STOPS = 250
SCROLLING = 500  # milliseconds in which a page brings the focus into view,
MOST_WAITS = 10  # and how many times as long a busy machine may take
#: Of the focused element: its box on the page, whether one sees it, and what draws its frame.
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getClientRects()[0];
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const framed = [element.closest(":has(:focus-visible)"), element.parentElement, element];
    const styles = framed.filter(Boolean).flatMap(
        one => [null, "::before", "::after"].map(part => getComputedStyle(one, part))
    );
    return {
        x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height,
        name: (element.innerText || element.ariaLabel || element.id || element.tagName).trim(),
        isFramed: styles.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2),
        isInView: Boolean(at) && (element.contains(at) || at.contains(element)),
        isSkipLink: element.matches(".skip-link"),
    };
}"""


def tab(page):
    """One step; the place of the focus, which can be seen. None at the end of the page."""
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    for _ in range(MOST_WAITS):
        if focused and not focused["isInView"]:
            page.wait_for_timeout(SCROLLING)
            focused = page.evaluate(FOCUSED)
    if focused:
        assert focused["isFramed"], f"no frame around «{focused['name']}»"
        assert focused["isInView"], f"out of view: «{focused['name']}»"
    return focused


def tab_to(page, role, name):
    """Steps until the focus is on what a screen reader calls so: ``link``, a part of its name."""
    heard = []
    for _ in range(MOST_STOPS):
        tab(page)
        said = spoken(page)
        if said.startswith(role) and name in said:
            return said
        heard.append(said)
    raise AssertionError(f"no {role} «{name}» among: {', '.join(heard)}")


def follow(page, name, address):
    """Steps to a link and takes it, to an address of this pattern."""
    tab_to(page, "link", name)
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def spoken(page):
    """`link "الأخبار"`: the role and the name of what has the focus."""
    snapshot = page.locator(":focus").aria_snapshot() if page.locator(":focus").count() else ""
    return snapshot.partition("\n")[0].removeprefix("- ").removesuffix(":")


def go_to_the_end(page, editor):
    """The focus in a text editor, behind its last letter. In the 20 ms after it gets the focus
    ProseMirror may put its own selection back."""
    editor.focus()
    page.wait_for_timeout(50)
    page.keyboard.press("Control+End")


def choose(page, label, option):
    """A choice of a list, by its arrows."""
    tab_to(page, "combobox", label)
    for _ in range(MOST_STOPS):
        if page.locator(":focus option:checked").inner_text().strip() == option:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no «{option}» in «{label}»")


def stops(page):
    """The place of the focus at every stop of the page, the link that skips to its text apart."""
    found = []
    assert tab(page)["isSkipLink"]
    while (focused := tab(page)) and not focused["isSkipLink"]:  # the browser may begin again
        assert len(found) < MOST_STOPS
        found.append(focused)
    return found


def steps_back(found, is_rtl):
    """Pairs of names between which the focus goes against the direction of reading.

    It may go down, onward in the line, or up to the head of the next column.
    """
    return [
        (here["name"], there["name"])
        for here, there in zip(found, found[1:], strict=False)
        if not is_below(there, here) and not is_onward(there, here, is_rtl)
    ]


def is_below(there, here):
    """Its middle is: the boxes of two lines may overlap a little, to be easier to touch."""
    return there["y"] + there["height"] / 2 >= here["y"] + here["height"]


def is_onward(there, here, is_rtl):
    if is_rtl:
        return there["x"] + there["width"] <= here["x"] + here["width"] - 1
    return there["x"] >= here["x"] + 1
