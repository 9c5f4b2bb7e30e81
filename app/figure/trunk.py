"""The trunk: pelvis, waist, ribs and shoulder girdle along the bending spine."""

from __future__ import annotations

import math
from functools import lru_cache, partial
from typing import NamedTuple

import msgspec
from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.body.vectors import between
from app.figure import anatomy
from app.figure.back import Back, Skin, inside_line
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
    parts = _parts(build, view.is_fine(size))
    hip, hip_to_l5s1 = skeleton.hip, skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
    pelvis = math.radians(skeleton.pose.pelvis)
    sin, cos = math.sin(pelvis) * hip_to_l5s1, math.cos(pelvis) * hip_to_l5s1
    places = [(hip.x + along * sin, hip.y + along * cos, pelvis) for along in parts.pelvis]
    places += skeleton.spine_along(parts.spine)
    for index, beyond in parts.neck:
        x, y, lean = places[index]
        out = beyond * stature
        places[index] = x + out * math.sin(lean), y + out * math.cos(lean), lean
    slices, skin = parts.slices, len(parts.slices) - len(parts.skins)
    drawn = [
        (along, front, behind, breadth)
        for behind, (along, front, _, breadth) in zip(
            back.skins(places[skin:], parts.skins), slices[skin:], strict=True
        )
    ]
    outline = PartOutline(view, size)
    outline.extend(places, hip.z, [*slices[:skin], *drawn])
    return outline


class _Parts(NamedTuple):
    """The slices of a trunk and what of them does not depend on the pose.

    Attributes:
        slices: all of them.
        pelvis: how far up the pelvis those at it are, statures.
        spine: how far along the spine (0..1) the others are.
        neck: which of them are how far beyond C7, statures.
        skins: the skin of those at the end whose skin follows a flat back's line.
    """

    slices: list[Slice]
    pelvis: list[float]
    spine: list[float]
    neck: list[tuple[int, float]]
    skins: list[Skin]


@lru_cache(maxsize=16)
def _parts(build: Build, fine: bool) -> _Parts:
    slices = build.fine_trunk if fine else build.trunk
    above = [piece.along - anatomy.L5S1 for piece in slices]
    insides = [inside_line(piece.along) for piece in slices]
    return _Parts(
        slices,
        [piece.along for piece, along in zip(slices, above, strict=True) if along <= 0],
        [min(along / _L5S1_TO_C7, 1.0) for along in above if along > 0],
        [(i, along - _L5S1_TO_C7) for i, along in enumerate(above) if along > _L5S1_TO_C7],
        [(p.back, inside) for p, inside in zip(slices, insides, strict=True) if inside],
    )


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
