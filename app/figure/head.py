"""A head: skull, jaw and nose, the face up to the hairline, ears and eyes, from every side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache, partial

import msgspec
from PySide6.QtGui import QPolygonF, QTransform

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure import anatomy
from app.figure.build import Build
from app.figure.hairline import HAIRLINES, Direction
from app.figure.solid import Oval, enclosing, placed
from app.figure.tapered import limb_outline
from app.figure.view import View
from app.lessons.people import Hair

#: What faces the viewer by less than this is not drawn.
_SEEN = 0.10


class Head(msgspec.Struct, frozen=True):
    """The shapes of a head in pixels; what is not visible is empty.

    Attributes:
        neck: from inside the skull to below C7.
        skull, jaw, nose: its outline.
        face: the skin on the skull, up to the hairline.
        mop, behind: the hair on the skull, and behind the head.
        sides: on the far and on the near side the ear, or the lock of hair over it.
        eyes: those that are visible.
    """

    neck: QPolygonF
    skull: QPolygonF
    jaw: QPolygonF
    nose: QPolygonF
    face: QPolygonF
    mop: QPolygonF
    behind: QPolygonF
    sides: tuple[QPolygonF, QPolygonF]
    eyes: tuple[QPolygonF, ...]

    def edge(self, share: float) -> QPolygonF:
        """Return a slightly larger skull, which sets the head off from what is behind."""
        middle = self.skull.boundingRect().center()
        more = 1 + anatomy.HEAD_EDGE * share
        rest_x, rest_y = middle.x() * (1 - more), middle.y() * (1 - more)
        return QTransform(more, 0, 0, more, rest_x, rest_y).map(self.skull)


def head_of(
    skeleton: Skeleton, build: Build, view: View, size: float, hair: Hair = Hair.CROPPED
) -> Head:
    """Return a skeleton's head; `size` is pixels for a stature."""
    joints, stature = skeleton.joints, skeleton.lengths.stature
    c7, crown = joints["c7"], joints["vertex"]
    lean = math.atan2(crown.x - c7.x, crown.y - c7.y)
    top, root = anatomy.NECK_TOP * stature, anatomy.NECK_ROOT * stature
    _, _, back = skeleton.spine_at(1.0)
    start = Vec3(c7.x + top * math.sin(lean), c7.y + top * math.cos(lean), c7.z)
    end = Vec3(c7.x - root * math.sin(back), c7.y - root * math.cos(back), c7.z)
    neck = limb_outline(start, end, build.neck, size, view)
    shapes = placed(partial(_head, hair, view.nearer_x, view.nearer_z), lean, c7, size, view)
    skull, jaw, nose, face, mop, behind, far, near, *eyes = shapes
    return Head(neck, skull, jaw, nose, face, mop, behind, (far, near), tuple(eyes))


@lru_cache(maxsize=384)
def _head(
    hair: Hair, near_x: float, near_z: float,
    lean: float, ahead: float, aside: float, fine: bool,
) -> tuple[QPolygonF, ...]:  # fmt: skip
    """Return a head's shapes as seen from C7, in statures.

    Args:
        hair: how the hair is worn.
        near_x, near_z: how much nearer to the viewer ahead and right lead.
        lean: how far it leans forward, rad.
        ahead, aside: how far ahead and right lie across the screen.
        fine: for a large picture.
    """
    sin, cos = math.sin(lean), math.cos(lean)
    # The directions ahead of the face and along the head's axis, on the screen; and how near they
    # and the person's right lead.
    fx, fy, ux, uy = cos * ahead, sin, sin * ahead, -cos
    near = cos * near_x, sin * near_x, near_z

    def oval(solid: Sequence[float], z: float = 0.0) -> Oval:
        before, along, a, b, c = solid
        return Oval(before * fx + along * ux + z * aside, before * fy + along * uy,
                    a * fx, a * fy, b * ux, b * uy, c * aside, 0.0)  # fmt: skip

    def hull(solids: Sequence[Sequence[float]], way: float = 1.0) -> QPolygonF:
        return enclosing([oval(solid, z * way) for *solid, z in solids], fine=fine)

    line, skull = HAIRLINES[hair], oval(anatomy.SKULL)
    way = 1.0 if near_z >= 0 else -1.0
    side = line.lock or ((*anatomy.EAR, anatomy.EAR_OUT),)
    return (
        enclosing([skull], fine=fine),
        enclosing([oval(solid) for solid in anatomy.JAW], fine=fine),
        enclosing([oval(solid) for solid in anatomy.NOSE], fine=fine, small=True),
        line.face(skull, anatomy.SKULL[2:], near),
        hull(line.mop),
        hull(line.behind) if line.behind else QPolygonF(),
        hull(side, -way),
        hull(side, way),
        *_eyes(skull, near),
    )


def _eyes(skull: Oval, near: Direction) -> list[QPolygonF]:
    """Return the visible eyes, which lie on the skull."""
    found = []
    _, _, deep, high, broad = anatomy.SKULL
    up, out, wide, tall = anatomy.EYES
    for z in (-out, out):
        x = math.sqrt(1 - up * up - z * z)
        faces = near[0] * x / deep + near[1] * up / high + near[2] * z / broad
        if faces < _SEEN / deep:
            continue
        # Along the surface: to the side and a little backward.
        to_x, to_z = -z * wide, x * wide
        eye = Oval(
            skull.x + x * skull.ax + up * skull.bx + z * skull.cx,
            skull.y + x * skull.ay + up * skull.by + z * skull.cy,
            to_x * skull.ax + to_z * skull.cx, to_x * skull.ay + to_z * skull.cy,
            tall * skull.bx, tall * skull.by,
        )  # fmt: skip
        found.append(enclosing([eye], small=True))
    return found
