"""The icons of the site: one star in the sizes that browsers, telephones and searches ask for.

A drawing is a list of (radius, angle of the first tip, colour) from back to front, as in an SVG
of 240 by 240 about the origin.
"""

from PIL import Image, ImageDraw
from shapes import star
from svg import path, svg

GREEN, OCHRE, CREAM = "#0b5d4b", "#c08a3e", "#f5efe3"
STAR = [(118, 0, GREEN), (78, 0, CREAM), (54, 22.5, OCHRE)]
#: In a dark row of tabs the green of the first would not be seen.
DARK = {GREEN: "#7fcab2", CREAM: "#0b2a22", OCHRE: "#e3ba7c"}
FINER = 8  # drawn so many times larger, then reduced: Pillow's polygons have no soft edges


def favicon():
    """The star as SVG, which browsers take where they can; it follows the colours of the system."""
    names = "abc"
    light = "".join(f".{name}{{fill:{tone}}}" for name, (*_, tone) in zip(names, STAR, strict=True))
    dark = "".join(
        f".{name}{{fill:{DARK[tone]}}}" for name, (*_, tone) in zip(names, STAR, strict=True)
    )
    stars = "".join(
        path([star(radius, first=first)], f'class="{name}"')
        for name, (radius, first, _tone) in zip(names, STAR, strict=True)
    )
    style = f"<style>{light}@media(prefers-color-scheme:dark){{{dark}}}</style>"
    return svg("-120 -120 240 240", style + stars)


def picture(size, part=1.0, ground=None):
    """The star as pixels, as wide as this part of the picture; see-through without a ground."""
    wide = size * FINER
    image = Image.new("RGBA", (wide, wide), ground or CREAM + "00")
    draw = ImageDraw.Draw(image)
    scale = wide / 240 * part
    for radius, first, tone in STAR:
        points = star(radius * scale, first=first)
        draw.polygon([(x + wide / 2, y + wide / 2) for x, y in points], tone)
    reduced = image.reduce(FINER)
    return reduced.convert("RGB") if ground else reduced


def save(folder):
    """Write every icon that is not an SVG."""
    sizes = [picture(size) for size in (16, 32, 48)]
    sizes[-1].save(
        folder / "favicon.ico", sizes=[image.size for image in sizes], append_images=sizes[:-1]
    )
    for name, image in {
        "icon-192": picture(192),
        "icon-512": picture(512),
        "icon-maskable-512": picture(512, 0.72, CREAM),  # a circle of 80 % is left of it
        "apple-touch-icon": picture(180, 0.84, CREAM),  # iOS makes black of what is see-through
    }.items():
        image.quantize(64).save(folder / f"{name}.png", optimize=True)
