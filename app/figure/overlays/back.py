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
    back, palette = figure.back, canvas.palette
    low, high = back.line
    length = math.dist(low, high)
    x, y = (high.x - low.x) / length, (high.y - low.y) / length
    feet = [back.on_line(at) for at in back.points]
    for tip, way, touched in ((low, -1.0, feet[0]), (high, 1.0, feet[-1])):
        # As far as where the back would touch it.
        gap = way * ((touched.x - tip.x) * x + (touched.y - tip.y) * y)
        far = way * max(_ON * stature, gap)
        beyond = Vec3(tip.x + x * far, tip.y + y * far, tip.z)
        canvas.line(figure.view.point(tip), figure.view.point(beyond), colour=figure.good)
    for end, colour in zip((0, -1), figure.back_colours, strict=True):
        if back.touches[end]:
            continue
        foot = figure.view.point(feet[end])
        canvas.line(figure.view.point(back.points[end]), foot, colour=colour, dashes=DOTTED)
        if colour == palette.wrong:
            paint_mark(canvas.painter, foot, max(5.0, figure.pixels(0.020)), Label.WRONG, palette)
