"""The rings by which the figure is grabbed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.body.skeleton import Skeleton
from app.figure.palette import Palette
from app.figure.view import View
from app.movement.dragging import Handle, handle_at

#: The radius of a ring, fraction of stature, and its limits, px.
_RADIUS, _SMALLEST, _LARGEST = 0.030, 11.0, 26.0
#: How far around it a ring can be grabbed, px: never less than 28 px across.
_AROUND = 5.0
#: Where the arrows of a ring point, deg clockwise from the right; the trunk's point across it.
_WAYS = {Handle.HIP: (0, 90, 180, 270), Handle.KNEE: (0, 180)}


class Handles:
    """The three rings on one skeleton in one view.

    Attributes:
        places: their centres, px.
        radius: px.
    """

    def __init__(self, skeleton: Skeleton, view: View) -> None:
        self.places = {handle: view.point(handle_at(handle, skeleton.joints)) for handle in Handle}
        size = _RADIUS * skeleton.lengths.stature * view.scale
        self.radius = min(_LARGEST, max(_SMALLEST, size))
        self._trunk = self.places[Handle.TRUNK] - self.places[Handle.HIP]

    def at(self, point: QPointF) -> Handle | None:
        """Return the nearest handle that can be grabbed at a point, px."""
        near = min(Handle, key=lambda handle: self._distance(handle, point))
        return near if self._distance(near, point) <= self.radius + _AROUND else None

    def paint(
        self, painter: QPainter, palette: Palette, hovered: Handle | None, pressed: Handle | None
    ) -> None:
        """Paint them, the one under the mouse larger and the one being dragged filled."""
        for handle, place in self.places.items():
            in_hand = handle is pressed
            radius = self.radius * (1.2 if in_hand or handle is hovered else 1.0)
            fill = QColor(palette.right if in_hand else palette.card)
            fill.setAlphaF(1.0 if in_hand or handle is hovered else 0.88)
            edge = palette.right if not in_hand else palette.card
            painter.setBrush(fill)
            painter.setPen(QPen(palette.card, 5))
            painter.drawEllipse(place, radius, radius)
            painter.setPen(QPen(edge, 2.5))
            painter.drawEllipse(place, radius, radius)
            grip = palette.on_right if in_hand else palette.right
            self._arrows(painter, grip, handle, radius)

    def _arrows(self, painter: QPainter, colour: QColor, handle: Handle, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        across = round(math.degrees(math.atan2(self._trunk.y(), self._trunk.x()))) + 90
        for way in _WAYS.get(handle, (across, across + 180)):
            turn = math.radians(way)
            ahead = QPointF(math.cos(turn), math.sin(turn)) * radius
            aside = QPointF(-ahead.y(), ahead.x())
            middle = self.places[handle]
            tip, base = middle + ahead * 0.72, middle + ahead * 0.34
            painter.drawPolygon(QPolygonF([tip, base + aside * 0.26, base - aside * 0.26]))

    def _distance(self, handle: Handle, point: QPointF) -> float:
        away = self.places[handle] - point
        return math.hypot(away.x(), away.y())
