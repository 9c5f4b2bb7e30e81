"""The legs: from a foot on the floor, or lifted off it, to the hip."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from app.body.anthropometry import Segments
from app.body.pose import Foot, Pose, Stance
from app.body.vectors import Vec3, bend, flexion
from app.errors import UserError

SIDES = (("left", -1.0), ("right", 1.0))
#: Less knee flexion than this, deg, is a rounding error of a straight leg.
_STRAIGHT = 1e-4
#: A foot bears weight as long as one end is down and the other at most this high, m.
_ON_FLOOR_M, _TIPPED_M = 1e-3, 0.05

#: How straight a leg is that goes back in line with the trunk, as a share of its length.
_TRAILING = 0.96


class BalanceError(UserError):
    """A pose where no shin angle brings the weight over the foot, or a leg does not reach."""


class Sole(NamedTuple):
    """A foot where it stands: heel, toe and ankle, m; `ahead` is where the toes point."""

    heel: Vec3
    toe: Vec3
    ankle: Vec3
    ahead: Vec3


class Leg(NamedTuple):
    """One leg's angles in the sagittal plane, deg.

    Attributes:
        shin, thigh: lean from the vertical, + forward.
        knee: knee flexion.
        hip_flexion: pelvis against thigh.
    """

    shin: float
    knee: float
    thigh: float
    hip_flexion: float


@lru_cache(maxsize=256)  # most feet stay where they are
def place_foot(lengths: Segments, stance: Stance, foot: Foot, sign: float) -> Sole:
    """Return the foot of the left (-1) or right (+1) side."""
    turn, pitch = math.radians(stance.toe_out), math.radians(foot.pitch)
    ahead, aside = math.cos(turn), sign * math.sin(turn)
    back, height = lengths.heel_behind_ankle, lengths.ankle_height
    z = sign * stance.width * lengths.stature / 2
    heel = Vec3(foot.forward - back * ahead, foot.up, z - back * aside)
    flat, rise = math.cos(pitch), math.sin(pitch)
    along = back * flat - height * rise
    ankle = Vec3(
        heel.x + along * ahead, heel.y + back * rise + height * flat, heel.z + along * aside
    )
    reach = lengths.foot * flat
    toe = Vec3(heel.x + reach * ahead, heel.y + lengths.foot * rise, heel.z + reach * aside)
    return Sole(heel, toe, ankle, Vec3(ahead, 0.0, aside))


def trailing_foot(
    lengths: Segments, stance: Stance, foot: Foot, hip: Vec3, lean: float, share: float
) -> Foot:
    """Return a foot `share` (0..1) of the way to where its leg goes on behind the hip.

    Args:
        lengths: the body's segments.
        stance: how the feet stand.
        foot: where the foot was before.
        hip: midway between the hip joints, m.
        lean: the leg's lean, which is the trunk's, deg.
        share: of the way.
    """
    rise, back = math.cos(math.radians(lean)), math.sin(math.radians(lean))
    leg = _TRAILING * (lengths.shank + lengths.thigh)
    heel, height = lengths.heel_behind_ankle, lengths.ankle_height
    # The sole is square to the leg.
    ahead = (heel - heel * rise - height * back) * math.cos(math.radians(stance.toe_out))
    up = hip.y - leg * rise + heel * back - height * rise
    x = hip.x - leg * back + ahead
    # The toes go down later, when the foot is high enough for them.
    return Foot(
        foot.forward + (x - foot.forward) * share,
        foot.up + (up - foot.up) * share,
        foot.pitch - (lean + foot.pitch) * share * share,
    )


def place_knee(lengths: Segments, sole: Sole, hip: Vec3) -> Vec3:
    """Return the knee between an ankle and a hip; it points where the toes do.

    Raises:
        BalanceError: the leg is too short.
    """
    if math.dist(sole.ankle, hip) > (lengths.shank + lengths.thigh) * (1 + 1e-9):
        raise BalanceError("body.leg-short")
    return bend(sole.ankle, hip, lengths.shank, lengths.thigh, sole.ahead)


def leg_angles(lengths: Segments, ankle: Vec3, knee: Vec3, hip: Vec3, pelvis: float) -> Leg:
    """Return a leg's angles from its joints; `pelvis` is the pelvis's lean, deg."""
    shin = math.degrees(math.atan2(knee.x - ankle.x, knee.y - ankle.y))
    thigh = math.degrees(math.atan2(hip.x - knee.x, hip.y - knee.y))
    knee_flexion = flexion(lengths.shank, lengths.thigh, math.dist(ankle, hip))
    if knee_flexion < _STRAIGHT:
        knee_flexion = 0.0
    return Leg(shin, knee_flexion, thigh, pelvis - thigh)


def stands(lengths: Segments, pose: Pose, side: str) -> bool:
    """Return whether a foot stands on the floor, be it on its heel or its toes alone."""
    foot = pose.foot(side)
    toe = foot.up + lengths.foot * math.sin(math.radians(foot.pitch))
    return abs(min(foot.up, toe)) < _ON_FLOOR_M and max(foot.up, toe) < _TIPPED_M
