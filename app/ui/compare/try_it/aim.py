"""A pose to move to, as a dashed drawing over the figure: a guide, not a second person."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.body.skeleton import Skeleton
from app.figure.back import Back
from app.figure.palette import Palette
from app.figure.view import View
from app.movement.dragging import Handle, handle_at

#: Pen and halo, px for a stature of 400 px; a handle's place and the head, fractions of stature.
_PEN, _HALO, _AT = 2.5, 6.0, 400.0
_RING, _HEAD = 0.030, 0.062


def paint_aim(painter: QPainter, view: View, aim: Skeleton, palette: Palette) -> None:
    """Paint leg, back and head of a pose, and rings where its handles would be."""
    size = aim.lengths.stature * view.scale
    joints, times = aim.joints, max(1.0, size / _AT)
    leg = [view.point(joints[f"{name}_right"]) for name in ("ankle", "knee", "hip")]
    back = [view.point(at) for at in Back(aim).points]
    head = view.point(joints["head"])
    rings = [view.point(handle_at(handle, joints)) for handle in Handle]
    halo = QPen(palette.card, _HALO * times)
    halo.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen = QPen(palette.right, _PEN * times)
    pen.setDashPattern([3.0, 2.2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one in (halo, pen):
        painter.setPen(one)
        painter.drawPolyline(QPolygonF(leg))
        painter.drawPolyline(QPolygonF(back))
        painter.drawEllipse(head, _HEAD * size, _HEAD * size)
        _rings(painter, rings, _RING * size)


def _rings(painter: QPainter, places: list[QPointF], radius: float) -> None:
    for place in places:
        painter.drawEllipse(place, radius, radius)
