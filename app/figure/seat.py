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

#: The fold begins where the glute's outline meets the back of the thigh, and follows it inward over
#: this angle, rad.
_FOLD, _FOLD_POINTS, _LINE = 0.80, 6, 0.0040
#: The more the hip is flexed, deg, the less there is of the fold.
_UNFOLDED = 170.0
#: The crease in front of the hip: how far belly and thigh lie in front of it there, where the crease
#: ends, statures, and at what flexion it begins and is whole, deg.
_BELLY, _CREASE_END, _CREASED = 0.056, 0.026, (15.0, 65.0)


def glute_of(
    skeleton: Skeleton, side: str, build: Build, view: View, size: float
) -> QPolygonF:
    """Return one side's glute in pixels; `size` is pixels for a stature."""
    way = 1 if side == "right" else -1
    make = partial(_glute, build, way)
    (shape,) = placed(make, _lean(skeleton, side), skeleton.hip, size, view)
    return shape


def fold_of(skeleton: Skeleton, side: str, build: Build, view: View, size: float) -> QPolygonF:
    """Return the fold between a glute and its thigh as a line; empty if it is not visible."""
    leg = skeleton.legs[side]
    share = (1 - max(0.0, leg.hip_flexion) / _UNFOLDED) * (1 - 2.5 * max(0.0, _facing(view)))
    behind, up, aside, deep, high, broad = build.glute
    lean, thigh = _lean(skeleton, side), math.radians(leg.thigh)
    sin, cos = math.sin(lean), math.cos(lean)
    # The glute's middle as seen from the hip, and the directions down the thigh and behind it.
    x, y = -behind * cos + up * sin, up * cos + behind * sin
    down_x, down_y = -math.sin(thigh), -math.cos(thigh)
    back_x, back_y = down_y, -down_x
    reach = build.thigh_back - (x * back_x + y * back_y)
    if share <= 0 or abs(reach) >= deep:
        return QPolygonF()
    begin = math.acos(reach / deep)
    hip, stature = skeleton.hip, skeleton.lengths.stature
    way = 1 if side == "right" else -1
    xs, ys = [], []
    for index in range(_FOLD_POINTS):
        turn = begin + _FOLD * share * index / (_FOLD_POINTS - 1)
        c, s = deep * math.cos(turn), high * math.sin(turn)
        out = aside + (index / (_FOLD_POINTS - 1) - 0.5) * broad * abs(view.aside)
        at = hip._replace(
            x=hip.x + stature * (x + back_x * c + down_x * s),
            y=hip.y + stature * (y + back_y * c + down_y * s),
            z=hip.z + way * out * stature,
        )
        point = view.point(at)
        xs.append(point.x())
        ys.append(point.y())
    return ribbon(xs, ys, _LINE * size)


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
    half = math.radians(min(leg.hip_flexion, 110.0)) / 2
    far, near = _BELLY / math.cos(half), _CREASE_END
    xs, ys = [], []
    for part in (0.0, 0.5, 1.0):
        out = (far - (far - near) * share * part) * stature
        bow = 0.006 * stature * math.sin(math.pi * part)
        x = hip.x + out * math.cos(lean) + bow * math.sin(lean)
        y = hip.y - out * math.sin(lean) + bow * math.cos(lean)
        at = view.point(hip._replace(x=x, y=y))
        xs.append(at.x())
        ys.append(at.y())
    return ribbon(xs, ys, _LINE * size)


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


