"""Outlines of body parts as polygons in pixels.

A part is a row of slices along an axis. Each slice is an ellipse with its own depth to the
front and to the back and its own half breadth, so that the part has a silhouette from every
side. Filled polygons paint several times faster than paths.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from app.figure.view import View

#: The shade of a part is whole up to its last 1/`_FADES`.
_FADES = 2.2
#: Pixels, of which a sharp screen has two for one.
_SMALL_DISC, _LARGE_DISC = 4, 20


def _half_round(steps: int) -> list[tuple[float, float]]:
    return [(math.cos(a), math.sin(a)) for a in (math.pi * i / steps for i in range(1, steps))]


HALF_ROUND, FINE_HALF_ROUND = _half_round(8), _half_round(24)


class Slice(NamedTuple):
    """A slice of a part: distance along its axis and its extents, all in the same unit."""

    along: float
    front: float
    back: float
    breadth: float


def smooth(slices: list[Slice], count: int) -> list[Slice]:
    """Return `count` slices along a smooth curve through the given ones."""
    rows = zip(*slices, strict=True)
    return [
        Slice(*row) for row in zip(*(catmull_rom(list(row), count) for row in rows), strict=True)
    ]


def catmull_rom(values: list[float], count: int) -> list[float]:
    """Return `count` values along a Catmull-Rom curve through the given ones."""
    return [
        a * values[i] + b * values[j] + c * values[k] + d * values[m]
        for i, j, k, m, a, b, c, d in _catmull_rom(len(values), count)
    ]


@lru_cache(maxsize=32)
def _catmull_rom(
    given: int, count: int
) -> list[tuple[int, int, int, int, float, float, float, float]]:
    """Return for each value of a curve the four given ones it depends on, and their weights."""
    spans = given - 1
    rows = []
    for index in range(count):
        where = index * spans / (count - 1)
        i = min(int(where), spans - 1)
        u = where - i
        before, after = i - 1 if i else 0, min(i + 2, spans)
        a, b = 0.5 * u * (u * (2 - u) - 1), 1 + 0.5 * u * u * (3 * u - 5)
        c, d = 0.5 * u * (1 + u * (4 - 3 * u)), 0.5 * u * u * (u - 1)
        rows.append((before, i, i + 1, after, a, b, c, d))
    return rows


class PartOutline:
    """The silhouette of a part whose axis leans in the sagittal plane, slice by slice.

    Attributes:
        size: pixels for one unit of the slices.
        folds: whether its slices cross, so that it overlaps itself.
    """

    def __init__(self, view: View, size: float) -> None:
        self.size = size
        self.folds = False
        self._view = view
        self._one: list[tuple[float, float]] = []
        self._other: list[tuple[float, float]] = []

    def extend(
        self,
        places: Iterable[tuple[float, float, float]],
        z: float,
        slices: Iterable[tuple[float, float, float, float]],
    ) -> None:
        """Add slices.

        Args:
            places: the centre of each, m forward and up, and the axis's lean there, rad.
            z: how far to the right all centres are, m.
            slices: their extents.
        """
        view, size, one, other = self._view, self.size, self._one, self._other
        ahead, aside, scale, left, floor = view.ahead, view.aside, view.scale, view.x, view.y
        left += z * aside * scale
        for (forward, up, lean), (_, front, back, breadth) in zip(places, slices, strict=True):
            sin, cos = math.sin(lean), math.cos(lean)
            x, y = left + forward * ahead * scale, floor - up * scale
            # Along the axis, and across it on the screen.
            axis_x, axis_y = sin * ahead, -cos
            length = math.hypot(axis_x, axis_y) or 1.0
            normal_x, normal_y = cos / length, axis_x / length
            ahead_x = cos * ahead
            faces = ahead_x * normal_x + sin * normal_y
            side = breadth * aside * normal_x
            deep, shallow = (front, back) if faces >= 0 else (back, front)
            if not side:
                deep, shallow = deep * abs(faces) * size, shallow * abs(faces) * size
                one_x, one_y = x + normal_x * deep, y + normal_y * deep
                other_x, other_y = x - normal_x * shallow, y - normal_y * shallow
            else:
                # The point where an ellipse reaches farthest along the normal is not on the normal.
                across = breadth * aside * side
                share = size / (math.hypot(deep * faces, side) or 1.0)
                reach = deep * deep * faces * share
                one_x, one_y = x + ahead_x * reach + across * share, y + sin * reach
                share = -size / (math.hypot(shallow * faces, side) or 1.0)
                reach = shallow * shallow * faces * share
                other_x, other_y = x + ahead_x * reach + across * share, y + sin * reach
            if one:
                (a_x, a_y), (b_x, b_y) = one[-1], other[-1]
                ahead_of_one = (one_x - a_x) * axis_x + (one_y - a_y) * axis_y
                ahead_of_other = (other_x - b_x) * axis_x + (other_y - b_y) * axis_y
                if ahead_of_one <= 0 or ahead_of_other <= 0:
                    self.folds = True
            one.append((one_x, one_y))
            other.append((other_x, other_y))

    def path(self, begin: int = 0, end: int | None = None) -> QPainterPath:
        """Return the silhouette of all slices added, or of those from one to before another."""
        path = closed([*self._one[begin:end], *self._other[begin:end][::-1]])
        if self.folds:
            # Where it overlaps itself it stays filled.
            path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def shade(self, begin: int, light: tuple[float, float], most: float) -> QPainterPath:
        """Return what lies in its own shade, `most` of its width; `light` is where light goes."""
        one, other = self._one[begin:], self._other[begin:]
        (x, y), (to_x, to_y) = one[len(one) // 2], other[len(one) // 2]
        length = math.hypot(x - to_x, y - to_y) or 1.0
        turned = ((x - to_x) * light[0] + (y - to_y) * light[1]) / length
        if turned < 0:
            one, other = other, one
        share, last = most * abs(turned), len(one) - 1
        inner = []
        for index, ((x, y), (to_x, to_y)) in enumerate(zip(one, other, strict=True)):
            # Less and less of it towards the neck.
            part = share * min(1.0, _FADES * (1 - index / last))
            inner.append((x + (to_x - x) * part, y + (to_y - y) * part))
        return closed(one + inner[::-1])

    def strips(self, count: int) -> list[QPainterPath]:
        """Return the silhouette in `count` overlapping strips, starting with the first slices."""
        one, other, spans = self._one, self._other, len(self._one) - 1
        ends = [round(spans * index / count) for index in range(count + 1)]
        return [
            closed(one[low : high + 2] + other[low : high + 2][::-1])
            for low, high in pairwise(ends)
        ]


def closed(corners: list[tuple[float, float]]) -> QPainterPath:
    """Return a shape by its corners in pixels.

    What has other corners in every frame is made as a path: a polygon needs an object for each
    corner, which takes three times as long.
    """
    path = QPainterPath()
    path.moveTo(*corners[0])
    add = path.lineTo
    for x, y in corners[1:]:
        add(x, y)
    return path


def cap(
    start: tuple[float, float], end: tuple[float, float], unit: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return the half circle from one point to another, a copy of the unit's."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    rx, ry = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    return [(x + rx * c - ry * s, y + ry * c + rx * s) for c, s in unit]


def ribbon(xs: list[float], ys: list[float], width: float) -> QPolygonF:
    """Return a round-ended band of constant width along a smooth curve through pixel positions.

    Filling it is several times quicker than drawing the curve with a pen.
    """
    half = width / 2
    one: list[QPointF] = []
    other: list[QPointF] = []
    ahead_xs, ahead_ys = [*xs[1:], xs[-1]], [*ys[1:], ys[-1]]
    last_x, last_y = xs[0], ys[0]
    for x, y, ahead_x, ahead_y in zip(xs, ys, ahead_xs, ahead_ys, strict=True):
        dx, dy = ahead_x - last_x, ahead_y - last_y
        share = half / (math.hypot(dx, dy) or 1.0)
        dx, dy = dx * share, dy * share
        one.append(QPointF(x + dy, y - dx))
        other.append(QPointF(x - dy, y + dx))
        last_x, last_y = x, y
    end, begin = _round_end(one[-1], other[-1]), _round_end(other[0], one[0])
    return QPolygonF([*one, *end, *other[::-1], *begin])


def _round_end(start: QPointF, end: QPointF) -> list[QPointF]:
    points = cap((start.x(), start.y()), (end.x(), end.y()), HALF_ROUND)
    return [QPointF(x, y) for x, y in points[1::2]]


def bar(start: QPointF, end: QPointF, width: float) -> QPolygonF:
    """Return a straight round-ended line between two pixel positions as a polygon."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    half = width / 2 / (math.hypot(dx, dy) or 1.0)
    dx, dy = dx * half, dy * half
    end_cap = _half_disc(8 if width > 5 else 2)  # more would not be seen
    line = QTransform(-dy, dx, -dx, -dy, start.x(), start.y()).map(end_cap)
    line.append(QTransform(dy, -dx, dx, dy, end.x(), end.y()).map(end_cap).toList())
    return line


