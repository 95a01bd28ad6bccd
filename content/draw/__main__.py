"""Draw the site's own pictures: emblem, category patterns, demo photos.

Run from the repository root:  python content/draw

Everything grows out of the eight-pointed star. Every run gives the same files. The emblem borrows
from no State emblem.
"""

import math
import random
from pathlib import Path

import icons
from cards import card
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
from svg import path, svg

GREEN, OCHRE, CREAM = "#0b5d4b", "#c08a3e", "#f5efe3"
# Carved plaster rather than glazed tiles: neighbouring tones of the two colours of the emblem, so
# that a page of patterns stays quiet. Dark, middle, pale, accent, and the lines between.
TONES = {
    "star": (GREEN, "#126652", "#0a5646", OCHRE, "#35806d"),
    "rosette": ("#e6d8bb", "#ecdfc5", "#f3ead6", OCHRE, "#cdb88d"),
    "lattice": ("#cfdfd5", "#dae7df", "#b3cdc0", GREEN, "#b3cdc0"),
    "khatam": ("#07483a", "#0b5344", "#2d6f5f", "#d3a058", "#2d6f5f"),
    "zigzag": ("#efe7d6", "#e6dbc3", "#d8c8a4", "#c9ab74", "#f5efe3"),
    "arches": ("#b58a4b", "#bd9558", "#ab8043", CREAM, "#d5b684"),
    "tiles": ("#c3d7cc", "#d3e2d9", "#e4eee8", "#6f9f8d", "#9dbdae"),
}
PALETTES = {  # of the demo photos: dark, middle, pale, accent
    "star": (GREEN, "#3f8472", "#dfe8dd", OCHRE),
    "rosette": ("#8d4a36", "#b9775c", "#f0dfd0", "#d9a55a"),
    "lattice": ("#234f66", "#47758b", "#e3eaea", "#c79a55"),
}


def pattern(name, cell, step, drop, line):
    """A 16:9 canvas covered with a cell, symmetrical about its centre, lit from one corner."""
    *colours, stroke = TONES[name]
    tones = [*(f'fill="{colour}"' for colour in colours), 'fill-opacity=".06" stroke="none"']
    body = "".join(path(shapes, tones[tone]) for tone, shapes in cell)
    across, down = (
        "".join(
            f'<use href="#{name}-{part}" {axis}="{size * k:g}"/>' for k in range(-n, n + 1) if k
        )
        for part, axis, size, n in (
            ("c", "x", step, 800 // step + 1),
            ("r", "y", drop, 450 // int(drop) + 1),
        )
    )
    return (
        f'<path fill="{colours[0]}" d="M0 0h1600v900H0z"/>'
        f'<g transform="translate(800 450)" stroke="{stroke}" stroke-width="{line}">'
        f'<g id="{name}-r"><g id="{name}-c">{body}</g>{across}</g>{down}</g>'
        '<path fill="url(#l)" d="M0 0h1600v900H0z"/>'
    )


def sheet(patterns):
    """All patterns in one file, one below the other: `patterns.svg#star` shows one of them."""
    parts = "".join(
        f'<view id="{name}" viewBox="0 {900 * place} 1600 900"/>'
        f'<svg y="{900 * place}" width="1600" height="900">{body}</svg>'
        for place, (name, body) in enumerate(patterns.items())
    )
    return svg(
        "0 0 1600 900",
        '<linearGradient id="l" x2="1" y2="1"><stop stop-color="#fff" stop-opacity=".06"/>'
        f'<stop offset="1" stop-opacity=".1"/></linearGradient>{parts}',
    )


def emblem(green, ochre):
    """Two woven squares, and within them eight seats about a table."""
    bands = woven_squares(105, 18, 4) + around(strap([(0, 51)], (67.5, 3), (112.5, -3), 12), 8)
    return svg(
        "-120 -120 240 240", path(bands, f'fill="{green}"') + path([star(31)], f'fill="{ochre}"')
    )


def band():
    """One repeat of the ribbon at the edges of the page: a star on a cord, a bead between."""
    cords = [[(x, -0.5), (x + 34, -0.5), (x + 34, 0.5), (x, 0.5)] for x in (-50, 16)]
    beads = moved([star(3, 2, 1)], -56, 0) + moved([star(3, 2, 1)], 56, 0)
    ring = [star(8), star(4.6, first=22.5)[::-1]]  # wound the other way, the inner one is a hole
    return svg("-56 -8 112 16", path([*ring, *cords, *beads], f'fill="{OCHRE}"'))


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
    for folder in (images / "cards", photos):
        folder.mkdir(parents=True, exist_ok=True)
    drawings = {
        "emblem": emblem(GREEN, OCHRE),
        "emblem-on-dark": emblem(CREAM, "#d3a058"),
        "band": band(),
        "favicon": icons.favicon(),
    }
    patterns = {}
    for name, cell, step, drop, line in (
        ("star", cell_star(400), 400, 400, 4),
        ("rosette", cell_rosette(560), 560, 560 * math.sqrt(3), 4),
        ("lattice", cell_lattice(320), 320, 320, 0),
        ("khatam", cell_khatam(400), 400, 400, 0),
        ("zigzag", cell_zigzag(400), 400, 400, 3),
        ("arches", cell_arches(320, 480), 320, 480, 5),
        ("tiles", cell_tiles(320), 320, 320, 4),
    ):
        patterns[name] = pattern(name, cell, step, drop, line)
        card(TONES[name], cell, step, drop, line).save(
            images / f"cards/{name}.jpg", quality=76, optimize=True, progressive=True
        )
    for name, text in (drawings | {"patterns": sheet(patterns)}).items():
        (images / f"{name}.svg").write_text(text, encoding="utf-8")
    icons.save(images)
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
