"""What a step points at: lit parts of the body and lines drawn over the figure."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from app.body.form import is_back_flat
from app.body.skeleton import Vec3, centre_of_mass
from app.figure.anatomy import FOOT_BREADTH
from app.figure.figure import FigurePainter
from app.figure.outline import disc
from app.figure.words import Words
from app.lessons.model import Line, Part

_SIDES = ("left", "right")
#: Radius of the ring around a lit joint, fraction of stature.
_RING = 0.042
_ARC = 0.125  # radius of the hip's arc, fraction of stature


class MarkPainter:
    """Draws marks over one figure.

    Attributes:
        figure: the figure they belong to.
        words: how angles and loads are written.
    """

    def __init__(self, figure: FigurePainter, words: Words) -> None:
        self.figure = figure
        self.words = words
        self._palette = figure.palette

    def light(self, painter: QPainter, parts: Iterable[Part]) -> None:
        """Light parts of the body."""
        for part in parts:
            match part:
                case Part.HIPS:
                    self._ring(painter, self.figure.view.point(self.figure.skeleton.hip))
                case Part.SPINE:
                    self.figure.paint_spine(painter, self._palette.hip, 0.020)
                case Part.HEAD:
                    self._ring(painter, self.figure.joint("head"), 0.085)
                case Part.CHEST:
                    self._ring(painter, self._chest(), 0.034)
                case Part.GLUTES:
                    self._patch(painter, self._glutes())
                case Part.HAMSTRINGS:
                    for side in self._seen():
                        self._patch(painter, self._along_back_of_thigh(side))
                case Part.SHINS:
                    for side in self._seen():
                        self._bar(painter, f"knee_{side}", f"ankle_{side}")
                case Part.FEET:
                    for side in self._seen():
                        self._sole(painter, side)
                case Part.HEELS:
                    for side in self._seen():
                        self._ring(painter, self.figure.joint(f"heel_{side}"), 0.030)
                case Part.KNEES | Part.SHOULDERS:
                    for side in self._seen():
                        self._ring(painter, self.figure.joint(f"{part.value[:-1]}_{side}"))

    def lines(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Draw guide lines and angles."""
        for line in lines:
            match line:
                case Line.SHIN:
                    self._shin_guide(painter)
                case Line.BACK:
                    self._back_line(painter)
                case Line.WEIGHT:
                    self._weight(painter)
                case Line.HIP:
                    self._hip_angle(painter)

    def _seen(self) -> tuple[str, ...]:
        """Return the sides that are marked: both from the front, else the near one."""
        if abs(self.figure.view.ahead) < 0.5:
            return _SIDES
        joints, view = self.figure.skeleton.joints, self.figure.view
        return (max(_SIDES, key=lambda side: view.depth(joints[f"hip_{side}"])),)

    def _ring(self, painter: QPainter, centre: QPointF, radius: float = _RING) -> None:
        colour = QColor(self._palette.hip)
        colour.setAlphaF(0.28)
        painter.setBrush(colour)
        painter.setPen(self._pen(self._palette.hip, 0.010))
        size = self.figure.pixels(radius)
        painter.drawEllipse(centre, size, size)

    def _patch(self, painter: QPainter, polygon: QPolygonF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.hip)
        painter.drawPolygon(polygon)

    def _bar(self, painter: QPainter, start: str, end: str) -> None:
        painter.setPen(self._pen(self._palette.hip, 0.016))
        painter.drawLine(self.figure.joint(start), self.figure.joint(end))

    def _sole(self, painter: QPainter, side: str) -> None:
        """Draw the floor under a foot: along it, from the front across it."""
        ends = self.figure.joint(f"heel_{side}"), self.figure.joint(f"toe_{side}")
        start, end = sorted(ends, key=QPointF.x)
        across = QPointF(abs(self.figure.view.aside) * self.figure.pixels(FOOT_BREADTH), 0)
        painter.setPen(self._pen(self._palette.hip, 0.016))
        painter.drawLine(start - across, end + across)

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

    def _glutes(self) -> QPolygonF:
        skeleton, stature = self.figure.skeleton, self.figure.skeleton.lengths.stature
        hip, lean = skeleton.hip, math.radians(skeleton.pose.pelvis)
        behind = 0.022 * stature
        at = Vec3(hip.x - behind * math.cos(lean * 0.6), hip.y + behind * math.sin(lean * 0.6), 0)
        return disc(self.figure.view.point(at), self.figure.pixels(0.031))

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

    def _shin_guide(self, painter: QPainter) -> None:
        ankle = self.figure.joint(f"ankle_{self._seen()[-1]}")
        pen = self._pen(self._palette.hip, 0.008)
        pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        top = ankle.y() - self.figure.pixels(0.31)
        painter.drawLine(QPointF(ankle.x(), ankle.y()), QPointF(ankle.x(), top))

    def _back_line(self, painter: QPainter) -> None:
        """Draw the straight line from tailbone to head, just behind the back."""
        skeleton, stature = self.figure.skeleton, self.figure.skeleton.lengths.stature
        hip, c7 = skeleton.hip, skeleton.joints["c7"]
        length = math.hypot(c7.x - hip.x, c7.y - hip.y)
        along_x, along_y = (c7.x - hip.x) / length, (c7.y - hip.y) / length
        clear = max(
            (point.x - hip.x) * -along_y + (point.y - hip.y) * along_x
            for point in self.figure.spine
        )
        behind = clear + 0.040 * stature

        def at(distance: float) -> QPointF:
            x = hip.x + along_x * distance - along_y * behind
            y = hip.y + along_y * distance + along_x * behind
            return self.figure.view.point(Vec3(x, y, 0.0))

        flat = is_back_flat(skeleton.lumbar_percent)
        pen = self._pen(self._palette.right if flat else self._palette.wrong, 0.008)
        pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        painter.drawLine(at(-0.06 * stature), at(length + 0.13 * stature))

    def _weight(self, painter: QPainter) -> None:
        com = centre_of_mass(self.figure.skeleton)
        centre = self.figure.view.point(com)
        ground = self.figure.view.point(Vec3(com.x, 0.0, com.z))
        pen = self._pen(self._palette.hip, 0.008)
        pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        painter.drawLine(centre, ground)
        size = self.figure.pixels(0.018)
        painter.setPen(self._pen(self._palette.card, 0.005))
        painter.setBrush(self._palette.hip)
        painter.drawEllipse(centre, size, size)
        tip = ground + QPointF(0, self.figure.pixels(0.006))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-size, size * 1.4), tip + QPointF(size, size * 1.4)])
        )

    def _hip_angle(self, painter: QPainter) -> None:
        """Draw the arc between trunk and thigh and write the hip flexion beside it."""
        hip = self.figure.view.point(self.figure.skeleton.hip)
        trunk = self.figure.joint("c7") - hip
        thigh = self.figure.joint(f"knee_{self._seen()[-1]}") - hip
        start = math.degrees(math.atan2(-trunk.y(), trunk.x()))
        end = math.degrees(math.atan2(-thigh.y(), thigh.x()))
        sweep = (end - start + 180) % 360 - 180
        radius = self.figure.pixels(_ARC)
        painter.setPen(self._pen(self._palette.hip, 0.008))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(hip.x() - radius, hip.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, round(start * 16), round(sweep * 16))
        # The arm hangs in front of the arc, so the number stands behind the hip.
        text = self.words.hip.format(angle=round(self.figure.skeleton.hip_flexion))
        font = QFont(painter.font())
        font.setPixelSize(max(12, round(self.figure.pixels(0.040))))
        painter.setFont(font)
        size = QFontMetricsF(font).size(0, text)
        behind = -1 if self.figure.view.ahead >= 0 else 1
        middle = hip + QPointF(behind * (self.figure.pixels(0.085) + size.width() / 2), 0)
        box = QRectF(0, 0, size.width() + 4, size.height() + 2)
        box.moveCenter(middle)
        painter.setPen(self._palette.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _pen(self, colour: QColor, width: float) -> QPen:
        pen = QPen(colour, self.figure.pixels(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen
