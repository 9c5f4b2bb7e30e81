"""The line along the back: straight through three dots, at sacrum, upper back and head.

What of it is at fault is red: the curve below the upper back, or the kink above it.
"""

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
    back, view = figure.back, figure.view
    seen = 1.0 if colour else how_seen(figure)
    if seen <= 0 or view.nearer_x > HIDDEN:
        return
    opacity = painter.opacity()
    painter.setOpacity(opacity * seen)
    lower, upper = (colour, colour) if colour else figure.back_colours
    good = colour or figure.good
    width = max(_THINNEST, figure.pixels(_WIDTH))
    if not back.touches[0]:
        _paint_rounding(painter, figure, lower, _WIDTH if back.flat else _ROUNDED)
    if stick and not back.touches[0]:
        gap = view.point(back.sacrum), view.point(back.on_line(back.sacrum))
        _stroke(painter, figure.palette.card, lower, *gap, width)
    if not stick:
        low, high = (view.point(end) for end in back.line)
        _stroke(painter, figure.palette.card, good, low, high, width)
        if not back.touches[-1]:
            kink = view.point(back.upper_back), view.point(back.head)
            _stroke(painter, figure.palette.card, upper, *kink, width)
    _paint_dots(painter, figure, (lower, good, upper), width * (_CASING - 1) * 0.6)
    painter.setOpacity(opacity)


def _paint_dots(
    painter: QPainter, figure: FigurePainter, colours: tuple[QColor, ...], casing: float
) -> None:
    """Draw where the line touches, from below; a dot without contact is empty."""
    back, card = figure.back, figure.palette.card
    radius = max(_SMALLEST, figure.pixels(_DOT))
    painter.setPen(Qt.PenStyle.NoPen)
    for at, touches, colour in zip(back.points, back.touches, colours, strict=True):
        centre = figure.view.point(at)
        rings = [(card, radius + casing), (colour, radius)]
        if not touches:
            rings += [(card, radius * 0.55)]
        for filled, size in rings:
            painter.setBrush(filled)
            painter.drawEllipse(centre, size, size)


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


def _paint_rounding(painter: QPainter, figure: FigurePainter, colour: QColor, share: float) -> None:
    """Draw the part of the back that has left the line, `share` of stature broad."""
    points = [figure.view.point(at) for at in figure.back.curve(figure.skeleton)]
    count = 3 * len(points)
    xs = catmull_rom([at.x() for at in points], count)
    ys = catmull_rom([at.y() for at in points], count)
    width = max(_THINNEST, figure.pixels(share))
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, figure.palette.card, ribbon(xs, ys, width * _CASING))
    _fill(painter, colour, ribbon(xs, ys, width))


def _stroke(
    painter: QPainter, card: QColor, colour: QColor, low: QPointF, high: QPointF, width: float
) -> None:
    """Draw a cased line with round ends; a flat pen and two discs are several times quicker."""
    for line, thick in ((card, width * _CASING), (colour, width)):
        pen = QPen(line, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(low, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        for end in (low, high):
            painter.drawEllipse(end, thick / 2, thick / 2)


def _fill(painter: QPainter, colour: QColor, shape: QPolygonF) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(shape)
