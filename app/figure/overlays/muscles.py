"""Working and stretched muscles: filled where they work, striped where they are stretched."""

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
_ASIDE = 0.046  # how far from the middle each glute is
_POINTS = 13
#: From where on each is highlighted, and where fully.
_GLUTES_FROM, _GLUTES_FULL = 12.0, 30.0  # hip flexion, deg
_QUADS_FROM, _QUADS_FULL = 25.0, 45.0  # knee flexion, deg, the reaction line behind the knee
_STRETCHED = 0.30  # of what the straight-leg raise allows
_BEHIND = ((1.0, 0.0), (1.0, -0.5), (1.0, 0.5))
_UP_BEHIND = ((1.0, 0.5), (0.6, 1.0), (1.0, 0.0))
_AHEAD = ((-1.0, 0.0), (-1.0, -0.5), (-1.0, 0.5))


class _Muscle(NamedTuple):
    """A muscle in the picture, in pixels.

    Attributes:
        outline: its whole outline.
        one, other: its two edges, each from the upper end.
        middle: its middle.
        hidden: whether it is on the far side.
    """

    outline: QPolygonF
    one: list[QPointF]
    other: list[QPointF]
    middle: QPointF
    hidden: bool


def paint_muscles(canvas: Canvas) -> None:
    """Highlight glutes, hamstrings and, in a squat, the front of the thighs."""
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
                canvas.note(words.stretches, muscle.middle, _BEHIND, 0.02, own=False)
        if squat and (lit := _share(leg.knee, _QUADS_FROM, _QUADS_FULL)):
            muscle = _on_thigh(canvas, side, _QUADS, back=False)
            _paint_working(canvas, muscle, lit)
            if side == canvas.side:
                canvas.note(words.works, muscle.middle, _AHEAD, 0.02, own=False)
        if lit := _share(leg.hip_flexion, _GLUTES_FROM, _GLUTES_FULL):
            muscle = _glute(canvas, side)
            _paint_working(canvas, muscle, lit)
            if side == canvas.side:
                glute = muscle.middle
    canvas.figure.paint_hip(canvas.painter)
    if glute:
        canvas.note(words.works, glute, _UP_BEHIND, 0.02, own=False)


def _sides(canvas: Canvas) -> tuple[str, ...]:
    """Return the legs to highlight: both where both are visible or where they differ."""
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
    """Return a muscle's outline: a row of ellipses in front of or behind a leaning axis."""
    view, stature, size = canvas.figure.view, canvas.skeleton.lengths.stature, canvas.figure.pixels
    front_x, front_y = math.cos(lean) * stature, -math.sin(lean) * stature
    ahead, aside, whole = view.ahead, view.aside, size(1.0)
    across, ups, halves = [], [], []
    for (x, y, z), (_, front, deep, broad) in zip(places, rows, strict=True):
        at = view.point(Vec3(x + front_x * front, y + front_y * front, z))
        across.append(at.x())
        ups.append(at.y())
        halves.append(math.hypot(deep * ahead, broad * aside) * whole)
    xs, ys = catmull_rom(across, _POINTS), catmull_rom(ups, _POINTS)
    half = catmull_rom(halves, _POINTS)
    one, other = [], []
    last_x, last_y = xs[0], ys[0]
    for x, y, out, next_x, next_y in zip(
        xs, ys, half, [*xs[1:], xs[-1]], [*ys[1:], ys[-1]], strict=True
    ):
        dx, dy = next_x - last_x, next_y - last_y
        share = out / (math.hypot(dx, dy) or 1.0)
        dx, dy = dx * share, dy * share
        one.append(QPointF(x - dy, y + dx))
        other.append(QPointF(x + dy, y - dx))
        last_x, last_y = x, y
    away = view.nearer_x  # how much of its front faces the viewer
    hidden = away > 0.55 if back else away < -0.55
    middle = QPointF(xs[_POINTS // 2], ys[_POINTS // 2])
    return _Muscle(QPolygonF(one + other[::-1]), one, other, middle, hidden)


def _paint_working(canvas: Canvas, muscle: _Muscle, lit: float) -> None:
    palette = canvas.palette
    colour = blend(palette.figure, palette.hip, 0.25 + 0.75 * lit)
    _paint_outline(canvas, muscle, colour, None if muscle.hidden else colour)


def _paint_stretched(canvas: Canvas, muscle: _Muscle, share: float) -> None:
    """Fill a muscle more strongly the more it is stretched, with lines along its fibres."""
    palette = canvas.palette
    filled = blend(palette.figure, palette.hip, 0.10 + 0.45 * share)
    _paint_outline(canvas, muscle, palette.hip, None if muscle.hidden else filled)
    if muscle.hidden:
        return
    fibres = palette.card if palette.dark else palette.hip
    pen = QPen(fibres, max(1.0, canvas.figure.pixels(0.0035)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    edges = list(zip(muscle.one[1:-1], muscle.other[1:-1], strict=True))
    for across in (0.30, 0.70):
        fibre = [a * across + b * (1 - across) for a, b in edges]
        canvas.painter.drawPolyline(QPolygonF(fibre))


def _paint_outline(canvas: Canvas, muscle: _Muscle, edge: QColor, filled: QColor | None) -> None:
    """Draw a muscle; one on the far side shows only a dashed edge."""
    painter = canvas.painter
    if canvas.palette.dark and filled is not None:
        # Otherwise nearly as light as the body.
        edge = canvas.palette.card
    pen = QPen(edge, canvas.width(0.005))
    if filled is None:
        pen.setDashPattern([3, 2])
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(filled)
    painter.setPen(pen)
    painter.drawPolygon(muscle.outline)
