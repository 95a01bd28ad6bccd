"""What axe-core finds in an open page, at each size and in each colour scheme."""

import itertools

from axe_playwright_python.base import AXE_SCRIPT

SIZES = {360: 740, 1440: 900}
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe takes words whose joined letters are narrower than the letters alone for icons of a font,
# and asks them for no contrast. Arabic joins its letters; no font of ours holds icons. When each
# letter is as wide as the next, nothing is taken for an icon.
NO_ICONS = """() => {
    CanvasRenderingContext2D.prototype.measureText = text => ({width: 10 * text.length});
}"""
RUN = """async tags => {
    document.getAnimations().forEach(animation => animation.cancel());
    // Preloading would fetch imported style sheets a second time, from the wrong folder.
    const {violations} = await axe.run(document, {
        runOnly: tags, resultTypes: ["violations"], preload: false,
    });
    return violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`
    ));
}"""


def violations(page):
    """«rule: selector: what to do» of each fault, of the page as it now stands."""
    page.wait_for_load_state()  # half a page has half of its landmarks
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(NO_ICONS)
    return page.evaluate(RUN, TAGS)


EVERYWHERE = [*itertools.product(SIZES, SCHEMES)]


def violations_everywhere(page, views=EVERYWHERE):
    """The same at every size and in every scheme, which each line begins with."""
    found = []
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": SIZES[width]})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{width} {scheme}: {fault}" for fault in violations(page)]
    return found
