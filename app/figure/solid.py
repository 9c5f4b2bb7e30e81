"""Silhouettes of rounded solids: the hulls of ellipses and ellipsoids, as convex polygons."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform

from app.body.vectors import Vec3
from app.figure.view import View


def _directions(count: int) -> list[tuple[float, float]]:
    # The same orientation as the outlines of parts, so that both can be filled as one.
    return [(math.cos(a), -math.sin(a)) for a in (math.tau * i / count for i in range(count))]


_ROUND, _FINE_ROUND, _SMALL_ROUND = _directions(24), _directions(64), _directions(16)
#: Solids are made for leans in steps; this many to a radian.
_STEPS = 128


class Oval(NamedTuple):
    """An ellipse or ellipsoid in the picture: its middle and its half axes.

    The axes need not be at right angles in the picture; a flat ellipse has two.
    """

    x: float
    y: float
    ax: float
    ay: float
    bx: float
    by: float
    cx: float = 0.0
    cy: float = 0.0


def round_oval(x: float, y: float, radius: float) -> Oval:
    """Return a ball in the picture."""
    return Oval(x, y, radius, 0.0, 0.0, radius)


def enclosing(ovals: Sequence[Oval], *, fine: bool = False, small: bool = False) -> QPolygonF:
    """Return the outline of the smallest convex solid that holds all the ovals.

    In a large picture it is `fine`, so that no corners are seen; a `small` solid needs fewer.
    """
    points: list[QPointF] = []
    for c, s in _FINE_ROUND if fine else _SMALL_ROUND if small else _ROUND:
        best = -math.inf
        at_x = at_y = 0.0
        for x, y, ax, ay, bx, by, cx, cy in ovals:
            a, b, d = ax * c + ay * s, bx * c + by * s, cx * c + cy * s
            # How far the oval reaches in this direction.
            reach = math.sqrt(a * a + b * b + d * d)
            far = x * c + y * s + reach
            if far > best:
                best, share = far, 1 / (reach or 1.0)
                at_x = x + (ax * a + bx * b + cx * d) * share
                at_y = y + (ay * a + by * b + cy * d) * share
        points.append(QPointF(at_x, at_y))
    return QPolygonF(points)


def placed(
    make: Callable[[float, float, float, bool], tuple[QPolygonF, ...]],
    lean: float,
    at: Vec3,
    size: float,
    view: View,
) -> list[QPolygonF]:
    """Return a solid's shapes in pixels.

    Args:
        make: makes it in statures, from its lean (rad), how far ahead and aside lie across the
            screen, and whether the picture is large; it caches the result.
        lean: how far it leans forward, rad.
        at: its origin, m.
        size: pixels for a stature.
        view: where it is seen from.
    """
    step = round(lean * _STEPS) / _STEPS
    shapes = make(step, view.ahead, view.aside, view.is_fine(size))
    # The rest of a step is turned in the picture, so that nothing moves in steps.
    rest = (lean - step) * view.ahead
    place = QTransform(size, rest * size, -rest * size, size, *view.place(at))
    return [place.map(shape) for shape in shapes]
