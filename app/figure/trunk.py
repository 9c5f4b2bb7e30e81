"""The trunk: pelvis, waist, ribs and shoulder girdle along the bending spine."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.body.vectors import between
from app.figure import anatomy
from app.figure.outline import LARGE, PartOutline, Slice, disc
from app.figure.solid import Oval, enclosing, placed, round_oval
from app.figure.view import View

_L5S1_TO_C7 = anatomy.C7 - anatomy.L5S1
#: The tones of the masses that fill it, as shares of the neck's.
MASS_TONES = (0.1, 0.1, 0.7, 0.85)
#: Less breadth than this share is not seen.
_EDGE_ON = 1e-6


class Place(NamedTuple):
    """A slice of the trunk and where its middle lies, m, and how the spine leans there, rad."""

    x: float
    y: float
    lean: float
    piece: Slice


class Trunk(NamedTuple):
    """A trunk's shapes in pixels.

    Attributes:
        outline: along the bending spine; overlaps itself where the trunk folds.
        masses: the pelvis, the ribs and the shoulders: they fill it where it points at the viewer.
    """

    outline: PartOutline
    masses: list[QPolygonF]


def trunk_of(skeleton: Skeleton, view: View, size: float) -> Trunk:
    """Return a skeleton's trunk; `size` is pixels for a stature."""
    fine = size > LARGE
    places = _places(skeleton, anatomy.FINE_TRUNK if fine else anatomy.TRUNK)
    outline = PartOutline(view, size)
    lean, z = math.nan, skeleton.hip.z
    for place in places:
        if place.lean != lean:
            lean = place.lean
            outline.lean_to(lean)
        outline.add(place.x, place.y, z, place.piece)
    side = abs(view.ahead)
    radius = (anatomy.HIP_RADIUS * side + 0.04 * (1 - side)) * size
    masses = [disc(view.point(skeleton.hip), radius)]
    if abs(view.aside) > _EDGE_ON:
        pelvis = math.radians(skeleton.pose.pelvis)
        masses += placed(_pelvis, pelvis, skeleton.hip, size, view)
        left, right = skeleton.joints["shoulder_left"], skeleton.joints["shoulder_right"]
        _, _, lean = skeleton.spine_at(anatomy.GIRDLE)
        masses += placed(_chest, lean, between(left, right, 0.5), size, view)
    return Trunk(outline, masses)


def _places(skeleton: Skeleton, slices: list[Slice]) -> list[Place]:
    hip, stature = skeleton.hip, skeleton.lengths.stature
    pelvis = math.radians(skeleton.pose.pelvis)
    sin, cos = math.sin(pelvis), math.cos(pelvis)
    hip_to_l5s1 = skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
    places = []
    below = sum(piece.along <= anatomy.L5S1 for piece in slices)
    for piece in slices[:below]:
        length = piece.along * hip_to_l5s1
        places.append(Place(hip.x + length * sin, hip.y + length * cos, pelvis, piece))
    aboves = [piece.along - anatomy.L5S1 for piece in slices[below:]]
    spine = skeleton.spine_along([min(above / _L5S1_TO_C7, 1.0) for above in aboves])
    for piece, above, (x, y, lean) in zip(slices[below:], aboves, spine, strict=True):
        beyond = max(above - _L5S1_TO_C7, 0.0) * stature
        places.append(Place(x + beyond * math.sin(lean), y + beyond * math.cos(lean), lean, piece))
    return places


@lru_cache(maxsize=192)
def _pelvis(lean: float, ahead: float, aside: float, fine: bool) -> tuple[QPolygonF, ...]:
    """Return the pelvis seen from the hip, in statures."""
    slices = [_oval(piece, 0.0, lean, ahead, aside) for piece in anatomy.TRUNK[anatomy.PELVIS]]
    return (enclosing(slices, fine=fine),)


@lru_cache(maxsize=192)
def _chest(lean: float, ahead: float, aside: float, fine: bool) -> tuple[QPolygonF, ...]:
    """Return ribs and shoulder girdle seen from midway between the shoulders, in statures."""
    ribs = [
        _oval(piece, anatomy.GIRDLE_ALONG, lean, ahead, aside)
        for piece in anatomy.TRUNK[anatomy.RIBS]
    ]
    along_x, along_y = math.sin(lean) * ahead, -math.cos(lean)
    up, out = anatomy.GIRDLE_UP, anatomy.GIRDLE_OUT
    girdle = [
        round_oval(up * along_x + side * aside, up * along_y, anatomy.GIRDLE_RADIUS)
        for side in (-out, out)
    ]
    neck = anatomy.C7 - anatomy.GIRDLE_ALONG
    girdle.append(round_oval(neck * along_x, neck * along_y, anatomy.GIRDLE_NECK))
    girdle.append(ribs[-2])
    return enclosing(ribs, fine=fine), enclosing(girdle, fine=fine)


def _oval(piece: Slice, origin: float, lean: float, ahead: float, aside: float) -> Oval:
    """Return a slice as the flat ellipse it is, on a straight axis from `origin`."""
    ahead_x, ahead_y = math.cos(lean) * ahead, math.sin(lean)
    along = piece.along - origin
    shift, deep = (piece.front - piece.back) / 2, (piece.front + piece.back) / 2
    x = along * math.sin(lean) * ahead + shift * ahead_x
    y = -along * math.cos(lean) + shift * ahead_y
    return Oval(x, y, deep * ahead_x, deep * ahead_y, piece.breadth * aside, 0.0)
