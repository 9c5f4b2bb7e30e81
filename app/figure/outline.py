"""Outlines of body parts as polygons in pixels.

A part is a row of slices along an axis. Each slice is an ellipse with its own depth to the
front and to the back and its own half breadth, so that the part has a silhouette from every
side. Filled polygons paint several times faster than paths.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform

from app.figure.view import View

_HALF_ROUND = [(math.cos(a), math.sin(a)) for a in (math.pi * i / 8 for i in range(1, 8))]


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
    spans = len(values) - 1
    result = []
    for index in range(count):
        where = index * spans / (count - 1)
        i = min(int(where), spans - 1)
        u = where - i
        p, q = values[i - 1 if i else 0], values[i]
        r, s = values[i + 1], values[min(i + 2, spans)]
        result.append(
            q + 0.5 * u * (r - p + u * (2 * p - 5 * q + 4 * r - s + u * (3 * (q - r) + s - p)))
        )
    return result


class PartOutline:
    """The silhouette of a part whose axis lies in the sagittal plane, slice by slice.

    Attributes:
        size: pixels for one unit of the slices.
    """

    def __init__(self, view: View, size: float) -> None:
        self.size = size
        self._view = view
        self._x, self._y = view.x, view.y
        self._along, self._scale = view.ahead * view.scale, view.scale
        self._one: list[QPointF] = []
        self._other: list[QPointF] = []
        self.lean_to(0.0)

    def lean_to(self, lean: float) -> None:
        """Set the axis's lean from the vertical, radians, for the slices that follow."""
        ahead = self._view.ahead
        axis_x, axis_y = math.sin(lean) * ahead, -math.cos(lean)
        length = math.hypot(axis_x, axis_y) or 1.0
        self._normal = normal_x, normal_y = -axis_y / length, axis_x / length
        self._front = math.cos(lean) * ahead * normal_x + math.sin(lean) * normal_y
        self._side = self._view.aside * normal_x

    def add(self, x: float, y: float, piece: Slice) -> None:
        """Add a slice with its centre at (x forward, y up), m, in the body's middle plane."""
        front = self._front
        forward, backward = piece.front * front, piece.back * front
        if front < 0:
            forward, backward = backward, forward
        side = piece.breadth * self._side
        if side:
            forward, backward = math.hypot(forward, side), math.hypot(backward, side)
        elif front < 0:
            forward, backward = -forward, -backward
        centre_x = self._x + x * self._along
        centre_y = self._y - y * self._scale
        normal_x, normal_y = self._normal[0] * self.size, self._normal[1] * self.size
        self._one.append(QPointF(centre_x + normal_x * forward, centre_y + normal_y * forward))
        self._other.append(QPointF(centre_x - normal_x * backward, centre_y - normal_y * backward))

    def polygon(self) -> QPolygonF:
        """Return the silhouette of all slices added."""
        return QPolygonF(self._one + self._other[::-1])


def limb_outline(
    start: QPointF, end: QPointF, profile: tuple[Slice, ...], size: float, view: View
) -> QPolygonF:
    """Return a limb between two pixel positions, its slices at shares (0..1) of the way.

    Args:
        start: the upper end.
        end: the lower end.
        profile: slices; `along` is a share of the length, the extents are in units.
        size: pixels for one unit.
        view: decides how front and breadth show.
    """
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length = math.hypot(dx, dy) or 1.0
    outline = _upright_limb(profile, round(length / size, 4), view.ahead, abs(view.aside))
    # Down the limb is the outline's y axis, to its front the x axis.
    down_x, down_y = dx / length * size, dy / length * size
    return QTransform(down_y, -down_x, down_x, down_y, start.x(), start.y()).map(outline)


@lru_cache(maxsize=256)
def _upright_limb(
    profile: tuple[Slice, ...], length: float, ahead: float, aside: float
) -> QPolygonF:
    """Return a limb hanging from the origin, y down and the front to +x, in units.

    A limb keeps its length and, seen from one side, its outline: only its place changes.
    """
    front: list[tuple[float, float]] = []
    back: list[tuple[float, float]] = []
    for along, forward, backward, breadth in profile:
        plus, minus = (forward, backward) if ahead >= 0 else (backward, forward)
        turned = breadth * aside
        front.append((math.hypot(plus * ahead, turned), along * length))
        back.append((-math.hypot(minus * ahead, turned), along * length))
    # Round ends, so that joints stay round however far they bend.
    outline = [*front, *_cap(front[-1], back[-1]), *back[::-1], *_cap(back[0], front[0])]
    return QPolygonF([QPointF(x, y) for x, y in outline])


def _cap(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the half circle from one point to another."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    rx, ry = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    return [(x + rx * c - ry * s, y + ry * c + rx * s) for c, s in _HALF_ROUND]


def hull(points: list[QPointF]) -> QPolygonF:
    """Return the convex hull of some pixel positions."""
    ordered = sorted((point.x(), point.y()) for point in points)

    def half(row: list[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for x, y in row:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2], chain[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return QPolygonF([QPointF(x, y) for x, y in half(ordered) + half(ordered[::-1])])


def polygon(corners: list[tuple[float, float]]) -> QPolygonF:
    """Return a polygon from its corners, to be placed by a transform."""
    return QPolygonF([QPointF(x, y) for x, y in corners])


def disc(centre: QPointF, radius: float) -> QPolygonF:
    """Return a circle as a polygon."""
    return QTransform(radius, 0, 0, radius, centre.x(), centre.y()).map(_unit_disc())


@lru_cache(maxsize=1)
def _unit_disc() -> QPolygonF:
    return polygon([(math.cos(a), math.sin(a)) for a in (math.pi * i / 10 for i in range(20))])
