"""The trunk: pelvis, waist, ribs and shoulder girdle along the bending spine."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.body.vectors import between
from app.figure import anatomy
from app.figure.outline import LARGE, PartOutline, Slice, disc
from app.figure.solid import Oval, enclosing, round_oval
from app.figure.view import View

_L5S1_TO_C7 = anatomy.C7 - anatomy.L5S1
#: Less breadth than this share is not seen.
_EDGE_ON = 1e-6


class Trunk(NamedTuple):
    """Shapes of a trunk in pixels.

    Attributes:
        outline: from the seat to the neck's root; may overlap itself where it folds.
        masses: convex shapes that fill it where it points at the viewer.
    """

    outline: QPolygonF
    masses: list[QPolygonF]


class Place(NamedTuple):
    """A slice of the trunk and where its middle lies, m, and how the spine leans there, rad."""

    x: float
    y: float
    lean: float
    piece: Slice


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
        step = (len(anatomy.FINE_TRUNK) - 1) // (len(anatomy.TRUNK) - 1) if fine else 1
        slices = [_oval(place, z, view, size) for place in places[::step]]
        masses.append(enclosing(slices[anatomy.PELVIS], fine=fine))
        masses.append(enclosing(slices[anatomy.RIBS], fine=fine))
        masses.append(enclosing(_girdle(skeleton, view, size, slices), fine=fine))
    return Trunk(outline.polygon(), masses)


def _places(skeleton: Skeleton, slices: list[Slice]) -> list[Place]:
    hip, stature = skeleton.hip, skeleton.lengths.stature
    pelvis = math.radians(skeleton.pose.pelvis)
    sin, cos = math.sin(pelvis), math.cos(pelvis)
    hip_to_l5s1 = skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
    places = []
    for piece in slices:
        above = piece.along - anatomy.L5S1
        if above <= 0:
            length = piece.along * hip_to_l5s1
            places.append(Place(hip.x + length * sin, hip.y + length * cos, pelvis, piece))
            continue
        x, y, lean = skeleton.spine_at(min(above / _L5S1_TO_C7, 1.0))
        beyond = max(above - _L5S1_TO_C7, 0.0) * stature
        if beyond:
            x, y = x + beyond * math.sin(lean), y + beyond * math.cos(lean)
        places.append(Place(x, y, lean, piece))
    return places


def _oval(place: Place, z: float, view: View, size: float) -> Oval:
    """Return a slice as the flat ellipse it is."""
    piece = place.piece
    ahead_x, ahead_y = math.cos(place.lean) * view.ahead * size, math.sin(place.lean) * size
    shift, deep = (piece.front - piece.back) / 2, (piece.front + piece.back) / 2
    return Oval(
        view.x + (place.x * view.ahead + z * view.aside) * view.scale + shift * ahead_x,
        view.y - place.y * view.scale + shift * ahead_y,
        deep * ahead_x,
        deep * ahead_y,
        piece.breadth * view.aside * size,
        0.0,
    )


def _girdle(skeleton: Skeleton, view: View, size: float, slices: list[Oval]) -> list[Oval]:
    """Return what carries the arms: broad across the body, however that leans."""
    joints, stature = skeleton.joints, skeleton.lengths.stature
    left, right = joints["shoulder_left"], joints["shoulder_right"]
    x, y, lean = skeleton.spine_at(0.98)
    rise = anatomy.GIRDLE_UP * stature
    ovals = [slices[anatomy.CHEST]]
    for share in (0.5 - anatomy.GIRDLE_OUT / 2, 0.5 + anatomy.GIRDLE_OUT / 2):
        at = between(left, right, share)
        at = at._replace(x=at.x + rise * math.sin(lean), y=at.y + rise * math.cos(lean))
        point = view.point(at)
        ovals.append(round_oval(point.x(), point.y(), anatomy.GIRDLE_RADIUS * size))
    root = view.point(left._replace(x=x, y=y, z=skeleton.hip.z))
    ovals.append(round_oval(root.x(), root.y(), anatomy.GIRDLE_NECK * size))
    return ovals
