"""Limbs as tapered outlines with round ends, in pixels, with a cache."""

from __future__ import annotations

import math
from copy import copy
from functools import lru_cache

from PySide6.QtGui import QPolygonF, QTransform

from app.body.vectors import Vec3
from app.figure.outline import FINE_HALF_ROUND, HALF_ROUND, Slice, cap, polygon, smooth
from app.figure.view import View

#: Outlines of limbs are cached for lengths in whole steps, none shorter than this; in units.
_STEP, _SHORTEST = 0.001, 0.008


#: Where the light goes on the screen: down, and to the right.
_LIGHT_X, _LIGHT_Y = 0.78, 0.62
#: How much of a limb's width lies in its own shade at most, and in how many steps it changes.
_SHADED, _SHADES = 0.36, 12
#: How round the cut end of a sleeve is, as a share of a half circle.
_CUT = 0.16


def _quarter(steps: int) -> list[tuple[float, float]]:
    return [(math.cos(a), math.sin(a)) for a in (math.pi / 2 * i / steps for i in range(1, steps))]


_QUARTER, _FINE_QUARTER = _quarter(5), _quarter(13)


class Profile:
    """A limb's slices, `along` in shares of its length; one object for each limb.

    Attributes:
        slices: from the upper end to the lower one.
        fine: the same for large pictures.
        cut: whether the lower end is cut straight, as that of a sleeve is, and not round.
        rooted: whether the upper end is round.
    """

    __slots__ = ("cut", "fine", "rooted", "slices")

    def __init__(self, slices: list[Slice], *, cut: bool = False, rooted: bool = True) -> None:
        spans = len(slices) - 1
        self.slices, self.fine = (smooth(slices, spans * count + 1) for count in (2, 5))
        self.cut, self.rooted = cut, rooted

    def below(self, along: float) -> Profile:
        """Return its lower part, which begins round and just above this share of its length."""
        part = copy(self)
        part.slices, part.fine = (
            drawn[max(i for i, piece in enumerate(drawn) if piece.along <= along) :]
            for drawn in (self.slices, self.fine)
        )
        return part


def limb_outline(start: Vec3, end: Vec3, profile: Profile, size: float, view: View) -> QPolygonF:
    """Return a limb from its upper to its lower end, m, in pixels.

    `size` is pixels for one unit of the profile; the view decides how front and width appear.
    """
    steps, place = _limb_place(start, end, size, view)
    return place.map(_upright_limb(profile, steps, view.ahead, abs(view.aside), view.is_fine(size)))


def limb_layers(
    start: Vec3, end: Vec3, profiles: tuple[Profile, ...], size: float, view: View
) -> list[QPolygonF]:
    """Return several profiles of one limb, each followed by what lies in its own shade.

    The light is above. A hem, which is cut at both ends, has no shade.
    """
    steps, place = _limb_place(start, end, size, view)
    # How much the local x axis turns away from the light.
    turned = round((place.m11() * _LIGHT_X + place.m12() * _LIGHT_Y) / size * _SHADES)
    seen = steps, view.ahead, abs(view.aside), view.is_fine(size)
    return [place.map(shape) for shape in _upright_layers(profiles, *seen, turned)]


def limb_roots(
    start: Vec3, end: Vec3, profile: Profile, size: float, view: View, until: float
) -> list[QPolygonF]:
    """Return upper ends of the limb, from one that reaches `until` (0..1) to the shortest."""
    steps, place = _limb_place(start, end, size, view)
    roots = _upright_roots(profile, steps, view.ahead, abs(view.aside), view.is_fine(size), until)
    return [place.map(root) for root in roots]


def _limb_place(start: Vec3, end: Vec3, size: float, view: View) -> tuple[int, QTransform]:
    """Return how many steps long a limb is, and the transform of one hanging from the origin."""
    (x, y), (end_x, end_y) = view.place(start), view.place(end)
    dx, dy = end_x - x, end_y - y
    length = math.hypot(dx, dy)
    # A limb that points at the viewer has no direction, so it is drawn a little longer.
    down_x, down_y = (dx / length * size, dy / length * size) if length else (0.0, size)
    length = max(length / size, _SHORTEST)
    steps = round(length / _STEP)
    stretch = length / (steps * _STEP)
    # The outline's y axis points down the limb, its x axis to the front.
    return steps, QTransform(down_y, -down_x, down_x * stretch, down_y * stretch, x, y)


