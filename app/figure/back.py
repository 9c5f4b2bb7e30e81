"""The back as it is drawn: flat where it is flat, and the line that touches it at three points.

The drawing damps the natural curves of a back that counts as flat: its skin follows the straight
line that touches sacrum, upper back and head. The more the spine rounds beyond that, the more it is
drawn as it is. What is measured stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from app.body.form import NECK_DEG, is_back_flat
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure import anatomy
from app.figure.outline import Slice

Row = tuple[float, float, float, Slice]  # x, y (m), lean (rad) and the slice there

#: Up to the first share of the lumbar range, percent, a back is drawn flat; from the second on as
#: it is. The same for thoracic rounding, deg.
_LUMBAR, _THORACIC = (35.0, 58.0), (9.0, 18.0)
#: From this lean on, deg, the back has no hollow.
_LEANS = 40.0


class Contacts(NamedTuple):
    """Where a straight line touches the back, m, and whether it does.

    Attributes:
        sacrum, upper_back, head: points on the skin.
        touches: whether the line touches each of them.
    """

    sacrum: Vec3
    upper_back: Vec3
    head: Vec3
    touches: tuple[bool, bool, bool]


def contacts_of(skeleton: Skeleton) -> Contacts:
    """Return where a line along the back touches sacrum, upper back and head."""
    sacrum, _ = _ends(skeleton)
    pose = skeleton.pose
    flat = is_back_flat(skeleton.lumbar_percent)
    x, y, lean = skeleton.spine_at(
        (anatomy.UPPER_BACK - anatomy.L5S1) / (anatomy.C7 - anatomy.L5S1)
    )
    piece = next(piece for piece in anatomy.TRUNK if piece.along == anatomy.UPPER_BACK)
    ((_, _, _, drawn),) = flattened(skeleton, [(x, y, lean, piece)])
    upper = _behind(skeleton, x, y, lean, drawn.back)
    nod = pose.thorax + pose.thoracic / 2 - pose.neck
    in_line = abs(pose.neck) <= NECK_DEG
    return Contacts(sacrum, upper, _head(skeleton, nod), (flat, True, in_line))


def flattened(skeleton: Skeleton, rows: Iterable[Row]) -> list[Row]:
    """Return the slices of a trunk with the backs they are drawn with."""
    share = _flatness(skeleton)
    rows = list(rows)
    if not share:
        return rows
    stature = skeleton.lengths.stature
    start, end = _ends(skeleton)
    along_x, along_y = end.x - start.x, end.y - start.y
    length = math.hypot(along_x, along_y)
    along_x, along_y = along_x / length, along_y / length
    stands = max(0.0, 1 - abs(skeleton.pose.thorax) / _LEANS)
    found = []
    for x, y, lean, piece in rows:
        if piece.along > anatomy.SACRUM:
            cos, sin = math.cos(lean), math.sin(lean)
            # From the axis straight backward to the line, in statures.
            away = (y - start.y) * along_x - (x - start.x) * along_y
            towards = cos * along_y + sin * along_x
            line = -away / (towards or 1.0) / stature
            target = line - _inside(piece.along, stands)
            piece = piece._replace(back=piece.back + (target - piece.back) * share)
        found.append((x, y, lean, piece))
    return found


def _flatness(skeleton: Skeleton) -> float:
    """Return how far (0..1) the drawn back follows the straight line."""
    pose = skeleton.pose
    lumbar = _falling(skeleton.lumbar_percent, *_LUMBAR)
    return min(lumbar, _falling(abs(pose.thoracic), *_THORACIC))


def _falling(value: float, full: float, none: float) -> float:
    share = min(max((none - value) / (none - full), 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _inside(along: float, stands: float) -> float:
    """Return how far the skin lies inside the line, statures."""
    below = anatomy.FLAT_BACK[0]
    for row in anatomy.FLAT_BACK:
        if along <= row[0]:
            share = (along - below[0]) / ((row[0] - below[0]) or 1.0)
            leaning, more = (a + (b - a) * share for a, b in zip(below[1:], row[1:], strict=True))
            return leaning + more * stands
        below = row
    return below[1]


def _ends(skeleton: Skeleton) -> tuple[Vec3, Vec3]:
    """Return sacrum and back of a head that is in line with the thorax, m."""
    pose, hip = skeleton.pose, skeleton.hip
    pelvis = math.radians(pose.pelvis)
    up = anatomy.SACRUM * skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
    x, y = hip.x + up * math.sin(pelvis), hip.y + up * math.cos(pelvis)
    back = next(piece.back for piece in anatomy.TRUNK if piece.along == anatomy.SACRUM)
    sacrum = _behind(skeleton, x, y, pelvis, back)
    return sacrum, _head(skeleton, pose.thorax + pose.thoracic / 2)


def _head(skeleton: Skeleton, lean: float) -> Vec3:
    """Return the back of a head that leans this much, deg."""
    c7, turn = skeleton.joints["c7"], math.radians(lean)
    ahead, along, deep, *_ = anatomy.SKULL
    up = along * skeleton.lengths.stature
    x, y = c7.x + up * math.sin(turn), c7.y + up * math.cos(turn)
    return _behind(skeleton, x, y, turn, deep - ahead)


def _behind(skeleton: Skeleton, x: float, y: float, lean: float, share: float) -> Vec3:
    """Return the point this far (statures) behind another."""
    back = share * skeleton.lengths.stature
    return Vec3(x - back * math.cos(lean), y + back * math.sin(lean), skeleton.hip.z)
