"""Feet and hands as solids: seen from every side they keep their shape."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QPolygonF, QTransform

from app.body.vectors import Vec3, between
from app.figure import anatomy
from app.figure.outline import LARGE
from app.figure.solid import Oval, enclosing
from app.figure.view import View

#: Feet are kept for directions rounded to one of so many steps.
_STEPS = 1024


def foot_shapes(side: str, heel: Vec3, toe: Vec3, size: float, view: View) -> list[QPolygonF]:
    """Return a foot between the ends of its sole, m; `size` is pixels for a stature."""
    length = math.dist(heel, toe) or 1.0
    ahead = [round((t - h) / length * _STEPS) for h, t in zip(heel, toe, strict=True)]
    share = round(length * view.scale / size * _STEPS)
    inward = -1 if side == "right" else 1
    towards = view.depth(Vec3(1, 0, 0)), view.depth(Vec3(0, 0, 1))
    shapes = _foot(*ahead, share, inward, view.ahead, view.aside, *towards, size > LARGE)
    at = view.point(heel)
    # What is nearer than the ankle lies lower on the floor, what is farther higher.
    ankle = between(heel, toe, anatomy.ANKLE[0])
    drop = anatomy.FLOOR_TILT * (view.depth(heel) - view.depth(ankle)) * view.scale
    place = QTransform(size, 0, 0, size, at.x(), at.y() + drop)
    return [place.map(shape) for shape in shapes]


@lru_cache(maxsize=512)
def _foot(
    x: int, y: int, z: int, share: int, inward: int,
    across_x: float, across_z: float, near_x: float, near_z: float, fine: bool,
) -> tuple[QPolygonF, QPolygonF]:  # fmt: skip
    """Return a foot's heel and ankle, and its sole, seen from the heel, in statures.

    Args:
        x, y, z: the direction of the sole, of length `_STEPS`.
        share: the sole's length in statures, times `_STEPS`.
        inward: 1 where the big toe is on the person's right.
        across_x, across_z: how far ahead and right lie across the screen.
        near_x, near_z: how much nearer they are.
        fine: for a large picture.
    """

    def seen(way: tuple[float, float, float]) -> tuple[float, float]:
        forward, rise, aside = way
        nearer = forward * near_x + aside * near_z
        across = forward * across_x + aside * across_z
        return across, -rise + anatomy.FLOOR_TILT * nearer

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

    heel, ankle, instep, ball, toes = (
        oval(solid)
        for solid in (anatomy.HEEL, anatomy.ANKLE, anatomy.INSTEP, anatomy.BALL, anatomy.TOES)
    )
    back = enclosing([heel, ankle, instep], fine=fine)
    return back, enclosing([heel, instep, ball, toes], fine=fine)


def hand_shapes(
    side: str, wrist: Vec3, tip: Vec3, size: float, view: View, *, fist: bool
) -> list[QPolygonF]:
    """Return a hand between wrist and finger tips, m: open, or closed around something."""
    dx, dy, dz = tip.x - wrist.x, tip.y - wrist.y, tip.z - wrist.z
    length = math.sqrt(dx * dx + dy * dy + dz * dz) or 1.0
    dx, dy, dz = dx / length, dy / length, dz / length
    # The thumb lies in front when the arm hangs, and on top when it reaches out.
    tx, ty, tz = -dy - 0.25 * dy * dx, dx + 0.25 * (1 - dy * dy), -0.25 * dy * dz
    long = math.sqrt(tx * tx + ty * ty + tz * tz) or 1.0
    tx, ty, tz = tx / long, ty / long, tz / long
    out = 1 if side == "right" else -1  # the palm looks inward
    px, py, pz = (dy * tz - dz * ty) * -out, (dz * tx - dx * tz) * -out, (dx * ty - dy * tx) * -out
    ahead, aside = view.ahead * size, view.aside * size
    along_x, along_y = dx * ahead + dz * aside, -dy * size
    thumb_x, thumb_y = tx * ahead + tz * aside, -ty * size
    palm_x, palm_y = px * ahead + pz * aside, -py * size
    start, share = view.point(wrist), length * view.scale / size
    x, y = start.x(), start.y()

    def oval(solid: tuple[float, ...]) -> Oval:
        at, thumb, palm, a, b, c = solid
        at *= share
        return Oval(
            x + at * along_x + thumb * thumb_x + palm * palm_x,
            y + at * along_y + thumb * thumb_y + palm * palm_y,
            a * along_x, a * along_y, b * thumb_x, b * thumb_y, c * palm_x, c * palm_y,
        )  # fmt: skip

    fine = size > LARGE
    if fist:
        root, top = (oval(solid) for solid in anatomy.FIST_THUMB)
        closed = enclosing([oval(anatomy.WRIST), oval(anatomy.FIST)], fine=fine)
        return [closed, enclosing([root, top], fine=fine)]
    palm = [oval(s) for s in (anatomy.WRIST, anatomy.PALM, anatomy.FINGERS, anatomy.TIPS)]
    thumb = [oval(s) for s in (anatomy.THUMB_ROOT, anatomy.THUMB_TIP)]
    return [enclosing(palm, fine=fine), enclosing(thumb, fine=fine)]


