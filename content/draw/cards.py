"""Draw the cards that messengers show beside a shared link: a pattern, and on it the emblem above
the names of the association. JPEG, as not every messenger reads the others.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features
from shapes import around, moved, star, strap, woven_squares

WIDTH, HEIGHT = 1200, 630  # px, as Open Graph asks
FINE = 2  # drawn so many times larger, then reduced: smooth edges
GREEN, OCHRE, CREAM = "#0b5d4b", "#c08a3e", "#fbf7ee"
INK, SOFT = "#07483a", "#52605a"
PANEL = (170, 80, 1030, 550)
FONTS = Path("static/fonts")
SPACE = 0.28  # between words, of the size: the fonts of the site hold no Arabic space
LINES = (  # text, font, size, direction, colour, height of its baseline
    ("الجمعية المغربية", "plex-arabic-700", 52, "rtl", INK, 322),
    ("لرؤساء مجالس العمالات والأقاليم", "plex-arabic-700", 52, "rtl", INK, 394),
    ("Association marocaine des présidents", "plex-latin-400", 29, "ltr", SOFT, 466),
    ("des conseils préfectoraux et provinciaux", "plex-latin-400", 29, "ltr", SOFT, 507),
)


def card(palette, cell, step, drop, line):
    """A card on a pattern, which is described as for ``pattern()`` and drawn half as large."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), palette[0])
    draw = ImageDraw.Draw(image)
    cover(draw, palette, cell, step, drop, line)
    for inset, width, fill in ((0, 3, CREAM), (10, 1, None)):
        left, top, right, bottom = (n * FINE for n in PANEL)
        box = [left + inset * FINE, top + inset * FINE, right - inset * FINE, bottom - inset * FINE]
        draw.rectangle(box, fill, OCHRE, width * FINE)
    emblem(draw, WIDTH / 2, 182, 0.68)
    write(draw)
    return image.reduce(FINE)


def cover(draw, palette, cell, step, drop, line):  # noqa: PLR0913, PLR0917
    """The pattern, symmetrical about the centre; its veil of shade is left out."""
    *tones, stroke = palette
    rows, columns = HEIGHT // int(drop) + 2, WIDTH // step + 2
    for y, x in ((y, x) for y in range(-rows, rows + 1) for x in range(-columns, columns + 1)):
        for tone, shapes in (layer for layer in cell if layer[0] < len(tones)):
            for shape in moved(shapes, x * step + WIDTH, y * drop + HEIGHT):
                draw.polygon(shape, tones[tone])
                if line:
                    draw.line([*shape, *shape[:2]], stroke, line, "curve")


def emblem(draw, x, y, scale):
    """The emblem of ``emblem()`` in ``__main__``, about a point."""
    bands = woven_squares(105, 18, 4) + around(strap([(0, 51)], (67.5, 3), (112.5, -3), 12), 8)
    for shapes, colour in ((bands, GREEN), ([star(31)], OCHRE)):
        for shape in shapes:
            points = [((x + a * scale) * FINE, (y + b * scale) * FINE) for a, b in shape]
            draw.polygon(points, colour)


def write(draw):
    """The names; without Raqm the Arabic letters would stand apart and backwards."""
    if not features.check("raqm"):
        raise SystemExit("Pillow cannot join Arabic letters here: it lacks Raqm.")
    for text, name, size, direction, colour, baseline in LINES:
        font = ImageFont.truetype(FONTS / f"{name}.woff2", size * FINE)
        words = text.split()[:: -1 if direction == "rtl" else 1]
        widths = [font.getlength(word, direction=direction) for word in words]
        gap = SPACE * size * FINE
        x = WIDTH * FINE / 2 - (sum(widths) + gap * (len(words) - 1)) / 2
        for word, width in zip(words, widths, strict=True):
            draw.text((x, baseline * FINE), word, colour, font, anchor="ls", direction=direction)
            x += width + gap
