"""The body parts a step highlights."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.body.skeleton import Vec3
from app.figure.anatomy import FOOT_BREADTH
from app.figure.back_line import paint_back_line
from app.figure.figure import FigurePainter
from app.lessons.model import BodyPart

_SIDES = ("left", "right")
#: Radius of the ring around a lit joint, fraction of stature.
_RING = 0.042
#: The width of a ring's line, fraction of stature, and how much broader its casing is.
_LINE, _CASING = 0.0095, 1.9


class MarkPainter:
    """Highlights parts of one figure.

    Attributes:
        figure: the figure as painted.
    """

    def __init__(self, figure: FigurePainter) -> None:
        self.figure = figure
        self._palette = figure.palette

    def light(self, painter: QPainter, parts: Iterable[BodyPart]) -> None:
        """Highlight parts of the body, but those that are lit in their own shape."""
        for part in parts:
            match part:
                case BodyPart.HIPS:
                    self._ring(painter, self.figure.view.point(self.figure.skeleton.hip))
                case BodyPart.SPINE:
                    paint_back_line(painter, self.figure, self._palette.hip)
                case BodyPart.HEAD:
                    self._ring(painter, self.figure.joint("head"), 0.085)
                case BodyPart.CHEST:
                    self._ring(painter, self._chest(), 0.034)
                case BodyPart.HAMSTRINGS:
                    for side in self._seen():
                        self._patch(painter, self._along_back_of_thigh(side))
                case BodyPart.SHINS:
                    for side in self._seen():
                        self._bar(painter, f"knee_{side}", f"ankle_{side}")
                case BodyPart.FEET:
                    for side in self._seen():
                        self._sole(painter, side)
                case BodyPart.SHOULDERS:
                    for side in self._seen():
                        self._ring(painter, self.figure.joint(f"shoulder_{side}"))

    def _seen(self) -> tuple[str, ...]:
        """Return the sides to mark: both from the front, otherwise the near one."""
        if abs(self.figure.view.ahead) < 0.5:
            return _SIDES
        joints, view = self.figure.skeleton.joints, self.figure.view
        return (max(_SIDES, key=lambda side: view.depth(joints[f"hip_{side}"])),)

    def _ring(self, painter: QPainter, centre: QPointF, radius: float = _RING) -> None:
        self._cased_ring(painter, centre, radius, self._palette.hip)

    def _patch(self, painter: QPainter, polygon: QPolygonF) -> None:
        painter.setBrush(self._palette.hip)
        for pen in (self._pen(self._palette.card, _LINE), QPen(Qt.PenStyle.NoPen)):
            painter.setPen(pen)
            painter.drawPolygon(polygon)

    def _bar(self, painter: QPainter, start: str, end: str) -> None:
        self._line(painter, self.figure.joint(start), self.figure.joint(end))

    def _sole(self, painter: QPainter, side: str) -> None:
        """Draw the floor under a foot: along it, or across it when seen from the front."""
        ends = self.figure.joint(f"heel_{side}"), self.figure.joint(f"toe_{side}")
        start, end = sorted(ends, key=QPointF.x)
        across = QPointF(abs(self.figure.view.aside) * self.figure.pixels(FOOT_BREADTH), 0)
        self._line(painter, start - across, end + across)

    def _chest(self) -> QPointF:
        joints, stature = self.figure.skeleton.joints, self.figure.skeleton.lengths.stature
        lean = math.radians(self.figure.skeleton.pose.thorax)
        t12, c7 = joints["t12l1"], joints["c7"]
        at = Vec3(
            t12.x + (c7.x - t12.x) * 0.48 + 0.032 * stature * math.cos(lean),
            t12.y + (c7.y - t12.y) * 0.48 - 0.032 * stature * math.sin(lean),
            0.0,
        )
        return self.figure.view.point(at)

    def _along_back_of_thigh(self, side: str) -> QPolygonF:
        hip, knee = self.figure.joint(f"hip_{side}"), self.figure.joint(f"knee_{side}")
        along = knee - hip
        length = math.hypot(along.x(), along.y()) or 1.0
        back = QPointF(-along.y(), along.x()) * (self.figure.pixels(1.0) / length)
        if self.figure.view.ahead < 0:
            back = -back
        edge = [(0.16, 0.030), (0.40, 0.036), (0.70, 0.029), (0.90, 0.020)]
        inner = [(0.86, 0.010), (0.55, 0.010), (0.28, 0.010)]
        return QPolygonF([hip + along * share + back * out for share, out in edge + inner])

    def _cased_ring(
        self, painter: QPainter, centre: QPointF, radius: float, colour: QColor
    ) -> None:
        size = self.figure.pixels(radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (self._pen(self._palette.card, _LINE * _CASING), self._pen(colour, _LINE)):
            painter.setPen(pen)
            painter.drawEllipse(centre, size, size)

    def _line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        for colour, width in ((self._palette.card, 0.022), (self._palette.hip, 0.013)):
            painter.setPen(self._pen(colour, width))
            painter.drawLine(start, end)

    def _pen(self, colour: QColor, width: float) -> QPen:
        pen = QPen(colour, max(1.5, self.figure.pixels(width)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen
