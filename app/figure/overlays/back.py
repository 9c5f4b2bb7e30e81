"""The line along the back continued at both ends, and the gap where the back has left it."""

from __future__ import annotations

import math

from app.body.vectors import Vec3
from app.figure.back_line import HIDDEN, how_seen
from app.figure.captions import paint_mark
from app.figure.overlays.canvas import DOTTED, Canvas
from app.movement.model import Label

_ON = 0.11  # how far it continues at each end, fraction of stature


def paint_back(canvas: Canvas) -> None:
    """Continue the line, thinner, and join it to what does not touch it, with a cross."""
    figure, stature = canvas.figure, canvas.skeleton.lengths.stature
    if figure.view.nearer_x > HIDDEN or how_seen(figure) <= 0:
        return
    back, palette, colour = figure.back, canvas.palette, figure.back_colour
    low, high = back.line
    length = math.dist(low, high)
    x, y = (high.x - low.x) / length, (high.y - low.y) / length
    for end, way in ((low, -_ON * stature), (high, _ON * stature)):
        beyond = Vec3(end.x + x * way, end.y + y * way, end.z)
        canvas.line(figure.view.point(end), figure.view.point(beyond), colour=colour)
    for at, touches in zip(back.points, back.touches, strict=True):
        if touches:
            continue
        along = (at.x - low.x) * x + (at.y - low.y) * y
        foot = figure.view.point(Vec3(low.x + x * along, low.y + y * along, at.z))
        canvas.line(figure.view.point(at), foot, colour=colour, dashes=DOTTED)
        if colour == palette.wrong:
            paint_mark(canvas.painter, foot, max(5.0, figure.pixels(0.020)), Label.WRONG, palette)
