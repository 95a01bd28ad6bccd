"""Draw the site's own pictures: emblem, category patterns, portrait, demo photos.

Run from the repository root:  python content/draw

Everything grows out of the eight-pointed star. Every run gives the same files. The emblem borrows
from no State emblem.
"""

import math
import random
from pathlib import Path

from patterns import (
    cell_arches,
    cell_khatam,
    cell_lattice,
    cell_rosette,
    cell_star,
    cell_tiles,
    cell_zigzag,
)
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageOps
from shapes import around, moved, star, strap, woven_squares

GREEN, OCHRE, CREAM, MIST = "#0b5d4b", "#c08a3e", "#f5efe3", "#e9ede4"
PALETTES = {  # dark, middle, pale, accent
    "star": (GREEN, "#3f8472", "#dfe8dd", OCHRE),
    "rosette": ("#8d4a36", "#b9775c", "#f0dfd0", "#d9a55a"),
    "lattice": ("#234f66", "#47758b", "#e3eaea", "#c79a55"),
    "khatam": ("#a5793a", "#c8a263", "#f8f0dc", GREEN),
    "zigzag": ("#2f6169", "#6f9795", "#e4ebe4", "#c98f52"),
    "arches": ("#574661", "#81708c", "#ece5ea", "#c79a5b"),
    "tiles": ("#525f38", "#87925d", "#ebe9d4", "#b5673f"),
}


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


def pattern(palette, cell, step, drop, line):
    """A 16:9 canvas covered with a cell, symmetrical about its centre, lit from one corner."""
    tones = [*(f'fill="{colour}"' for colour in palette), 'fill-opacity=".12" stroke="none"']
    body = "".join(path(shapes, tones[tone]) for tone, shapes in cell)
    across, down = (
        "".join(f'<use href="#{part}" {axis}="{size * k:g}"/>' for k in range(-n, n + 1) if k)
        for part, axis, size, n in (
            ("c", "x", step, 800 // step + 1),
            ("r", "y", drop, 450 // int(drop) + 1),
        )
    )
    return svg(
        "0 0 1600 900",
        (
            '<linearGradient id="l" x2="1" y2="1"><stop stop-color="#fff" stop-opacity=".1"/>'
            '<stop offset="1" stop-opacity=".16"/></linearGradient>'
            f'<path fill="{palette[0]}" d="M0 0h1600v900H0z"/>'
            f'<g transform="translate(800 450)" stroke="{CREAM}" stroke-width="{line}">'
            f'<g id="r"><g id="c">{body}</g>{across}</g>{down}</g>'
            '<path fill="url(#l)" d="M0 0h1600v900H0z"/>'
        ),
    )


def emblem(green, ochre):
    """Two woven squares, and within them eight seats about a table."""
    bands = woven_squares(105, 18, 4) + around(strap([(0, 51)], (67.5, 3), (112.5, -3), 12), 8)
    return svg(
        "-120 -120 240 240", path(bands, f'fill="{green}"') + path([star(31)], f'fill="{ochre}"')
    )


def portrait():
    """A placeholder: head and shoulders, no more, framed by the star."""
    frame = "".join(
        path([star(r)], f'fill="{tone}"')
        for r, tone in ((184, GREEN), (172, MIST), (160, "#cbd8cd"))
    )
    return svg(
        "-200 -200 400 400",
        (
            f'<path fill="{MIST}" d="M-200-200h400v400h-400z"/>{frame}'
            f'<clipPath id="s">{path([star(160)], "")}</clipPath>'
            '<g clip-path="url(#s)" fill="#7d9c8f"><ellipse cy="-32" rx="46" ry="54"/>'
            '<path d="M-116 180v-64c0-46 44-72 116-72s116 26 116 72v64z"/></g>'
        ),
    )


def photo(palette, cell, step, drop, line, light, seed):  # noqa: PLR0913, PLR0917
    """A wall of glazed tiles, no two quite alike, under a light at this point."""
    chance, (width, height) = random.Random(seed), (1600, 1067)
    image = Image.new("RGB", (width * 2, height * 2), palette[0])
    draw = ImageDraw.Draw(image)
    for y, x in ((y, x) for y in range(-4, 5) for x in range(-4, 5)):
        for tone, shapes in cell:
            for shape in moved(shapes, x * step + width / 2, y * drop + height / 2):
                glaze, outline = chance.uniform(0.92, 1.05), [(a * 2, b * 2) for a, b in shape]
                colour = tuple(
                    min(255, round(part * glaze)) for part in ImageColor.getrgb(palette[tone])
                )
                draw.polygon(outline, colour)
                draw.line(outline + outline[:2], CREAM, line * 2, "curve")
    left, top = round(width * (1 - light[0])), round(height * (1 - light[1]))
    glow = (
        Image.radial_gradient("L")
        .resize((2 * width, 2 * height))
        .crop((left, top, left + width, top + height))
    )
    return ImageChops.multiply(image.reduce(2), ImageOps.colorize(glow, "#fffdf6", "#5d6b78"))


def main():
    """Write every picture."""
    images, photos = Path("static/img"), Path("content/photos")
    for folder in (images / "patterns", photos):
        folder.mkdir(parents=True, exist_ok=True)
    favicon = ((118, 0, GREEN), (78, 0, CREAM), (54, 22.5, OCHRE))
    drawings = {
        "emblem": emblem(GREEN, OCHRE),
        "portrait": portrait(),
        "favicon": svg(
            "-120 -120 240 240",
            "".join(
                path([star(radius, first=first)], f'fill="{tone}"')
                for radius, first, tone in favicon
            ),
        ),
    }
    for name, cell, step, drop, line in (
        ("star", cell_star(200), 200, 200, 5),
        ("rosette", cell_rosette(320), 320, 320 * math.sqrt(3), 4),
        ("lattice", cell_lattice(200), 200, 200, 0),
        ("khatam", cell_khatam(225), 225, 225, 0),
        ("zigzag", cell_zigzag(200), 200, 200, 4),
        ("arches", cell_arches(200, 300), 200, 300, 7),
        ("tiles", cell_tiles(200), 200, 200, 5),
    ):
        drawings[f"patterns/{name}"] = pattern(PALETTES[name], cell, step, drop, line)
    for name, text in drawings.items():
        (images / f"{name}.svg").write_text(text, encoding="utf-8")
    for number, (name, cell, step, drop, line, light) in enumerate(
        (
            ("star", cell_star(400), 400, 400, 5, (0.2, 0.1)),
            ("lattice", cell_rosette(640), 640, 640 * math.sqrt(3), 5, (0.75, 0.2)),
            ("rosette", cell_arches(500, 750), 500, 750, 9, (0.45, 0.35)),
        ),
        1,
    ):
        photo(PALETTES[name], cell, step, drop, line, light, number).save(
            photos / f"demo-{number}.jpg", quality=76, optimize=True, progressive=True
        )


if __name__ == "__main__":
    main()
