"""Which way a part at fault has gone: an arrow beside it, or a line up from the foot."""

from __future__ import annotations

import math
from collections.abc import Collection

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.body.form import Check
from app.body.skeleton import Vec3
from app.body.vectors import between
from app.figure.figure import FigurePainter
from app.figure.lit_parts import is_seen
from app.movement.visibility import Lit, lit_by

#: With less of the forward axis across the screen, an arrow ahead or back has no length.
_FROM_FRONT = 0.45
#: Seen from behind by more than this (sine), the head hides the way of the face.
_FROM_BEHIND = -0.5
#: Statures: the width of an arrow, half its head's breadth, its head's length, and its casing.
_WIDTH, _HALF, _HEAD, _CASING = 0.0125, 0.0185, 0.030, 0.006
#: Statures: where an arrow beside the lit knee begins and ends, and one that presses the foot down.
_BESIDE, _AWAY, _ABOVE, _ONTO = 0.006, 0.076, 0.128, 0.050
#: An arrow onto the heel is this far behind it, beside the shin, statures.
_BEHIND = 0.022
#: How far ahead of and above C7 the middle of an arrow beside the face is, and half its length.
_FACE, _MIDDLE, _RISES = 0.088, 0.070, 0.036
_DASHES = (2.4, 2.0)


def paint_fault_arrows(painter: QPainter, figure: FigurePainter, faults: Collection[Check]) -> None:
    """Draw which way the parts at fault have gone, each once, on the near side."""
    joints, view = figure.skeleton.joints, figure.view
    stature, pressure = figure.skeleton.lengths.stature, figure.skeleton.pose.pressure
    lit = {lit_by(check, pressure) for check in faults}
    sideways = abs(view.ahead) >= _FROM_FRONT

    def farthest(joint: str, way: float) -> Vec3:
        """Return the joint of the side that lies farther this way across the screen."""
        both = (joints[f"{joint}_{side}"] for side in ("left", "right"))
        return max(both, key=lambda at: way * view.ahead * view.point(at).x())

    if sideways and (ahead := _knee_goes(faults)):
        knee = farthest("knee", ahead)
        tail, tip = (
            knee._replace(x=knee.x + ahead * (figure.limbs.knee_radius + away) * stature)
            for away in (_BESIDE, _AWAY)
        )
        _paint_arrow(painter, figure, tail, tip)
    for part in lit & {Lit.HEELS, Lit.TOES}:
        if is_seen(part, view):
            way = -1 if part is Lit.HEELS else 1
            end = farthest(part.removesuffix("s"), way)
            x = end.x - (_BEHIND * stature if part is Lit.HEELS else 0.0)
            tail, tip = (Vec3(x, end.y + up * stature, end.z) for up in (_ABOVE, _ONTO))
            _paint_arrow(painter, figure, tail, tip)
    if sideways and Lit.NECK in lit and view.nearer_x > _FROM_BEHIND:
        _paint_arrow(painter, figure, *_beside_face(figure))
    if sideways and Check.HIPS_BACK in faults:
        ankle = between(joints["ankle_left"], joints["ankle_right"], 0.5)
        _paint_plumb(painter, figure, ankle, figure.skeleton.hip.y)


def _beside_face(figure: FigurePainter) -> tuple[Vec3, Vec3]:
    """Return the ends of an arrow that goes with the face, up where the neck is bent back."""
    joints, stature = figure.skeleton.joints, figure.skeleton.lengths.stature
    c7, crown = joints["c7"], joints["vertex"]
    lean = math.atan2(crown.x - c7.x, crown.y - c7.y)
    sin, cos = math.sin(lean), math.cos(lean)
    way = math.copysign(1.0, figure.skeleton.pose.neck)
    return tuple(
        Vec3(
            c7.x + (_FACE * cos + up * sin) * stature,
            c7.y + (up * cos - _FACE * sin) * stature,
            c7.z,
        )
        for up in (_MIDDLE - way * _RISES, _MIDDLE + way * _RISES)
    )  # type: ignore[return-value]


def _knee_goes(faults: Collection[Check]) -> int:
    """Return 1 where the knee bends too far ahead, -1 where it is pushed back, otherwise 0."""
    if Check.SOFT_KNEES in faults:
        return -1
    return int(Check.SHINS_VERTICAL in faults or Check.HINGE_NOT_SQUAT in faults)


def _paint_arrow(painter: QPainter, figure: FigurePainter, tail: Vec3, tip: Vec3) -> None:
    begin, end = figure.view.point(tail), figure.view.point(tip)
    way = end - begin
    length = math.hypot(way.x(), way.y()) or 1.0
    along = way / length
    across = QPointF(-along.y(), along.x())
    head, half, thin = (figure.pixels(share) for share in (_HEAD, _HALF, _WIDTH / 2))
    neck = end - along * head
    shape = QPolygonF(
        [
            begin + across * thin, neck + across * thin, neck + across * half, end,
            neck - across * half, neck - across * thin, begin - across * thin,
        ]
    )  # fmt: skip
    casing = QPen(figure.palette.card, 2 * max(1.0, figure.pixels(_CASING)))
    casing.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(casing)
    painter.setBrush(figure.palette.wrong)
    painter.drawPolygon(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(shape)


def _paint_plumb(painter: QPainter, figure: FigurePainter, foot: Vec3, height: float) -> None:
    """Draw the upright from the ankles to the height of the hips, which they have not left."""
    ends = figure.view.point(foot), figure.view.point(foot._replace(y=height))
    width = max(1.5, figure.pixels(_WIDTH * 0.7))
    for colour, thick in ((figure.palette.card, 1.9 * width), (figure.palette.wrong, width)):
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if colour is figure.palette.wrong:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(*ends)
