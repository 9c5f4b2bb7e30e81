"""What works and what is stretched: filled where it works, striped where it is stretched."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from app.body.hamstrings import stretch
from app.body.vectors import Vec3, between
from app.figure.outline import catmull_rom
from app.figure.overlays.canvas import SIDES, Canvas
from app.figure.palette import blend

#: Along the limb (0..1), in front of its axis, half depth and half breadth, fractions of stature.
_HAMSTRINGS = (
    (0.10, -0.024, 0.012, 0.018), (0.25, -0.025, 0.019, 0.028), (0.50, -0.022, 0.017, 0.028),
    (0.75, -0.019, 0.012, 0.022), (0.95, -0.018, 0.006, 0.012),
)  # fmt: skip
_QUADS = (
    (0.16, 0.027, 0.010, 0.018), (0.35, 0.026, 0.018, 0.030), (0.60, 0.022, 0.017, 0.030),
    (0.82, 0.018, 0.011, 0.022), (0.96, 0.016, 0.006, 0.012),
)  # fmt: skip
#: Along the pelvis from below the hip (-) to above it, fractions of stature.
_GLUTES = (
    (-0.034, -0.024, 0.008, 0.020), (-0.016, -0.028, 0.020, 0.034), (0.008, -0.029, 0.023, 0.040),
    (0.034, -0.027, 0.018, 0.034), (0.052, -0.024, 0.008, 0.018),
)  # fmt: skip
_ASIDE = 0.046  # how far from the middle each glute lies
_POINTS = 13
#: From where on each is lit, and where it is lit in full.
_GLUTES_FROM, _GLUTES_FULL = 12.0, 30.0  # hip flexion, deg
_QUADS_FROM, _QUADS_FULL = 25.0, 45.0  # knee flexion, deg, the reaction line behind the knee
_STRETCHED = 0.30  # of what the straight-leg raise allows
_BEHIND = ((1.0, 0.0), (1.0, -0.5), (1.0, 0.5))
_UP_BEHIND = ((1.0, 0.5), (0.6, 1.0), (1.0, 0.0))
_AHEAD = ((-1.0, 0.0), (-1.0, -0.5), (-1.0, 0.5))


class _Muscle(NamedTuple):
    """A muscle as it is seen: its outline, its middle line, and whether it lies on the far side."""

    outline: QPolygonF
    middle: list[QPointF]
    hidden: bool


def paint_muscles(canvas: Canvas) -> None:
    """Light glutes, hamstrings and, in a squat, the front of the thighs."""
    skeleton, words = canvas.skeleton, canvas.words
    squat = canvas.measures.line_to_knee < 0
    glute: QPointF | None = None
    for side in _sides(canvas):
        leg = skeleton.legs[side]
        share = stretch(
            skeleton.lengths, skeleton.body.slr_deg, leg.hip_flexion, leg.knee
        )  # fmt: skip
        if share >= _STRETCHED:
            muscle = _on_thigh(canvas, side, _HAMSTRINGS, back=True)
            _paint_stretched(canvas, muscle, min(1.0, share))
            if side == canvas.side:
                canvas.note(words.stretches, muscle.middle[_POINTS // 2], _BEHIND, 0.02, own=False)
        if squat and (lit := _share(leg.knee, _QUADS_FROM, _QUADS_FULL)):
            muscle = _on_thigh(canvas, side, _QUADS, back=False)
            _paint_working(canvas, muscle, lit)
            if side == canvas.side:
                canvas.note(words.works, muscle.middle[_POINTS // 2], _AHEAD, 0.02, own=False)
        if lit := _share(leg.hip_flexion, _GLUTES_FROM, _GLUTES_FULL):
            muscle = _glute(canvas, side)
            _paint_working(canvas, muscle, lit)
            if side == canvas.side:
                glute = muscle.middle[_POINTS // 2]
    canvas.figure.paint_hip(canvas.painter)
    if glute:
        canvas.note(words.works, glute, _UP_BEHIND, 0.02, own=False)


def _sides(canvas: Canvas) -> tuple[str, ...]:
    """Return the legs that are lit: both where both are seen or where they differ."""
    left, right = (canvas.skeleton.legs[side] for side in SIDES)
    apart = abs(left.hip_flexion - right.hip_flexion) + abs(left.knee - right.knee)
    if apart < 8 and abs(canvas.figure.view.ahead) > 0.9:
        return (canvas.side,)
    joints, view = canvas.skeleton.joints, canvas.figure.view
    near_last = sorted(SIDES, key=lambda side: view.depth(joints[f"hip_{side}"]))
    return tuple(near_last)


def _share(value: float, begin: float, full: float) -> float:
    return min(1.0, max(0.0, (value - begin) / (full - begin)))


def _on_thigh(
    canvas: Canvas, side: str, rows: tuple[tuple[float, float, float, float], ...], *, back: bool
) -> _Muscle:
    joints = canvas.skeleton.joints
    hip, knee = joints[f"hip_{side}"], joints[f"knee_{side}"]
    places = [between(hip, knee, along) for along, *_ in rows]
    lean = math.atan2(hip.x - knee.x, hip.y - knee.y)
    return _muscle(canvas, places, lean, rows, back=back)


def _glute(canvas: Canvas, side: str) -> _Muscle:
    skeleton = canvas.skeleton
    stature, hip = skeleton.lengths.stature, skeleton.hip
    # It spans from pelvis to thigh, and turns with both.
    lean = math.radians(skeleton.pose.pelvis * 0.65 + skeleton.legs[side].thigh * 0.35)
    aside = hip.z + (_ASIDE if side == "right" else -_ASIDE) * stature
    places = [
        Vec3(hip.x + up * stature * math.sin(lean), hip.y + up * stature * math.cos(lean), aside)
        for up, *_ in _GLUTES
    ]
    return _muscle(canvas, places, lean, _GLUTES, back=True)


def _muscle(
    canvas: Canvas,
    places: list[Vec3],
    lean: float,
    rows: tuple[tuple[float, float, float, float], ...],
    *,
    back: bool,
) -> _Muscle:
    """Return a muscle's outline: a row of ellipses before or behind an axis that leans."""
    view, stature = canvas.figure.view, canvas.skeleton.lengths.stature
    front_x, front_y = math.cos(lean), -math.sin(lean)
    centres, halves = [], []
    for place, (_, front, deep, broad) in zip(places, rows, strict=True):
        off = front * stature
        centres.append(view.point(Vec3(place.x + front_x * off, place.y + front_y * off, place.z)))
        halves.append(canvas.figure.pixels(math.hypot(deep * view.ahead, broad * view.aside)))
    xs = catmull_rom([at.x() for at in centres], _POINTS)
    ys = catmull_rom([at.y() for at in centres], _POINTS)
    half = catmull_rom(halves, _POINTS)
    one, other = [], []
    for index, (x, y, out) in enumerate(zip(xs, ys, half, strict=True)):
        low, high = max(index - 1, 0), min(index + 1, _POINTS - 1)
        dx, dy = xs[high] - xs[low], ys[high] - ys[low]
        length = math.hypot(dx, dy) or 1.0
        across = QPointF(-dy / length * out, dx / length * out)
        one.append(QPointF(x, y) + across)
        other.append(QPointF(x, y) - across)
    away = math.sin(math.radians(view.turn))  # how much of its front faces the viewer
    hidden = away > 0.55 if back else away < -0.55
    middle = [QPointF(x, y) for x, y in zip(xs, ys, strict=True)]
    return _Muscle(QPolygonF(one + other[::-1]), middle, hidden)


