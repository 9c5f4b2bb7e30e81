"""How a person whose weight is not over the feet tips: in one piece, over heels or toes."""

from __future__ import annotations

import math

from app.body.legs import SIDES, Leg
from app.body.skeleton import PointMass, Skeleton
from app.body.vectors import Vec3

#: With the weight farther back or forward than this nobody stays up, fraction of the foot.
STANDS = (0.0, 0.75)
#: How far the figure visibly tips: at least, for each foot's length the weight is outside, at most.
_LEAST_DEG, _DEG_A_FOOT, _MOST_DEG = 5.0, 40.0, 18.0


def tip_angle(pressure: float) -> float:
    """Return how far a person tips (deg, + forward) with the weight at a fraction of the foot."""
    behind, ahead = STANDS[0] - pressure, pressure - STANDS[1]
    outside = max(behind, ahead)
    if outside <= 0:
        return 0.0
    angle = min(_LEAST_DEG + _DEG_A_FOOT * outside, _MOST_DEG)
    return angle if ahead > behind else -angle


def tipped(skeleton: Skeleton, angle: float) -> Skeleton:
    """Return a skeleton turned in one piece by `angle` deg, + forward over the toes."""
    if angle == 0:
        return skeleton
    end = "toe" if angle > 0 else "heel"
    pivot = skeleton.joints[f"{end}_left"]
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def turned(at: Vec3) -> Vec3:
        x, y = at.x - pivot.x, at.y - pivot.y
        return Vec3(pivot.x + x * cos + y * sin, pivot.y + y * cos - x * sin, at.z)

    pose, legs = skeleton.pose, skeleton.legs
    return skeleton._replace(
        pose=pose._replace(thorax=pose.thorax + angle),
        joints={name: turned(at) for name, at in skeleton.joints.items()},
        legs={side: _leaning(legs[side], angle) for side, _ in SIDES},
        masses=tuple(
            PointMass(mass.kg, turned(mass.at), mass.above_l5s1) for mass in skeleton.masses
        ),
    )


def _leaning(leg: Leg, angle: float) -> Leg:
    return leg._replace(shin=leg.shin + angle, thigh=leg.thigh + angle)
