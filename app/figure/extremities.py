"""Feet and hands as solids, which keep their shape from every side."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QPolygonF, QTransform

from app.body.vectors import Vec3, between
from app.figure import anatomy
from app.figure.solid import Oval, enclosing
from app.figure.view import View

#: Feet and hands are cached for directions rounded to this many steps.
_STEPS = 256


def foot_shapes(
    side: str, heel: Vec3, toe: Vec3, size: float, view: View, part: str = ""
) -> list[QPolygonF]:
    """Return a foot between the ends of its sole, m; `size` is pixels for a stature."""
    length = math.dist(heel, toe) or 1.0
    ahead = [round((t - h) / length * _STEPS) for h, t in zip(heel, toe, strict=True)]
    share = round(length * view.scale / size * _STEPS)
    inward = -1 if side == "right" else 1
    seen = view.ahead, view.aside, view.nearer_x, view.nearer_z, view.is_fine(size)
    shapes = _foot(part, *ahead, share, inward, *seen)
    x, y = view.place(heel)
    # What is nearer than the ankle appears lower on the floor, what is farther away higher.
    ankle = between(heel, toe, anatomy.ANKLE[0])
    nearer = (view.depth(heel) - view.depth(ankle)) * view.scale
    drop = anatomy.FLOOR_TILT * abs(view.aside) * nearer
    place = QTransform(size, 0, 0, size, x, y + drop)
    return [place.map(shape) for shape in shapes]


def foot_part(part: str, side: str, heel: Vec3, toe: Vec3, size: float, view: View) -> QPolygonF:
    """Return the "heels" or the "toes" of a foot, with the sole below."""
    (shape,) = foot_shapes(side, heel, toe, size, view, part)
    return shape


@lru_cache(maxsize=192)
def _foot(
    part: str, x: int, y: int, z: int, share: int, inward: int,
    across_x: float, across_z: float, near_x: float, near_z: float, fine: bool,
) -> tuple[QPolygonF, ...]:  # fmt: skip
    """Return a foot's heel and ankle, its length, and its sole, seen from the heel, in statures.

    Args:
        part: its "heels" or its "toes" alone; the whole foot without.
        x, y, z: the direction of the sole, of length `_STEPS`.
        share: the sole's length in statures, times `_STEPS`.
        inward: 1 where the big toe is on the person's right.
        across_x, across_z: how far ahead and right lie across the screen.
        near_x, near_z: how much nearer they are.
        fine: for a large picture.
    """
    tilt = anatomy.FLOOR_TILT * abs(across_z)

    def seen(way: tuple[float, float, float]) -> tuple[float, float]:
        forward, rise, aside = way
        nearer = forward * near_x + aside * near_z
        across = forward * across_x + aside * across_z
        return across, -rise + tilt * nearer

    x1, y1, z1 = x / _STEPS, y / _STEPS, z / _STEPS
    flat = math.hypot(x1, z1) or 1.0
    along = seen((x1, y1, z1))
    up = seen((-y1 * x1 / flat, flat, -y1 * z1 / flat))
    right = seen((-z1 / flat, 0.0, x1 / flat))

    def oval(solid: tuple[float, ...]) -> Oval:
        at, above, a, b, c, to_toe = solid
        at, to_toe = at * share / _STEPS, to_toe * inward
        return Oval(
            at * along[0] + above * up[0] + to_toe * right[0],
            at * along[1] + above * up[1] + to_toe * right[1],
            a * along[0], a * along[1], b * up[0], b * up[1], c * right[0], c * right[1],
        )  # fmt: skip

    if part:
        solids = anatomy.FOOT_PARTS[part]
        return (enclosing([oval(solid) for solid in solids], fine=fine, small=True),)
    heel, ankle, instep, ball, toes = (
        oval(solid)
        for solid in (anatomy.HEEL, anatomy.ANKLE, anatomy.INSTEP, anatomy.BALL, anatomy.TOES)
    )
    return (
        enclosing([heel, ankle, instep], fine=fine, small=True),
        enclosing([heel, instep, ball, toes], fine=fine, small=True),
        enclosing([oval(solid) for solid in anatomy.SOLE], fine=fine, small=True),
    )


def hand_shapes(
    side: str, wrist: Vec3, tip: Vec3, size: float, view: View, *, fist: bool
) -> list[QPolygonF]:
    """Return a hand between wrist and finger tips, m: open, or closed around something."""
    length = math.dist(wrist, tip) or 1.0
    down = [round((t - w) / length * _STEPS) for w, t in zip(wrist, tip, strict=True)]
    share = round(length * view.scale / size * _STEPS)
    inward = 1 if side == "right" else -1
    shapes = _hand(*down, share, inward, view.ahead, view.aside, fist, view.is_fine(size))
    place = QTransform(size, 0, 0, size, *view.place(wrist))
    return [place.map(shape) for shape in shapes]


@lru_cache(maxsize=384)
def _hand(
    x: int, y: int, z: int, share: int, inward: int, ahead: float, aside: float,
    fist: bool, fine: bool,
) -> tuple[QPolygonF, QPolygonF]:  # fmt: skip
    """Return palm and fingers, and the thumb, seen from the wrist, in statures.

    Args:
        x, y, z: the direction of the fingers, of length `_STEPS`.
        share: the hand's length in statures, times `_STEPS`.
        inward: 1 for a right hand, whose palm looks to the left when the arm hangs; else -1.
        ahead, aside: how far these directions lie across the screen.
        fist: whether it is closed.
        fine: for a large picture.
    """
    along = dx, dy, dz = x / _STEPS, y / _STEPS, z / _STEPS
    # The thumb lies in front when the arm hangs, and on top when it reaches out.
    tx, ty, tz = -dy - 0.25 * dy * dx, dx + 0.25 * (1 - dy * dy), -0.25 * dy * dz
    length = math.hypot(tx, ty, tz) or 1.0
    tx, ty, tz = tx / length, ty / length, tz / length
    px, py, pz = (ty * dz - tz * dy) * inward, (tz * dx - tx * dz) * inward, tx * dy - ty * dx
    pz *= inward
    # A relaxed hand shows a little of its back to a viewer in front.
    sin, cos = anatomy.PRONATED, math.sqrt(1 - anatomy.PRONATED**2)
    thumb = tx * cos + px * sin, ty * cos + py * sin, tz * cos + pz * sin
    palm = px * cos - tx * sin, py * cos - ty * sin, pz * cos - tz * sin
    axes = [(way[0] * ahead + way[2] * aside, -way[1]) for way in (along, thumb, palm)]

    def ovals(*solids: tuple[float, ...]) -> list[Oval]:
        found = []
        for at, to_thumb, out, *reaches in solids:
            places = at * share / _STEPS, to_thumb, out
            middle = [
                sum(p * axis[i] for p, axis in zip(places, axes, strict=True)) for i in (0, 1)
            ]
            halves = [r * part for r, axis in zip(reaches, axes, strict=True) for part in axis]
            found.append(Oval(*middle, *halves))
        return found

    fingers = anatomy.WRIST, anatomy.PALM, anatomy.FINGERS, anatomy.TIPS
    parts = (
        ((anatomy.WRIST, anatomy.FIST), anatomy.FIST_THUMB) if fist else (fingers, anatomy.THUMB)
    )
    return enclosing(ovals(*parts[0]), fine=fine, small=True), enclosing(
        ovals(*parts[1]), fine=fine, small=True
    )
