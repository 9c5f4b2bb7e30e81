"""Joint angles: hip, knee and trunk, each an arc from zero, with its number."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF

from app.body.vectors import Vec3
from app.figure.overlays.canvas import DASHED, Canvas

#: The radius of each arc and the length of its legs, fractions of stature.
_HIP, _KNEE, _TRUNK = 0.115, 0.080, 0.150
_BEYOND = 1.18
_STEP = math.radians(6)
#: Directions whose angle has a smaller sine count as one.
_PARALLEL = 1e-6
#: Less than this is not drawn as an arc, deg.
_LEAST = 4.0
#: Where a number may go: behind the person and a little up or down from there.
_BEHIND_LOW = ((1.0, 0.0), (1.0, -0.5), (1.0, 0.5), (-1.0, 0.2))
_BEHIND = ((1.0, 0.25), (1.0, 0.8), (1.0, -0.4), (0.3, 1.0))
_ABOVE = ((1.0, 0.45), (0.6, 1.0), (-0.3, 1.0), (1.0, 0.0))


def paint_hip_angle(canvas: Canvas) -> None:
    """Draw hip flexion: the pelvis against the line of the thigh continued beyond the hip."""
    skeleton, side = canvas.skeleton, canvas.side
    angle = skeleton.legs[side].hip_flexion
    hip, knee = skeleton.joints[f"hip_{side}"], skeleton.joints[f"knee_{side}"]
    pelvis = math.radians(skeleton.pose.pelvis)
    towards = Vec3(math.sin(pelvis), math.cos(pelvis), 0.0)
    at = _paint(canvas, hip, _unit(knee, hip), towards, _HIP, angle)
    text = canvas.words.hip.format(angle=_whole(angle))
    canvas.note(text, at, _BEHIND, 0.012)


def paint_angles(canvas: Canvas) -> None:
    """Draw the flexion of hip and knee and the lean of the trunk."""
    skeleton, side, words = canvas.skeleton, canvas.side, canvas.words
    joints, angle = skeleton.joints, skeleton.legs[side].knee
    knee = joints[f"knee_{side}"]
    shank, thigh = _unit(knee, joints[f"ankle_{side}"]), _unit(joints[f"hip_{side}"], knee)
    trunk = skeleton.pose.thorax
    lean = math.radians(trunk)
    up, along = Vec3(0.0, 1.0, 0.0), Vec3(math.sin(lean), math.cos(lean), 0.0)
    tilted = _paint(canvas, joints["t12l1"], up, along, _TRUNK, trunk)
    bent = _paint(canvas, knee, thigh, shank, _KNEE, angle)
    paint_hip_angle(canvas)
    canvas.note(words.knee.format(angle=_whole(angle)), bent, _BEHIND_LOW, 0.012)
    canvas.note(words.trunk.format(angle=_whole(trunk)), tilted, _ABOVE, 0.012)


def _paint(
    canvas: Canvas, apex: Vec3, begin: Vec3, end: Vec3, radius: float, angle: float
) -> QPointF:
    """Draw an angle between two directions and return the point its number belongs to.

    The zero direction is dashed; the other leg of the angle is the body itself.
    """
    corner = canvas.point(*apex)
    if canvas.from_front:
        # Seen from the front an arc would show another angle.
        canvas.dot(corner, 0.010)
        return corner
    # Directions add up in the picture as they do in space.
    reach = radius * canvas.skeleton.lengths.stature
    x, y = corner.x(), corner.y()
    begin_x, begin_y = _in_picture(canvas, begin, reach)
    end_x, end_y = _in_picture(canvas, end, reach)
    zero = QPointF(x + begin_x * _BEYOND, y + begin_y * _BEYOND)
    canvas.line(corner, zero, 0.005, dashes=DASHED)
    body = QPointF(x + end_x * _BEYOND, y + end_y * _BEYOND)
    canvas.line(corner, body, 0.005, guarded=False)
    cosine = begin.x * end.x + begin.y * end.y + begin.z * end.z
    turned = math.acos(max(-1.0, min(1.0, cosine)))
    cos, sin = math.cos(turned), math.sin(turned)
    # At right angles to where it begins, on the side it turns to.
    across_x = (end_x - begin_x * cos) / sin if sin > _PARALLEL else 0.0
    across_y = (end_y - begin_y * cos) / sin if sin > _PARALLEL else 0.0

    def on_arc(turn: float) -> QPointF:
        c, s = math.cos(turn), math.sin(turn)
        return QPointF(x + begin_x * c + across_x * s, y + begin_y * c + across_y * s)

    if abs(angle) >= _LEAST:
        steps = max(2, math.ceil(turned / _STEP))
        arc = [on_arc(turned * index / steps) for index in range(steps + 1)]
        canvas.curve(arc, 0.008)
        parts = arc[:: max(1, steps // 2)]
        for one, other in pairwise(parts):
            canvas.notes.keep_off_line(one, other)
    canvas.dot(corner, 0.010)
    return on_arc(0.3 * turned)


def _in_picture(canvas: Canvas, way: Vec3, length: float) -> tuple[float, float]:
    """Return a direction of this length (m) in pixels."""
    view = canvas.figure.view
    across = (way.x * view.ahead + way.z * view.aside) * length
    return across * view.scale, -way.y * length * view.scale


def _unit(start: Vec3, end: Vec3) -> Vec3:
    """Return the direction from one point to another."""
    x, y, z = end.x - start.x, end.y - start.y, end.z - start.z
    length = math.hypot(x, y, z)
    return Vec3(x / length, y / length, z / length)


def _whole(angle: float) -> int:
    """Return an angle in whole degrees."""
    return round(angle)
