"""The line along the back: straight through three dots, at sacrum, upper back and head."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.figure.figure import FigurePainter
from app.figure.outline import catmull_rom, ribbon

#: The line's width and the dots' radius, statures.
_WIDTH, _DOT = 0.0085, 0.0125
_ROUNDED = 0.012  # the width of a rounding back's line
#: How much broader the casing is than the line, the thinnest line and the smallest dot, pixels.
_CASING, _THINNEST, _SMALLEST = 1.9, 1.6, 2.6
#: How deep a chest is behind its axis and half as broad, statures; and with how much of it beyond
#: the line that is seen as a whole, and not at all.
_DEEP, _BROAD, _HIDES = 0.062, 0.088, (0.0220, 0.0275)
#: Turned to the front by more than this (sine), the back is not seen.
HIDDEN = 0.80


def paint_back_line(
    painter: QPainter,
    figure: FigurePainter,
    colour: QColor | None = None,
    *,
    stick: bool = False,
) -> None:
    """Draw the line where it touches, as far as the trunk does not hide it; in `colour` always.

    A dot without contact stays empty. A stick along the back is the line itself.
    """
    back, view, palette = figure.back, figure.view, figure.palette
    seen = 1.0 if colour else how_seen(figure)
    if seen <= 0 or view.nearer_x > HIDDEN:
        return
    opacity = painter.opacity()
    painter.setOpacity(opacity * seen)
    colour = colour or figure.back_colour
    if not back.flat:
        _paint_rounding(painter, figure)
    low, high = (view.point(end) for end in back.line)
    width = max(_THINNEST, figure.pixels(_WIDTH))
    casing = width * (_CASING - 1)
    if not stick:
        for line, thick in ((palette.card, width + casing), (colour, width)):
            _stroke(painter, line, low, high, thick)
    radius = max(_SMALLEST, figure.pixels(_DOT))
    painter.setPen(Qt.PenStyle.NoPen)
    for at, touches in zip(back.points, back.touches, strict=True):
        centre = view.point(at)
        rings = [(palette.card, radius + casing * 0.6), (colour, radius)]
        if not touches:
            rings += [(palette.card, radius * 0.55)]
        for filled, size in rings:
            painter.setBrush(filled)
            painter.drawEllipse(centre, size, size)
    painter.setOpacity(opacity)


def how_seen(figure: FigurePainter) -> float:
    """Return how much (0..1) of the line is seen: a trunk that faces the viewer hides it.

    The trunk is taken for a cylinder with the chest's section.
    """
    facing = figure.view.nearer_x
    if facing <= 0:
        return 1.0
    low, high = figure.back.sacrum, figure.back.upper_back
    upright = (high.y - low.y) / (math.dist(low, high) or 1.0)
    # How far back and side reach across the trunk's axis on the screen.
    along = math.sqrt(1 - (facing * facing) * (1 - upright * upright))
    back = _DEEP * abs(figure.view.ahead) / along
    hidden = math.hypot(back, _BROAD * upright * facing / along) - back
    whole, none = _HIDES
    return min(max((none - hidden) / (none - whole), 0.0), 1.0)


def _paint_rounding(painter: QPainter, figure: FigurePainter) -> None:
    """Light the part of the back that rounds."""
    points = [figure.view.point(at) for at in figure.back.curve(figure.skeleton)]
    count = 3 * len(points)
    xs = catmull_rom([at.x() for at in points], count)
    ys = catmull_rom([at.y() for at in points], count)
    width = max(_THINNEST, figure.pixels(_ROUNDED))
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, figure.palette.card, ribbon(xs, ys, width * _CASING))
    _fill(painter, figure.palette.wrong, ribbon(xs, ys, width))


def _stroke(painter: QPainter, colour: QColor, low: QPointF, high: QPointF, width: float) -> None:
    """Draw a line with round ends; a flat pen and two discs are several times quicker."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(low, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for end in (low, high):
        painter.drawEllipse(end, width / 2, width / 2)


def _fill(painter: QPainter, colour: QColor, shape: QPolygonF) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(shape)
