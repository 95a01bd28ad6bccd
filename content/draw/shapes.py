"""Geometry of the eight-pointed star (khatam: two squares, one turned by 45 degrees).

A shape is a list of points around the origin, y pointing down. A straight line is a pair: the
angle of its normal in degrees, its distance from the origin.
"""

import math
from itertools import pairwise

NOTCH = math.cos(math.pi / 4) / math.cos(math.pi / 8)  # inner radius of the khatam


def polar(radius, angle):
    """The point at this distance and angle."""
    return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))


def moved(shapes, dx, dy):
    """The shapes, shifted."""
    return [[(x + dx, y + dy) for x, y in shape] for shape in shapes]


def turned(shape, angle):
    """The shape, turned about the origin."""
    c, s = polar(1, angle)
    return [(c * x - s * y, s * x + c * y) for x, y in shape]


def mirrored(shape):
    """The shape, left and right exchanged, its points in reverse."""
    return [(-x, y) for x, y in reversed(shape)]


def around(shape, count):
    """So many copies of the shape, evenly turned about the origin."""
    return [turned(shape, 360 * k / count) for k in range(count)]


def star(radius, tips=8, inner=NOTCH, first=0):
    """A star, its first tip at this angle; with inner=1, a regular polygon."""
    return [
        polar(radius * (inner if k % 2 else 1), first + 180 * k / tips) for k in range(2 * tips)
    ]


def meet(one, two):
    """The point where two lines cross."""
    (a, d), (b, e) = one, two
    (ax, ay), (bx, by), det = polar(1, a), polar(1, b), math.sin(math.radians(b - a))
    return (d * by - e * ay) / det, (e * ax - d * bx) / det


def strap(lines, start, end, width):
    """A flat band along these lines, cut off at the lines start and end."""
    edges = [
        [start, *((angle, d + side * width / 2) for angle, d in lines), end] for side in (1, -1)
    ]
    outer, inner = ([meet(a, b) for a, b in pairwise(edge)] for edge in edges)
    return outer + inner[::-1]


def woven_squares(radius, width, gap):
    """The khatam as two interlaced bands: eight pieces, open where one dives."""
    a, clear = radius / math.sqrt(2), width / 2 + gap
    return around(strap([(0, a), (90, a)], (45, a + clear), (135, a - clear), width), 8)
