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
RUN = """async ({tags, excuses}) => {
    document.getAnimations().forEach(animation => animation.cancel());
    // Letters that join would be taken for the ligatures of an icon font: for drawings, whose
    // contrast is not looked at. Here both of the samples that are compared are one letter.
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        fillText.call(this, text.charAt(0), ...place);
    };
    // Preloading would fetch imported style sheets a second time, from the wrong folder.
    const options = {
        runOnly: tags, resultTypes: ["violations"], elementRef: true, preload: false,
    };
    const {violations} = await axe.run(document, options);
    return violations.flatMap(rule => rule.nodes.map(node => ({
        fault: `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`,
        excuse: excuses.find(([id, selector]) => id === rule.id && node.element.matches(selector)),
    })));
}"""


def violations(page, excuses=(), used=None):
    """«rule: selector: what to do» of each fault, of the page as it now stands.

    ``excuses`` are pairs of a rule and a selector of the elements it is not held against; those
    that were needed are added to ``used``.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(NO_ICONS)
    found = page.evaluate(RUN, {"tags": TAGS, "excuses": [list(pair) for pair in excuses]})
    if used is not None:
        used.update(tuple(finding["excuse"]) for finding in found if finding.get("excuse"))
    return [finding["fault"] for finding in found if not finding.get("excuse")]


def violations_everywhere(page, excuses=(), used=None):
    """The same at every size and in every scheme, which each line begins with."""
    found = []
    for (width, height), scheme in itertools.product(SIZES.items(), SCHEMES):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{width} {scheme}: {fault}" for fault in violations(page, excuses, used)]
    return found
