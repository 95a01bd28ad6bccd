"""SVG written out: closed shapes as one path, and the document about them."""


def path(shapes, paint):
    """An SVG path of closed shapes."""
    outlines = ("M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in shape) + "z" for shape in shapes)
    return (
        f'<path {paint} d="{"".join(outlines)}"/>'.replace(".0 ", " ")
        .replace(".0z", "z")
        .replace(" -", "-")
    )


def svg(box, body):
    """An SVG document; box is its viewBox."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>\n'
