"""The trunk: pelvis, waist, ribs and shoulder girdle along the bending spine."""

from __future__ import annotations

import math
from functools import lru_cache, partial

import msgspec
from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.body.vectors import between
from app.figure import anatomy
from app.figure.back import Back, inside_line
from app.figure.build import Build
from app.figure.outline import PartOutline, Slice, disc
from app.figure.solid import Oval, enclosing, placed, round_oval
from app.figure.view import View

_L5S1_TO_C7 = anatomy.C7 - anatomy.L5S1
#: The tones of the masses inside it, as shares of the neck's.
MASS_TONES = (0.1, 0.1, 0.1, 0.7, 0.85)
#: Less width than this share is not visible.
_EDGE_ON = 1e-6


class TrunkShape(msgspec.Struct, frozen=True):
    """A trunk's shapes in pixels.

    Attributes:
        outline: along the bending spine; overlaps itself where the trunk folds.
        waist: the first and the last slice of the waistband in the outline.
        masses: the hips, the pelvis, the waistband, and, but from the side, the ribs and the
            shoulders; they fill it where it points at the viewer.
    """

    outline: PartOutline
    waist: tuple[int, int]
    masses: list[QPolygonF]


def trunk_of(
    skeleton: Skeleton, build: Build, view: View, size: float, back: Back | None = None
) -> TrunkShape:
    """Return a skeleton's trunk; `size` is pixels for a stature."""
    outline = _outline(skeleton, build, view, size, back or Back(skeleton))
    side = abs(view.ahead)
    radius = (anatomy.HIP_RADIUS * side + 0.04 * (1 - side)) * size
    masses = [disc(view.point(skeleton.hip), radius)]
    pelvis = math.radians(skeleton.pose.pelvis)
    masses += placed(partial(_pelvis, build), pelvis, skeleton.hip, size, view)
    if abs(view.aside) > _EDGE_ON:
        left, right = skeleton.joints["shoulder_left"], skeleton.joints["shoulder_right"]
        _, _, lean = skeleton.spine_at(anatomy.GIRDLE)
        masses += placed(partial(_chest, build), lean, between(left, right, 0.5), size, view)
    drawn = build.fine_trunk if view.is_fine(size) else build.trunk
    each = (len(drawn) - 1) // (len(anatomy.TRUNK) - 1)
    begin, end = anatomy.BAND
    return TrunkShape(outline, (begin * each, end * each), masses)


def _outline(skeleton: Skeleton, build: Build, view: View, size: float, back: Back) -> PartOutline:
    stature = skeleton.lengths.stature
    outline = PartOutline(view, size)
    below, above = _parts(build, view.is_fine(size))
    hip, hip_to_l5s1 = skeleton.hip, skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
    pelvis = math.radians(skeleton.pose.pelvis)
    sin, cos = math.sin(pelvis), math.cos(pelvis)
    places = [
        (hip.x + length * sin, hip.y + length * cos, pelvis)
        for length in (piece.along * hip_to_l5s1 for _, piece, _ in below)
    ]
    places += skeleton.spine_along([share for (share, _), _, _ in above])
    for (x, y, lean), ((_, beyond), piece, inside) in zip(places, below + above, strict=True):
        out = beyond * stature
        at_x, at_y = x + out * math.sin(lean), y + out * math.cos(lean)
        drawn = piece
        if inside:
            skin = back.skin(at_x, at_y, lean, piece.back, inside)
            drawn = Slice(piece.along, piece.front, skin, piece.breadth)
        outline.add(at_x, at_y, hip.z, lean, drawn)
    return outline


#: How far along the spine (0..1) a slice is and how far beyond C7 (statures), the slice, and how
#: far inside the line along a flat back its skin lies.
_Part = tuple[tuple[float, float], Slice, tuple[float, float] | None]


@lru_cache(maxsize=16)
def _parts(build: Build, fine: bool) -> tuple[list[_Part], list[_Part]]:
    """Return the slices up to L5/S1, and those above it."""
    below: list[_Part] = []
    above: list[_Part] = []
    for piece in build.fine_trunk if fine else build.trunk:
        along = piece.along - anatomy.L5S1
        place = min(along / _L5S1_TO_C7, 1.0), max(along - _L5S1_TO_C7, 0.0)
        part = place, piece, inside_line(piece.along)
        (above if along > 0 else below).append(part)
    return below, above


@lru_cache(maxsize=192)
def _pelvis(
    build: Build, lean: float, ahead: float, aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return pelvis and waistband seen from the hip, in statures."""
    given = _given(build)
    parts = (
        [_oval(piece, 0.0, lean, ahead, aside) for piece in given[part]]
        for part in (anatomy.PELVIS, slice(anatomy.BAND[0], anatomy.BAND[1] + 1))
    )
    pelvis, band = (enclosing(part, fine=fine) for part in parts)
    return pelvis, band


@lru_cache(maxsize=192)
def _chest(
    build: Build, lean: float, ahead: float, aside: float, fine: bool
) -> tuple[QPolygonF, ...]:
    """Return ribs and shoulder girdle seen from midway between the shoulders, in statures."""
    ribs = [
        _oval(piece, anatomy.GIRDLE_ALONG, lean, ahead, aside)
        for piece in _given(build)[anatomy.RIBS]
    ]
    along_x, along_y = math.sin(lean) * ahead, -math.cos(lean)
    up, out = anatomy.GIRDLE_UP, build.shoulder - 0.012
    girdle = [
        round_oval(up * along_x + side * aside, up * along_y, anatomy.GIRDLE_RADIUS)
        for side in (-out, out)
    ]
    neck = anatomy.COLLAR - anatomy.GIRDLE_ALONG
    girdle.append(round_oval(neck * along_x, neck * along_y, anatomy.GIRDLE_NECK))
    girdle.append(ribs[-2])
    return enclosing(ribs, fine=fine), enclosing(girdle, fine=fine)


def _given(build: Build) -> list[Slice]:
    """Return the slices that `anatomy.TRUNK` gives, in this build."""
    return build.trunk[:: (len(build.trunk) - 1) // (len(anatomy.TRUNK) - 1)]


def _oval(piece: Slice, origin: float, lean: float, ahead: float, aside: float) -> Oval:
    """Return a slice as the flat ellipse it is, on a straight axis from `origin`."""
    ahead_x, ahead_y = math.cos(lean) * ahead, math.sin(lean)
    along = piece.along - origin
    shift, deep = (piece.front - piece.back) / 2, (piece.front + piece.back) / 2
    x = along * math.sin(lean) * ahead + shift * ahead_x
    y = -along * math.cos(lean) + shift * ahead_y
    return Oval(x, y, deep * ahead_x, deep * ahead_y, piece.breadth * aside, 0.0)
