"""The back as it is drawn: flat where it is flat, and the line that touches it at three points.

The drawing damps the natural curves of a back that counts as flat: its skin follows the straight
line that touches sacrum, upper back and head. The more the spine rounds beyond that, the more it is
drawn as it is. What is measured stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property

from app.body.form import NECK_DEG, is_back_flat
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure import anatomy

#: Up to the first share of the lumbar range, percent, a back is drawn flat; from the second on as
#: it is. The same for thoracic rounding, deg.
_LUMBAR, _THORACIC = (35.0, 58.0), (9.0, 18.0)
#: An upper back that stands off by more than this, statures, takes the line from the sacrum.
_TOUCHING = 0.008
#: How far the line goes on below and above the points it touches, and how far below the first at
#: most, statures.
_BELOW, _ABOVE, _FARTHEST = 0.045, 0.030, 0.10
#: From this lean on, deg, the back has no hollow.
_LEANS = 40.0
#: Where on the way from L5/S1 to C7 the line touches the upper back.
UPPER_SHARE = (anatomy.UPPER_BACK - anatomy.L5S1) / (anatomy.C7 - anatomy.L5S1)
_SACRUM_BEHIND, _UPPER_BEHIND = (
    next(piece.back for piece in anatomy.TRUNK if piece.along == along)
    for along in (anatomy.SACRUM, anatomy.UPPER_BACK)
)

#: How far behind the trunk's axis the skin lies, and how far inside the straight line: when the
#: trunk leans, and how much more when it stands; statures.
Skin = tuple[float, tuple[float, float]]


class Back:
    """The back of one pose: how its skin is drawn, and where a straight line touches it.

    Attributes:
        share: how far (0..1) the skin follows the straight line.
        sacrum, upper_back, head: the points on the skin that the line touches, m.
        touches: whether it does touch each of them.
        flat: whether it counts as flat.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        pose, hip, lengths = skeleton.pose, skeleton.hip, skeleton.lengths
        pelvis = math.radians(pose.pelvis)
        up = anatomy.SACRUM * lengths.hip_to_l5s1 / anatomy.L5S1
        x, y = hip.x + up * math.sin(pelvis), hip.y + up * math.cos(pelvis)
        self.sacrum = _behind(skeleton, x, y, pelvis, _SACRUM_BEHIND)
        self.share = min(
            _falling(skeleton.lumbar_percent, *_LUMBAR), _falling(abs(pose.thoracic), *_THORACIC)
        )
        # To the back of a head that is in line with the thorax.
        end = _head(skeleton, pose.thorax + pose.thoracic / 2)
        length = math.dist(self.sacrum, end)
        self._x, self._y = (end.x - self.sacrum.x) / length, (end.y - self.sacrum.y) / length
        self._stands = max(0.0, 1 - abs(pose.thorax) / _LEANS)
        self._stature = lengths.stature
        x, y, lean = skeleton.spine_at(UPPER_SHARE)
        (skin,) = self.skins([(x, y, lean)], [(_UPPER_BEHIND, (0.0, 0.0))])
        self.upper_back = _behind(skeleton, x, y, lean, skin)
        self.head = end
        if pose.neck:
            self.head = _head(skeleton, pose.thorax + pose.thoracic / 2 - pose.neck)
        self.flat = is_back_flat(skeleton.lumbar_percent)
        self.touches = (
            self.flat and self._stands_off() <= _TOUCHING,
            True,
            abs(pose.neck) <= NECK_DEG,
        )

    def _stands_off(self) -> float:
        """Return how far the upper back is behind the line from sacrum to head, statures."""
        low, at, high = self.points
        x, y = high.x - low.x, high.y - low.y
        off = (at.y - low.y) * x - (at.x - low.x) * y
        return off / math.hypot(x, y) / self._stature

    def curve(self, skeleton: Skeleton) -> list[Vec3]:
        """Return points on the skin from the sacrum to the upper back, m."""
        places = skeleton.spine_along([share for share, _ in _LOWER])
        skins = self.skins(places, [skin for _, skin in _LOWER])
        return [
            self.sacrum,
            *(
                _behind(skeleton, x, y, lean, skin)
                for (x, y, lean), skin in zip(places, skins, strict=True)
            ),
        ]

    @property
    def points(self) -> tuple[Vec3, Vec3, Vec3]:
        """The three points, from below, m."""
        return self.sacrum, self.upper_back, self.head

    @cached_property
    def line(self) -> tuple[Vec3, Vec3]:
        """The ends of the line: straight through the points it touches, beyond all three, m."""
        touching = [at for at, touches in zip(self.points, self.touches, strict=True) if touches]
        if len(touching) == 1:
            touching.insert(0, self.sacrum)
        start, end = touching[0], touching[-1]
        x, y = end.x - start.x, end.y - start.y
        length = math.hypot(x, y) or 1.0
        x, y = x / length, y / length
        along = [(at.x - start.x) * x + (at.y - start.y) * y for at in self.points]
        # Not far into the air where a back rounds away from it.
        low = max(min(along), -_FARTHEST * self._stature) - _BELOW * self._stature
        high = max(along) + _ABOVE * self._stature
        return (
            Vec3(start.x + x * low, start.y + y * low, start.z),
            Vec3(start.x + x * high, start.y + y * high, start.z),
        )

    def skins(
        self, places: Iterable[tuple[float, float, float]], given: Iterable[Skin]
    ) -> list[float]:
        """Return how far behind points of the trunk's axis the skin is drawn, statures.

        Args:
            places: the points, m, and the axis's lean there, rad.
            given: how far it would be at each without the line, and how far inside the line.
        """
        if not self.share:
            return [back for back, _ in given]
        start_x, start_y, _ = self.sacrum
        way_x, way_y, stands, stature = self._x, self._y, self._stands, self._stature
        skins = []
        for (x, y, lean), (back, (inside, standing)) in zip(places, given, strict=True):
            across = (x - start_x) * way_y - (y - start_y) * way_x
            towards = math.cos(lean) * way_y + math.sin(lean) * way_x
            line = across / (towards or 1.0) / stature
            skins.append(back + (line - inside - standing * stands - back) * self.share)
        return skins


def inside_line(along: float) -> tuple[float, float] | None:
    """Return how far inside the line the skin lies at a place on the trunk; None below it.

    When the trunk leans, and how much more when it stands, statures.
    """
    if along <= anatomy.SACRUM:
        return None
    below = anatomy.FLAT_BACK[0]
    for row in anatomy.FLAT_BACK:
        if along <= row[0]:
            share = (along - below[0]) / ((row[0] - below[0]) or 1.0)
            return (
                below[1] + (row[1] - below[1]) * share,
                below[2] + (row[2] - below[2]) * share,
            )
        below = row
    return below[1:]


def _falling(value: float, full: float, none: float) -> float:
    share = min(max((none - value) / (none - full), 0.0), 1.0)
    return share * share * (3 - 2 * share)


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
    return Vec3(x - back * math.cos(lean), y + back * math.sin(lean), skeleton.joints["l5s1"].z)


#: Between sacrum and upper back: how far along the spine (0..1), and the skin there.
_LOWER = tuple(
    ((piece.along - anatomy.L5S1) / (anatomy.C7 - anatomy.L5S1), (piece.back, inside))
    for piece in anatomy.TRUNK
    if anatomy.L5S1 < piece.along <= anatomy.UPPER_BACK and (inside := inside_line(piece.along))
)
