"""A style sheet of the reader's own: one that is constructed escapes the policy of the site."""

WEAR = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""


def wear(page, css):
    """Lay this sheet over those of the page, instead of the one laid before."""
    page.evaluate(WEAR, css)
