"""One repeat of each pattern: a list of (tone, shapes) from back to front.

The tones are places in the palette; 4 is a veil of shade.
"""

import math

from shapes import NOTCH, around, meet, mirrored, moved, polar, star, strap, turned, woven_squares


def cell_star(s):
    """Eight-pointed stars touching at the tips, pointed crosses between."""
    corner = moved([star(s / 2)[:4]], -s / 2, -s / 2)[0]
    cross = [point for k in range(4) for point in turned(corner, -90 * k)]
    return [
        (2, [star(s / 2)]),
        (1, [star(s * 0.38)]),
        (2, [star(s * 0.27, first=22.5)]),
        (3, [star(s * 0.14)]),
        *(
            (tone, moved([shape], s / 2, s / 2))
            for tone, shape in ((0, cross), (1, star(s * 0.2)), (2, star(s * 0.07, 2, 1)))
        ),
    ]


def cell_rosette(s, tips=12):
    """Rosettes of twelve petals in staggered rows, three-armed tiles between."""
    half, r, t = 180 / tips, s / 2, s * 0.29
    fork = polar(t, half)  # where two petals part
    flank = (45, r / math.sqrt(2))  # from the tip, 45 degrees off the axis
    shoulder, hollow = meet(flank, (90, fork[1])), meet(flank, (90 + half, 0))
    notch = fork[0] - fork[1] / math.tan(math.radians(2 * half))
    low, side = ((x, -y) for x, y in (shoulder, fork))
    petal = [(r, 0), shoulder, fork, (notch, 0), side, low]
    kite = [fork, shoulder, hollow, *turned([low], 2 * half)]
    flower = [
        (2, around(petal, tips)),
        (1, around(kite, tips)),
        (0, [star(t, tips, notch / t, half)]),
        (3, [star(s * 0.1, tips, 0.72)]),
    ]
    rise = s / math.sqrt(12)  # from a row to the centre of the nearest triangle
    return [
        *flower,
        *((tone, moved(shapes, s / 2, 3 * rise)) for tone, shapes in flower),
        *(
            (3, moved([star(s * 0.055, 3, 0.5, 30 * sign)], x, y * rise))
            for x, y, sign in ((0, 2, -1), (0, -2, 1), (s / 2, 1, 1), (s / 2, -1, -1))
        ),
    ]


def cell_lattice(s):
    """A net of interlaced octagons, a star in each."""
    band, gap, a = s * 0.065, s * 0.016, s * 0.62
    cross, clear = a - s / math.sqrt(2), band / 2 + gap
    ring = strap([(45, a), (90, a), (135, a)], (-45, cross - clear), (45, cross + clear), band)
    bar = [(0.5 * s, 0.29 * s), (0.56 * s, 0.23 * s), (0.56 * s, -0.23 * s)]
    bar += [(s - x, -y) for x, y in bar]
    return [
        (1, [bar, turned(bar, 90), star(s * 0.27)]),
        (0, [star(s * 0.2, first=22.5)]),
        (3, [star(s * 0.11)]),
        (3, moved([star(s * 0.065, 2, 1)], s / 2, s / 2)),
        (2, around(ring, 4)),
    ]


def cell_khatam(s):
    """Stars woven of two bands, small stars in the gaps."""
    band, r = s * 0.068, s * (0.5 - 0.068 / math.sqrt(2))
    return [
        (1, [star(r * 0.6, 4, 1, 22.5)]),
        (0, [star(r * 0.52)]),
        (2, [star(r * 0.34, first=22.5)]),
        (3, [star(r * 0.24)]),
        (2, woven_squares(r, band, s * 0.016)),
        (1, moved([star(s * 0.19)], s / 2, s / 2)),
        (2, moved([star(s * 0.1)], s / 2, s / 2)),
    ]


def cell_zigzag(s):
    """Folded chevron bands, the broad one set with lozenges."""

    def leg(top, height):
        return [
            (0, top * s),
            (s / 2, (0.5 + top) * s),
            (s / 2, (0.5 + top + height) * s),
            (0, (top + height) * s),
        ]

    bands = (
        (0, 0, 0.38),
        (2, 0.38, 0.06),
        (1, 0.44, 0.22),
        (3, 0.66, 0.06),
        (1, 0.72, 0.22),
        (2, 0.94, 0.06),
    )
    spots = [(x * s, (0.19 + abs(x)) * s) for x in (-0.375, -0.125, 0.125, 0.375)]
    gems, hearts = (
        [moved([star(s * size, 2, 1)], *spot)[0] for spot in spots] for size in (0.1, 0.045)
    )
    return [
        *((tone, [leg(top, height), mirrored(leg(top, height))]) for tone, top, height in bands),
        (2, gems),
        (3, hearts),
        (4, [leg(0, 1)]),
    ]


def cell_arches(w, h):
    """The net of steps and shoulders (darj w ktaf) known from minarets."""

    def curve(a, b, c):
        return [
            tuple(
                (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t * t * r
                for p, q, r in zip(a, b, c, strict=True)
            )
            for t in (k / 8 for k in range(9))
        ]

    arch = [
        (-0.5, 0),
        (-0.5, -0.08),
        *curve((-0.42, -0.08), (-0.42, -0.27), (-0.22, -0.3)),
        (-0.16, -0.3),
        *curve((-0.16, -0.36), (-0.14, -0.42), (0, -0.5)),
    ]
    arch = [(x * w, y * h) for x, y in arch]
    below = moved([arch[::-1]], w / 2, h / 2)[0]
    cell = arch + mirrored(arch) + below + mirrored(below)
    inner = [(x * 0.62, y * 0.62) for x, y in cell if y < h / 2]
    nest = [(0, [cell]), (1, [inner]), (2, [star(w * 0.15)]), (3, [star(w * 0.09)])]
    return nest + [(tone, moved(shapes, w / 2, h / 2)) for tone, shapes in nest]


def cell_tiles(s):
    """Small stars joined by long hexagons, a large star in each court."""
    r, (x, y) = s * 0.3, polar(s * 0.3, 22.5)
    bar = [(r * NOTCH, 0), (x, y), (s - x, y), (s - r * NOTCH, 0), (s - x, -y), (x, -y)]
    return [
        (1, [bar, turned(bar, 90)]),
        (3, [star(r, first=22.5)]),
        (2, [star(r * 0.5, first=22.5)]),
        *(
            (tone, moved([shape], s / 2, s / 2))
            for tone, shape in (
                (2, star(s * 0.3)),
                (1, star(s * 0.2, first=22.5)),
                (2, star(s * 0.1)),
            )
        ),
    ]