def _paint_working(canvas: Canvas, muscle: _Muscle, lit: float) -> None:
    palette = canvas.palette
    colour = blend(palette.figure, palette.hip, 0.25 + 0.75 * lit)
    _paint_outline(canvas, muscle, colour, None if muscle.hidden else colour)


def _paint_stretched(canvas: Canvas, muscle: _Muscle, share: float) -> None:
    """Fill a muscle the stronger the more it is stretched, with lines along its fibres."""
    palette = canvas.palette
    filled = blend(palette.figure, palette.hip, 0.10 + 0.45 * share)
    _paint_outline(canvas, muscle, palette.hip, None if muscle.hidden else filled)
    if muscle.hidden:
        return
    fibres = palette.card if palette.dark else palette.hip
    pen = QPen(fibres, max(1.0, canvas.figure.pixels(0.0035)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    outline = muscle.outline.toList()
    other = outline[: _POINTS - 1 : -1]
    for across in (0.30, 0.70):
        fibre = [
            a * across + b * (1 - across)
            for a, b in zip(outline[1 : _POINTS - 1], other[1:-1], strict=True)
        ]
        canvas.painter.drawPolyline(QPolygonF(fibre))


def _paint_outline(canvas: Canvas, muscle: _Muscle, edge: QColor, filled: QColor | None) -> None:
    """Draw a muscle; of one on the far side only a dashed edge is seen."""
    painter = canvas.painter
    if canvas.palette.dark and filled is not None:
        # Nearly as light as the body.
        edge = canvas.palette.card
    pen = QPen(edge, canvas.width(0.005))
    if filled is None:
        pen.setDashPattern([3, 2])
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(filled)
    painter.setPen(pen)
    painter.drawPolygon(muscle.outline)
