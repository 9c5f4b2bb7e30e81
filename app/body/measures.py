"""What can be measured on a skeleton."""

from __future__ import annotations

from typing import NamedTuple

from app.body.balance import GRAVITY, weight_shares
from app.body.hamstrings import length_change, stretch
from app.body.legs import SIDES, stands
from app.body.load import BackLoad, back_load
from app.body.skeleton import Skeleton, centre_of_mass
from app.body.vectors import Vec3


class Measures(NamedTuple):
    """The measures of one frame; where the legs differ, those of the leg that bears the weight.

    Attributes:
        com: the whole centre of mass, m.
        pressure: static centre of pressure as a fraction of the foot, 0 heel, 1 toe: counting the
            body, what it holds and what pulls at it.
        sideways: the same across the feet that stand, 0 in the middle, 1 at the outer edge.
        hip_behind_ankle: m, + behind.
        lumbar_percent: lumbar flexion in percent of this body's range; negative is extension.
        hip_knee_ratio: hip flexion over knee flexion; None with a straight knee.
        line_to_knee: the ground-reaction line in front of the knee, m, + in front.
        load: estimated load at L5/S1.
        hamstring_change: how much longer the hamstrings of the more stretched leg are than when
            standing, m.
        hamstring_stretch: the same as a share of what this body's straight-leg raise allows.
    """

    com: Vec3
    pressure: float
    sideways: float
    hip_behind_ankle: float
    lumbar_percent: float
    hip_knee_ratio: float | None
    line_to_knee: float
    load: BackLoad
    hamstring_change: float
    hamstring_stretch: float


def measure(skeleton: Skeleton) -> Measures:
    """Return the measures of a skeleton."""
    joints, pose, lengths = skeleton.joints, skeleton.pose, skeleton.lengths
    com, hip = centre_of_mass(skeleton), skeleton.hip
    weight = sum(mass.kg for mass in skeleton.masses) * GRAVITY
    pressed = com.x - pose.pull * hip.y / weight
    heel = toe = ankle = knee = height = 0.0
    for (side, _), share in zip(SIDES, weight_shares(pose), strict=True):
        heel += share * joints[f"heel_{side}"].x
        toe += share * joints[f"toe_{side}"].x
        ankle += share * joints[f"ankle_{side}"].x
        knee += share * joints[f"knee_{side}"].x
        height += share * joints[f"knee_{side}"].y
    pressure = (pressed - heel) / (toe - heel)
    knee_flexion = skeleton.knee
    left, right = skeleton.legs["left"], skeleton.legs["right"]
    legs = (left,) if left == right else (left, right)
    return Measures(
        com=com,
        pressure=pressure,
        sideways=_sideways(skeleton, pressure, com.z),
        hip_behind_ankle=ankle - hip.x,
        lumbar_percent=skeleton.lumbar_percent,
        hip_knee_ratio=skeleton.hip_flexion / knee_flexion if knee_flexion > 0 else None,
        # The floor holds against what pulls the hips back, so the reaction leans forward.
        line_to_knee=pressed + pose.pull / weight * height - knee,
        load=back_load(skeleton),
        hamstring_change=max(length_change(lengths, leg.hip_flexion, leg.knee) for leg in legs),
        hamstring_stretch=max(
            stretch(lengths, skeleton.body.slr_deg, leg.hip_flexion, leg.knee) for leg in legs
        ),
    )


def _sideways(skeleton: Skeleton, pressure: float, z: float) -> float:
    """Return how far from the middle of the feet that stand the weight is, 1 at their edge."""
    joints = skeleton.joints
    across = []
    for side, _ in SIDES:
        if stands(skeleton.lengths, skeleton.pose, side):
            heel, toe = joints[f"heel_{side}"].z, joints[f"toe_{side}"].z
            across.append(heel + (toe - heel) * pressure)
    if not across:
        return float("inf")
    middle = (min(across) + max(across)) / 2
    half = (max(across) - min(across)) / 2 + skeleton.lengths.foot_breadth / 2
    return abs(z - middle) / half
