"""What a screen reader walks through: the browser's own tree of the page, in its order."""

LANDMARKS = {
    *("banner", "navigation", "main", "contentinfo", "search", "region", "form"),
    *("complementary", "article", "table"),
}
CELLS = {"cell", "gridcell", "columnheader", "rowheader"}


def tree(page):
    """(node, the nodes above it) of what is not ignored, from the first to the last."""
    wire = page.context.new_cdp_session(page)
    nodes = wire.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node, above):
        if not node.get("ignored"):
            yield node, above
            above = [*above, node]
        for child in filter(None, map(by_id.get, node.get("childIds", ()))):
            yield from walk(child, above)

    return list(walk(nodes[0], []))


def role(node):
    return node["role"]["value"]


def name(node):
    return as_spoken(node.get("name", {}).get("value", "").strip())


def as_spoken(text):
    """A space at which no line may end sounds like any other."""
    return text.replace("\u00a0", " ")


def is_told(node):
    return role(node) in LANDMARKS | {"heading"}


def outline(page):
    """A line for each landmark and heading, as deep as it stands: `h2 "الأخبار"`."""
    return [
        "  " * sum(map(is_told, above)) + line(node) for node, above in tree(page) if is_told(node)
    ]


def line(node):
    said = role(node)
    if said == "heading":
        levels = {one["name"]: one["value"]["value"] for one in node["properties"]}
        said = f"h{levels['level']}"
    return f'{said} "{name(node)}"' if name(node) else said


def rows(page):
    """The cells of the tables of the page, row by row, in the order in which they are read."""
    found = []
    for node, _above in tree(page):
        if role(node) == "row":
            found.append([])
        elif role(node) in CELLS:
            found[-1].append(name(node))
    return found


def spoken(page):
    """Every text and picture of the main part, in the order in which they are read."""
    return [
        f"[{name(node)}]" if role(node) == "image" else name(node)
        for node, above in tree(page)
        if role(node) in ("StaticText", "image") and name(node) and "main" in map(role, above)
    ]
