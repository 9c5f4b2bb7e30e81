"""The line of the ground's reaction: in front of the knee in a hinge, behind it in a squat."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.body.balance import GRAVITY, weight_shares
from app.body.vectors import between
from app.figure.overlays.canvas import Canvas
from app.figure.overlays.weight import mean_foot

_BEYOND = 0.16  # how far it continues above the centre of mass, fraction of stature
_HEAD = 0.022  # half the width of its head
_TICK = 0.016


def paint_reaction(canvas: Canvas) -> None:
    """Draw the line up from the centre of pressure, and its gap to the knee."""
    skeleton, measures = canvas.skeleton, canvas.measures
    heel, toe = mean_foot(canvas)
    start = between(heel, toe, measures.pressure)
    # The floor holds against what pulls the hips back, so the reaction leans forward.
    weight = sum(mass.kg for mass in skeleton.masses) * GRAVITY
    lean = skeleton.pose.pull / weight
    height = measures.com.y + _BEYOND * skeleton.lengths.stature
    foot = canvas.point(start.x, 0.0, measures.com.z)
    tip = canvas.point(start.x + lean * height, height, measures.com.z)
    canvas.line(foot, tip, 0.009)
    _paint_head(canvas, foot, tip)
    if not canvas.from_front:
        _paint_gap(canvas)


def _paint_head(canvas: Canvas, foot: QPointF, tip: QPointF) -> None:
    way = tip - foot
    half = max(4.0, canvas.figure.pixels(_HEAD))
    ahead = way * (half / (math.hypot(way.x(), way.y()) or 1.0))
    aside = QPointF(-ahead.y(), ahead.x()) * 0.8
    head = QPolygonF([tip + ahead * 1.4, tip - aside - ahead * 0.6, tip + aside - ahead * 0.6])
    canvas.fill(head, canvas.palette.hip)


def _paint_gap(canvas: Canvas) -> None:
    """Join line and knee horizontally: which of them is in front tells hinge from squat."""
    joints = canvas.skeleton.joints
    left, right = weight_shares(canvas.skeleton.pose)
    one, other = joints["knee_left"], joints["knee_right"]
    knee = between(one, other, right / (left + right))
    at = canvas.point(*knee)
    # Drawn from the visible knee; both are equally far from the line.
    away = canvas.point(knee.x + canvas.measures.line_to_knee, knee.y, knee.z)
    canvas.line(at, away, 0.012)
    canvas.dot(at, 0.014)
    tick = QPointF(0.0, canvas.figure.pixels(_TICK))
    canvas.line(away - tick, away + tick, 0.008, guarded=False)
