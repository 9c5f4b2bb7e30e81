"""The straight line from tailbone to head, and whether the back follows it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF

from app.body.form import is_back_flat
from app.body.vectors import Vec3
from app.figure.captions import paint_mark
from app.figure.overlays.canvas import DASHED, DOTTED, Canvas
from app.movement.model import Label

_CLEAR = 0.040  # how far behind the back it runs, fraction of stature
_BELOW, _ABOVE = 0.06, 0.13  # how far it continues below the hip and above C7


def paint_back(canvas: Canvas) -> None:
    """Draw the line just behind the back: dashed, or dotted and crossed if not flat."""
    skeleton, stature = canvas.skeleton, canvas.skeleton.lengths.stature
    hip, c7 = skeleton.hip, skeleton.joints["c7"]
    length = math.hypot(c7.x - hip.x, c7.y - hip.y)
    along_x, along_y = (c7.x - hip.x) / length, (c7.y - hip.y) / length
    clear, farthest = 0.0, 0.0
    for point in canvas.figure.spine:
        x, y = point.x - hip.x, point.y - hip.y
        out = y * along_x - x * along_y
        if out > clear:
            clear, farthest = out, x * along_x + y * along_y
    behind = clear + _CLEAR * stature

    def at(distance: float) -> QPointF:
        x = hip.x + along_x * distance - along_y * behind
        y = hip.y + along_y * distance + along_x * behind
        return canvas.figure.view.point(Vec3(x, y, hip.z))

    start, end = at(-_BELOW * stature), at(length + _ABOVE * stature)
    palette = canvas.palette
    if is_back_flat(skeleton.lumbar_percent):
        canvas.line(start, end, colour=palette.right, dashes=DASHED)
        return
    canvas.line(start, end, colour=palette.wrong, dashes=DOTTED)
    # Where the back is nearest to the line, and away from it everywhere else.
    radius = max(5.0, canvas.figure.pixels(0.020))
    paint_mark(canvas.painter, at(farthest), radius, Label.WRONG, palette)
