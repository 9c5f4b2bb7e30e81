"""Where the hips go during the whole movement."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QPolygonF

from app.body.vectors import Vec3
from app.figure.outline import polygon
from app.figure.overlays.canvas import Canvas
from app.figure.palette import blend

_TRAIL, _LINE = 0.026, 0.006  # widths, fractions of stature
_RING = 0.033
_NEXT = 1.5  # pixels
_STRAIGHT = 0.15  # what is no farther from a straight line looks straight, pixels


def paint_path(canvas: Canvas) -> None:
    """Draw the path of the hips as a soft trail, and where on it they are now."""
    view = canvas.figure.view
    if len(canvas.path) > 1:
        line = _seen(canvas.path, view.x, view.y, view.scale, view.ahead, view.aside)
        # Opaque: Qt would start threads to blend something this small.
        canvas.curve(line, _TRAIL, blend(canvas.palette.card, canvas.palette.hip, 0.4))
        canvas.curve(line, _LINE)
        box = line.boundingRect()
        canvas.notes.keep_off_line(box.topLeft(), box.bottomRight())
    canvas.figure.paint_hip(canvas.painter)
    canvas.ring(view.point(canvas.skeleton.hip), _RING)


@lru_cache(maxsize=8)
def _seen(
    path: tuple[Vec3, ...], x: float, y: float, scale: float, ahead: float, aside: float
) -> QPolygonF:
    """Return the path in pixels, as seen in a view; it stays while the figure moves along it."""
    points = [
        (x + (at.x * ahead + at.z * aside) * scale, y - at.y * scale) for at in path
    ]  # fmt: skip
    return polygon(_bends(_apart(points)))


def _apart(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points without those next to the one before: in a hold all of them are."""
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _NEXT:
            kept.append((x, y))
    return kept if len(kept) > 1 else points[:2]


def _bends(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points without those on the straight line between their neighbours."""
    kept, begin = points[:1], 0
    for end in range(2, len(points)):
        if any(
            _beside(at, points[begin], points[end]) > _STRAIGHT for at in points[begin + 1 : end]
        ):
            begin = end - 1
            kept.append(points[begin])
    return [*kept, points[-1]]


def _beside(at: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how far a point is from the line between two others, pixels."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / (dx * dx + dy * dy or 1.0)
    share = min(1.0, max(0.0, share))
    return math.dist(at, (start[0] + dx * share, start[1] + dy * share))
