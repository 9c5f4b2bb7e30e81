"""Where the hips go during the whole movement."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.figure.overlays.canvas import Canvas
from app.figure.palette import blend

_TRAIL, _LINE = 0.026, 0.006  # widths, fractions of stature
_RING = 0.033
_NEXT = 1.5  # pixels


def paint_path(canvas: Canvas) -> None:
    """Draw the hips' way as a soft trail, and where on it they are now."""
    view = canvas.figure.view
    if len(canvas.path) > 1:
        points = _apart([view.point(at) for at in canvas.path])
        # Not seen through: Qt starts threads to blend something this small.
        canvas.curve(points, _TRAIL, blend(canvas.palette.card, canvas.palette.hip, 0.4))
        canvas.curve(points, _LINE)
        box = QPolygonF(points).boundingRect()
        canvas.notes.keep_off_line(box.topLeft(), box.bottomRight())
    canvas.figure.paint_hip(canvas.painter)
    canvas.ring(view.point(canvas.skeleton.hip), _RING)


def _apart(points: list[QPointF]) -> list[QPointF]:
    """Return the points without those that lie by the last: in a hold all of them do."""
    kept = points[:1]
    for point in points[1:]:
        if (point - kept[-1]).manhattanLength() > _NEXT:
            kept.append(point)
    return kept if len(kept) > 1 else points[:2]
