"""Outlines of feet and open hands as polygons in pixels."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform

from app.body.vectors import Vec3
from app.figure import anatomy
from app.figure.outline import LARGE, hull, polygon
from app.figure.view import View

_FOOT, _FINE_FOOT = polygon(anatomy.FOOT), polygon(anatomy.FINE_FOOT)
_HAND, _FINE_HAND = polygon(anatomy.HAND), polygon(anatomy.FINE_HAND)


def foot_outline(heel: Vec3, toe: Vec3, size: float, view: View) -> QPolygonF:
    """Return a foot between the ends of its sole, m; `size` is pixels for a stature."""
    start, end = view.point(heel), view.point(toe)
    along = end - start
    # What is up for the foot leans back as its toes rise.
    forward, rise, aside = toe.x - heel.x, toe.y - heel.y, toe.z - heel.z
    flat = math.hypot(forward, aside)
    high = size / (math.hypot(flat, rise) or 1.0)
    across = (forward * view.ahead + aside * view.aside) * -rise * high / (flat or 1.0)
    place = QTransform(along.x(), along.y(), across, -flat * high, start.x(), start.y())
    fine = size > LARGE
    profile = place.map(_FINE_FOOT if fine else _FOOT)
    breadth = abs(view.aside) * size * anatomy.FOOT_BREADTH
    if breadth < 2:
        return profile
    corners = []
    shape = anatomy.FINE_FOOT if fine else anatomy.FOOT
    for point, (_, up) in zip(profile.toList(), shape, strict=True):
        # The ankle is narrower than the sole.
        spread = QPointF(breadth * (1.0 if up < 0.03 else 0.75), 0)
        corners += [point + spread, point - spread]
    return hull(corners)


def hand_outline(side: str, wrist: QPointF, tip: QPointF, size: float, view: View) -> QPolygonF:
    """Return an open hand between two pixel positions; `size` is pixels for a stature."""
    dx, dy = tip.x() - wrist.x(), tip.y() - wrist.y()
    # The thumb lies in front when the arm hangs; seen from the front it points inward.
    inward = view.aside if side == "left" else -view.aside
    thumb = size / (math.hypot(dx, dy) or 1.0)
    thumb = math.copysign(thumb, view.ahead if abs(view.ahead) > abs(view.aside) else inward)
    place = QTransform(dx, dy, dy * thumb, -dx * thumb, wrist.x(), wrist.y())
    return place.map(_FINE_HAND if size > LARGE else _HAND)
