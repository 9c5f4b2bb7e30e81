"""The line along the back: straight through three dots, at sacrum, upper back and head."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.body.vectors import Vec3
from app.figure.figure import FigurePainter
from app.figure.outline import catmull_rom, ribbon
from app.figure.palette import blend

#: The line's width and the dots' radius, statures.
_WIDTH, _DOT = 0.0085, 0.0125
_ROUNDED = 0.012  # the width of a rounding back's line
_ECHO = 0.75  # how strong the latest echo is
#: How much broader the casing is than the line, the thinnest line and the smallest dot, pixels.
_CASING, _THINNEST, _SMALLEST = 1.9, 1.6, 2.6
#: Turned to the front by more than this (sine), the back is not seen.
HIDDEN = 0.80


def paint_back_line(
    painter: QPainter,
    figure: FigurePainter,
    colour: QColor | None = None,
    *,
    stick: bool = False,
) -> None:
    """Draw the line where it touches; a dot without contact stays empty, in the colour of wrong.

    A stick along the back is the line itself.
    """
    back, view, palette = figure.back, figure.view, figure.palette
    if view.nearer_x > HIDDEN:
        return
    colour = colour or figure.back_colour
    if not back.touches[0]:
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
            rings = [rings[0], (palette.wrong, radius), (palette.card, radius * 0.55)]
        for filled, size in rings:
            painter.setBrush(filled)
            painter.drawEllipse(centre, size, size)


def paint_echoes(
    painter: QPainter, figure: FigurePainter, echoes: Sequence[tuple[Vec3, Vec3]]
) -> None:
    """Draw where a hurrying back has just been, paler the longer ago."""
    width, palette = max(_THINNEST, figure.pixels(_WIDTH)), figure.palette
    for index, ends in reversed(list(enumerate(echoes))):
        low, high = (figure.view.point(end) for end in ends)
        share = _ECHO * (1 - index / len(echoes))
        _stroke(painter, blend(palette.card, palette.wrong, share), low, high, width)


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
