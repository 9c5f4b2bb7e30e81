"""The seat: each glute as a rounded solid between pelvis and thigh, with the fold below it."""

from __future__ import annotations

import math
from functools import lru_cache, partial

from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.figure import anatomy
from app.figure.build import Build
from app.figure.outline import ribbon
from app.figure.solid import Oval, enclosing, placed
from app.figure.view import View

#: The fold lies on the glute's own outline, between these angles from straight behind it, rad.
_FOLD = (0.62, 1.75)
_FOLD_POINTS, _FOLD_WIDTH = 7, 0.0042
#: The crease in front of the hip: from how far ahead of the joint to where, statures, once the hip
#: is flexed by so much, and all of it from the second angle on, deg.
_CREASE, _CREASED = (0.060, 0.016), (12.0, 60.0)


def glute_of(
    skeleton: Skeleton, side: str, build: Build, view: View, size: float
) -> QPolygonF:
    """Return one side's glute in pixels; `size` is pixels for a stature."""
    way = 1 if side == "right" else -1
    make = partial(_glute, build, way)
    (shape,) = placed(make, _lean(skeleton, side), skeleton.hip, size, view)
    return shape


def fold_of(skeleton: Skeleton, side: str, build: Build, view: View, size: float) -> QPolygonF:
    """Return the fold between a glute and its thigh as a thin crescent; empty if not visible."""
    flexed = max(0.0, skeleton.legs[side].hip_flexion)
    # The more the hip is flexed, the less there is of the fold.
    share = (1 - min(flexed, 110.0) / 150) * max(0.0, 1 - max(0.0, _facing(view)) * 2.5)
    if share <= 0:
        return QPolygonF()
    behind, up, aside, deep, high, broad = build.glute
    lean = _lean(skeleton, side)
    stature, hip = skeleton.lengths.stature, skeleton.hip
    sin, cos = math.sin(lean), math.cos(lean)
    xs, ys = [], []
    way = 1 if side == "right" else -1
    for index in range(_FOLD_POINTS):
        angle = _FOLD[0] + (_FOLD[1] - _FOLD[0]) * share * index / (_FOLD_POINTS - 1)
        # From straight behind downward, in the glute's own frame.
        back, down = behind + deep * math.cos(angle), up - high * math.sin(angle)
        out = aside + broad * 0.55 * math.sin(angle) * abs(view.aside)
        x = hip.x - stature * (back * cos - down * sin)
        y = hip.y + stature * (down * cos + back * sin)
        at = view.point(hip._replace(x=x, y=y, z=hip.z + way * out * stature))
        xs.append(at.x())
        ys.append(at.y())
    return ribbon(xs, ys, _FOLD_WIDTH * size)


def crease_of(skeleton: Skeleton, side: str, view: View, size: float) -> QPolygonF:
    """Return the crease in front of a flexed hip as a line; empty if there is none."""
    leg = skeleton.legs[side]
    share = (leg.hip_flexion - _CREASED[0]) / (_CREASED[1] - _CREASED[0])
    share = min(max(share, 0.0), 1.0) * abs(view.ahead)
    if share < 0.1:
        return QPolygonF()
    hip, stature = skeleton.joints[f"hip_{side}"], skeleton.lengths.stature
    lean = math.radians((skeleton.pose.pelvis + leg.thigh) / 2)
    # Where pelvis and thigh meet: ahead of the hip, halfway between the two.
    xs, ys = [], []
    far, near = _CREASE
    for part in (0.0, 0.5, 1.0):
        out = (far - (far - near) * share * part) * stature
        bow = 0.006 * stature * math.sin(math.pi * part)
        x = hip.x + out * math.cos(lean) + bow * math.sin(lean)
        y = hip.y - out * math.sin(lean) + bow * math.cos(lean)
        at = view.point(hip._replace(x=x, y=y))
        xs.append(at.x())
        ys.append(at.y())
    return ribbon(xs, ys, _FOLD_WIDTH * size)


def _facing(view: View) -> float:
    """Return how much the person faces the viewer, -1..1."""
    return math.sin(math.radians(view.turn))


def _lean(skeleton: Skeleton, side: str) -> float:
    """Return how a glute leans between pelvis and thigh, rad."""
    share = anatomy.GLUTE_SHARE
    thigh = skeleton.legs[side].thigh
    return math.radians(skeleton.pose.pelvis * share + thigh * (1 - share))


@lru_cache(maxsize=384)
def _glute(
    build: Build, way: int, lean: float, ahead: float, aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return a glute seen from the middle of the hips, in statures; `way` is 1 on the right."""
    behind, up, out, deep, high, broad = build.glute
    sin, cos = math.sin(lean), math.cos(lean)
    # The directions behind and up on the screen.
    back_x, back_y = -cos * ahead, -sin
    up_x, up_y = sin * ahead, -cos
    x = behind * back_x + up * up_x + way * out * aside
    y = behind * back_y + up * up_y
    solid = Oval(
        x, y, deep * back_x, deep * back_y, high * up_x, high * up_y, broad * aside, 0.0
    )  # fmt: skip
    return (enclosing([solid], fine=fine),)