@lru_cache(maxsize=1024)
def _upright_limb(
    profile: Profile, steps: int, ahead: float, aside: float, fine: bool
) -> QPolygonF:
    """Return a limb hanging from the origin, `steps` long, y down and the front to +x, in units.

    Outlines are cached for lengths in steps; one in between is stretched by so little that its ends
    stay round.
    """
    front, back = _edges(profile, steps, ahead, aside, fine)
    return polygon([*front, *back[::-1]])


@lru_cache(maxsize=1024)
def _upright_layers(
    profiles: tuple[Profile, ...], steps: int, ahead: float, aside: float, fine: bool, step: int
) -> list[QPolygonF]:
    """Return several profiles of the same limb with their shades."""
    layers = []
    for profile in profiles:
        layers.append(_upright_limb(profile, steps, ahead, aside, fine))
        if profile.rooted:
            layers.append(_upright_shade(profile, steps, ahead, aside, fine, step))
    return layers


def _upright_shade(
    profile: Profile, steps: int, ahead: float, aside: float, fine: bool, step: int
) -> QPolygonF:
    """Return the shaded part of the same limb, on its +x side where `step` is positive."""
    edge, other = _edges(profile, steps, ahead, aside, fine)
    if step < 0:
        edge, other = other, edge
    share = _SHADED * abs(step) / _SHADES
    inner = [(a + (b - a) * share, y) for (a, y), (b, _) in zip(edge, other, strict=True)]
    # Straight on into the round ends, where the next limb goes on with it.
    ends = len(_FINE_QUARTER if fine else _QUARTER)
    side = min if step > 0 else max
    for index, last in (
        *((i, ends) for i in range(ends)),
        *((-1 - i, -1 - ends) for i in range(ends)),
    ):
        inner[index] = side(inner[last][0], edge[index][0]), inner[index][1]
    return polygon([*edge, *inner[::-1]])


@lru_cache(maxsize=256)
def _upright_roots(
    profile: Profile, steps: int, ahead: float, aside: float, fine: bool, until: float
) -> list[QPolygonF]:
    """Return the upper ends of a limb, the longest first; the same otherwise."""
    front, back = _sides(profile.fine, steps * _STEP, ahead, aside)
    upper = cap(back[0], front[0], FINE_HALF_ROUND if fine else HALF_ROUND)
    reach = sum(piece.along <= until for piece in profile.fine)
    every = 1 if fine else 2
    return [
        polygon([*front[:count], *back[:count][::-1], *upper]) for count in range(reach, 1, -every)
    ]


def _edges(
    profile: Profile, steps: int, ahead: float, aside: float, fine: bool
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return both edges with the halves of their ends, so that joints stay round when bent."""
    slices = profile.fine if fine else profile.slices
    front, back = _sides(slices, steps * _STEP, ahead, aside)
    quarter = _FINE_QUARTER if fine else _QUARTER
    upper, lower = 1.0 if profile.rooted else -_CUT, _CUT if profile.cut else 1.0
    ends = []
    for at, way in ((0, -upper), (-1, lower)):
        (x, y), (other, _) = front[at], back[at]
        middle, half = (x + other) / 2, (x - other) / 2
        ends.append([(middle, half * c, y + half * s * way) for c, s in quarter])
    above, below = ends[0][::-1], ends[1]
    return tuple(
        [
            *((middle + side * half, y) for middle, half, y in above),
            *edge,
            *((middle + side * half, y) for middle, half, y in below),
        ]
        for edge, side in ((front, 1), (back, -1))
    )  # type: ignore[return-value]


def _sides(
    slices: list[Slice], length: float, ahead: float, aside: float
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    front: list[tuple[float, float]] = []
    back: list[tuple[float, float]] = []
    for along, forward, backward, breadth in slices:
        plus, minus = (forward, backward) if ahead >= 0 else (backward, forward)
        turned = breadth * aside
        front.append((math.hypot(plus * ahead, turned), along * length))
        back.append((-math.hypot(minus * ahead, turned), along * length))
    return front, back
