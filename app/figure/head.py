"""A head like a mannequin's: an egg with a nose, and a face that shows where it looks."""

from __future__ import annotations

import math
from functools import lru_cache, partial

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure import anatomy
from app.figure.solid import Oval, enclosing, placed
from app.figure.tapered import limb_outline
from app.figure.view import View

_FACE_POINTS = 24
#: The face is told apart from the skull when turned towards the viewer: from the first sine on, and
#: fully from the second. From the side the outline shows it; a narrow patch would look like a
#: beard.
_SEEN_FROM, _SEEN_WHOLE = 0.10, 0.60


class Head(msgspec.Struct, frozen=True):
    """The shapes of a head in pixels, in the order they are painted.

    Attributes:
        neck: from inside the skull to below C7.
        skull, nose: its outline.
        face: the visible part of the face; empty where it is turned away.
        facing: 0..1, how clearly the face is told apart from the skull.
    """

    neck: QPolygonF
    skull: QPolygonF
    nose: QPolygonF
    face: QPolygonF
    facing: float

    def edge(self, share: float) -> QPolygonF:
        """Return a slightly larger skull, which sets the head off from what is behind."""
        middle = self.skull.boundingRect().center()
        more = 1 + anatomy.HEAD_EDGE * share
        rest_x, rest_y = middle.x() * (1 - more), middle.y() * (1 - more)
        return QTransform(more, 0, 0, more, rest_x, rest_y).map(self.skull)


def head_of(skeleton: Skeleton, view: View, size: float) -> Head:
    """Return a skeleton's head; `size` is pixels for a stature."""
    joints, stature = skeleton.joints, skeleton.lengths.stature
    c7, crown = joints["c7"], joints["vertex"]
    lean = math.atan2(crown.x - c7.x, crown.y - c7.y)
    towards = view.depth(Vec3(1, 0, 0))
    top, root = anatomy.NECK_TOP * stature, anatomy.NECK_ROOT * stature
    _, _, back = skeleton.spine_at(1.0)
    start = Vec3(c7.x + top * math.sin(lean), c7.y + top * math.cos(lean), c7.z)
    end = Vec3(c7.x - root * math.sin(back), c7.y - root * math.cos(back), c7.z)
    neck = limb_outline(view.point(start), view.point(end), anatomy.NECK, size, view)
    facing = (towards * math.cos(lean) - _SEEN_FROM) / (_SEEN_WHOLE - _SEEN_FROM)
    make = partial(_head, 1 if towards > 0 else -1)
    skull, nose, face = placed(make, lean, c7, size, view)
    return Head(neck, skull, nose, face, min(max(facing, 0.0), 1.0))


@lru_cache(maxsize=384)
def _head(
    facing: int, lean: float, ahead: float, aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return skull, nose and face as seen from C7, in statures; `facing` is -1 looking away."""
    towards = facing * abs(aside)
    sin, cos = math.sin(lean), math.cos(lean)
    # The directions ahead of the face, along the head's axis and aside from it, on the screen.
    fx, fy = cos * ahead, sin
    ux, uy = sin * ahead, -cos

    def oval(solid: tuple[float, ...]) -> Oval:
        before, along, a, b, c = solid
        return Oval(before * fx + along * ux, before * fy + along * uy,
                    a * fx, a * fy, b * ux, b * uy, c * aside, 0.0)  # fmt: skip

    skull = [oval(anatomy.SKULL), oval(anatomy.JAW)]
    nose = [oval(solid) for solid in anatomy.NOSE]
    # Mirrored or not, the person's right is as near as "ahead" lies across the screen.
    near_z = -ahead * math.copysign(1.0, aside) * math.copysign(1.0, towards)
    face = _face(oval(anatomy.FACE), (cos * towards, sin * towards, near_z))
    shapes = [enclosing(ovals, fine=fine) for ovals in (skull, nose)]
    return *shapes, face


def _face(solid: Oval, nearer: tuple[float, float, float]) -> QPolygonF:
    """Return the visible part of a patch on the front of a solid.

    Args:
        solid: its half axes point ahead, along the head's axis, and aside.
        nearer: how much nearer to the viewer each of these three directions leads.
    """
    _, _, deep, high, broad = anatomy.FACE
    if nearer[0] < _SEEN_FROM:
        return QPolygonF()
    # Where the viewer is, with the solid as a unit ball.
    vx, vy, vz = nearer[0] / deep, nearer[1] / high, nearer[2] / broad
    length = math.sqrt(vx * vx + vy * vy + vz * vz)
    vx, vy, vz = vx / length, vy / length, vz / length
    points = []
    for step in range(_FACE_POINTS):
        turn = math.tau * step / _FACE_POINTS
        y, z = anatomy.FACE_UP * math.sin(turn), anatomy.FACE_ASIDE * math.cos(turn)
        x = math.sqrt(max(0.0, 1 - y * y - z * z))
        facing = x * vx + y * vy + z * vz
        if facing <= 0:
            # Points that are turned away go to the visible rim.
            x, y, z = x - facing * vx, y - facing * vy, z - facing * vz
            rim = math.sqrt(x * x + y * y + z * z) or 1.0
            x, y, z = x / rim, y / rim, z / rim
        points.append(
            QPointF(
                solid.x + x * solid.ax + y * solid.bx + z * solid.cx,
                solid.y + x * solid.ay + y * solid.by + z * solid.cy,
            )
        )
    return QPolygonF(points)