def ellipse(centre: QPointF, u: QPointF, v: QPointF) -> QPolygonF:
    """Return an ellipse by its centre and two half axes in pixels."""
    place = QTransform(u.x(), u.y(), v.x(), v.y(), centre.x(), centre.y())
    return place.map(_unit_disc(28))


def swept(centre: QPointF, u: QPointF, v: QPointF, way: QPointF) -> QPolygonF:
    """Return the area an ellipse sweeps on its way to another place."""
    ux, uy, vx, vy = u.x(), u.y(), v.x(), v.y()
    turned = ux * vy - uy * vx
    if abs(turned) < 1:
        # Seen edge-on it is a line, as long as its longest diameter.
        half = u if math.hypot(ux, uy) > math.hypot(vx, vy) else v
        half = half * (math.hypot(ux, uy, vx, vy) / (math.hypot(half.x(), half.y()) or 1.0))
        return QPolygonF([centre + half, centre - half, centre - half + way, centre + half + way])
    # The direction of the way in the ellipse's own unit circle: that half goes ahead.
    along = (way.x() * vy - way.y() * vx) / turned
    across = (ux * way.y() - uy * way.x()) / turned
    length = math.hypot(along, across)
    c, s = (along / length, across / length) if length else (1.0, 0.0)
    ahead_x, ahead_y = ux * c + vx * s, uy * c + vy * s
    aside_x, aside_y = vx * c - ux * s, vy * c - uy * s
    half_disc, end = _half_disc(14), centre + way
    outline = QTransform(aside_x, aside_y, ahead_x, ahead_y, end.x(), end.y()).map(half_disc)
    back = QTransform(-aside_x, -aside_y, -ahead_x, -ahead_y, centre.x(), centre.y())
    outline.append(back.map(half_disc).toList())
    return outline


@lru_cache(maxsize=4)
def _half_disc(steps: int) -> QPolygonF:
    """Return the half of the unit disc on the side of the y axis."""
    return polygon([(1.0, 0.0), *_half_round(steps), (-1.0, 0.0)])


def polygon(corners: list[tuple[float, float]]) -> QPolygonF:
    """Return a polygon with these corners, to be placed by a transform."""
    return QPolygonF([QPointF(x, y) for x, y in corners])


def disc(centre: QPointF, radius: float) -> QPolygonF:
    """Return a circle as a polygon."""
    unit = _unit_disc(12 if radius < _SMALL_DISC else 20 if radius < _LARGE_DISC else 72)
    return QTransform(radius, 0, 0, radius, centre.x(), centre.y()).map(unit)


@lru_cache(maxsize=4)
def _unit_disc(corners: int) -> QPolygonF:
    # The same orientation as the outlines of parts, so that both can be filled as one.
    turns = (math.tau * i / corners for i in range(corners))
    return polygon([(math.cos(a), -math.sin(a)) for a in turns])
