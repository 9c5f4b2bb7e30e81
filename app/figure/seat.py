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
#: The crease in front of the hip: how far in front of it belly and thigh meet there, as a share of
#: how far the thigh does, where it ends, statures, at what flexion it begins and is whole, deg, and
#: how far it bows, statures.
_BELLY, _CREASE_END, _CREASED, _BOW = 1.087, 0.026, (15.0, 65.0), 0.005
_FAINT = 0.1
#: Seen more from the front than this (sine), there is no fold.
_TURNED = 0.35


def glute_of(skeleton: Skeleton, side: str, build: Build, view: View, size: float) -> QPolygonF:
    """Return one side's glute in pixels; `size` is pixels for a stature."""
    way = 1 if side == "right" else -1
    make = partial(_glute, build, way)
    (shape,) = placed(make, _lean(skeleton, side), skeleton.hip, size, view)
    return shape


def fold_of(skeleton: Skeleton, side: str, build: Build, view: View, size: float) -> QPolygonF:
    """Return the fold between a glute and its thigh as a line; empty if it is not visible."""
    if view.nearer_x > _TURNED:
        return QPolygonF()
    way = 1 if side == "right" else -1
    make = partial(_fold, build, way, _step(skeleton, side))
    (shape,) = placed(make, _lean(skeleton, side), skeleton.hip, size, view)
    return shape


def crease_of(skeleton: Skeleton, side: str, build: Build, view: View, size: float) -> QPolygonF:
    """Return the crease in front of a flexed hip as a line; empty if there is none."""
    leg = skeleton.legs[side]
    lean = math.radians((skeleton.pose.pelvis + leg.thigh) / 2)
    make = partial(_crease, build, _step(skeleton, side))
    (shape,) = placed(make, lean, skeleton.joints[f"hip_{side}"], size, view)
    return shape


def _step(skeleton: Skeleton, side: str) -> int:
    """Return the flexion of a hip in half degrees."""
    return round(2 * skeleton.legs[side].hip_flexion)


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


@lru_cache(maxsize=512)
def _fold(
    build: Build, way: int, flexed: int, lean: float, ahead: float, aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return the fold seen from the middle of the hips, in statures; `flexed` in half degrees."""
    behind, up, out, deep, high, broad = build.glute
    flexion = flexed / 2
    # The thigh as the glute's frame sees it: which way leads down it, and which behind it.
    turned = math.radians(flexion * anatomy.GLUTE_SHARE)
    share, reach = 1 - max(0.0, flexion) / _UNFOLDED, build.thigh_back
    down = math.sin(turned), -math.cos(turned)
    back = -math.cos(turned), -math.sin(turned)
    reach -= -behind * back[0] + up * back[1]
    if share <= 0 or abs(reach) >= deep:
        return (QPolygonF(),)
    begin = math.acos(reach / deep)
    sin, cos = math.sin(lean), math.cos(lean)
    xs, ys = [], []
    count = _FOLD_POINTS * (2 if fine else 1)
    for index in range(count):
        part = index / (count - 1)
        c, s = math.cos(begin + _FOLD * share * part), math.sin(begin + _FOLD * share * part)
        x = -behind + deep * back[0] * c + high * down[0] * s
        y = up + deep * back[1] * c + high * down[1] * s
        z = way * (out + (part - 0.5) * broad * abs(aside))
        xs.append((x * cos + y * sin) * ahead + z * aside)
        ys.append(x * sin - y * cos)
    return (ribbon(xs, ys, _LINE),)


@lru_cache(maxsize=512)
def _crease(
    build: Build, flexed: int, lean: float, ahead: float, _aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return the crease seen from its hip, in statures; `flexed` in half degrees."""
    begin, whole = _CREASED
    share = min(max((flexed / 2 - begin) / (whole - begin), 0.0), 1.0) * abs(ahead)
    if share < _FAINT:
        return (QPolygonF(),)
    # Where pelvis and thigh meet: ahead of the hip, halfway between the two.
    far = _BELLY * build.thigh.fine[0].front / math.cos(math.radians(min(flexed / 2, 110.0)) / 2)
    sin, cos = math.sin(lean), math.cos(lean)
    xs, ys = [], []
    count = _FOLD_POINTS * (2 if fine else 1)
    for index in range(count):
        part = index / (count - 1)
        x = far - (far - _CREASE_END) * share * part
        y = _BOW * math.sin(math.pi * part)
        xs.append((x * cos + y * sin) * ahead)
        ys.append(x * sin - y * cos)
    return (ribbon(xs, ys, _LINE),)
