"""Outlines of body parts as polygons in pixels.

A part is a row of slices along an axis. Each slice is an ellipse with its own depth to the
front and to the back and its own half breadth, so that the part has a silhouette from every
side. Filled polygons paint several times faster than paths.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.figure.view import View

_ROUND = [(math.cos(a), math.sin(a)) for a in (math.pi * i / 12 for i in range(24))]
_HALF_ROUND = [(math.cos(a), math.sin(a)) for a in (math.pi * i / 6 for i in range(7))]


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
        view, front = self._view, self._front
        forward, backward = piece.front * front, piece.back * front
        if front < 0:
            forward, backward = backward, forward
        side = piece.breadth * self._side
        if side:
            forward, backward = math.hypot(forward, side), math.hypot(backward, side)
        elif front < 0:
            forward, backward = -forward, -backward
        centre_x = view.x + x * view.ahead * view.scale
        centre_y = view.y - y * view.scale
        normal_x, normal_y = self._normal[0] * self.size, self._normal[1] * self.size
        self._one.append(QPointF(centre_x + normal_x * forward, centre_y + normal_y * forward))
        self._other.append(QPointF(centre_x - normal_x * backward, centre_y - normal_y * backward))

    def polygon(self) -> QPolygonF:
        """Return the silhouette of all slices added."""
        return QPolygonF(self._one + self._other[::-1])


def _reversed(piece: Slice) -> Slice:
    return Slice(piece.along, piece.back, piece.front, piece.breadth)


def limb_outline(
    start: QPointF, end: QPointF, profile: list[Slice], size: float, view: View
) -> QPolygonF:
    """Return a limb between two pixel positions, its slices at shares (0..1) of the way.

    Args:
        start: the upper end.
        end: the lower end.
        profile: slices; `along` is a share of the length, the extents are in units.
        size: pixels for one unit.
        view: decides how front and breadth show.
    """
    x, y = start.x(), start.y()
    dx, dy = end.x() - x, end.y() - y
    length = math.hypot(dx, dy) or 1.0
    # For a limb hanging down and a person facing right, the front is to the right.
    normal_x, normal_y = dy / length * size, -dx / length * size
    ahead, aside = view.ahead, abs(view.aside)
    one, other = [], []
    for piece in profile:
        along, front, back, breadth = piece if ahead >= 0 else _reversed(piece)
        if aside:
            turned = breadth * aside
            front, back = math.hypot(front * ahead, turned), math.hypot(back * ahead, turned)
        at_x, at_y = x + dx * along, y + dy * along
        one.append(QPointF(at_x + normal_x * front, at_y + normal_y * front))
        other.append(QPointF(at_x - normal_x * back, at_y - normal_y * back))
    # Round ends, so that joints stay round however far they bend.
    caps: list[list[QPointF]] = []
    for (px, py), (qx, qy) in (
        ((one[-1].x(), one[-1].y()), (other[-1].x(), other[-1].y())),
        ((other[0].x(), other[0].y()), (one[0].x(), one[0].y())),
    ):
        cx, cy, rx, ry = (px + qx) / 2, (py + qy) / 2, (px - qx) / 2, (py - qy) / 2
        caps.append([QPointF(cx + rx * c - ry * s, cy + ry * c + rx * s) for c, s in _HALF_ROUND])
    return QPolygonF(one + caps[0] + other[::-1] + caps[1])


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


def disc(centre: QPointF, radius: float) -> QPolygonF:
    """Return a circle as a polygon."""
    x, y = centre.x(), centre.y()
    return QPolygonF([QPointF(x + radius * c, y + radius * s) for c, s in _ROUND])
