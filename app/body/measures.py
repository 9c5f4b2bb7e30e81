"""What one frame measures: the numbers a physiotherapist would ask for."""

from __future__ import annotations

from typing import NamedTuple

from app.body.load import BackLoad, back_load
from app.body.skeleton import Skeleton, Vec3, centre_of_mass


class Measures(NamedTuple):
    """The measures of one skeleton.

    Attributes:
        com: the whole centre of mass, m.
        pressure: centre of pressure as a fraction of the foot, 0 heel, 1 toe. Static, so the
            centre of mass stands over it.
        sideways: centre of pressure across the stance, 0 in the middle, 1 at an ankle.
        hip_behind_ankle: m, + behind.
        lumbar_percent: lumbar flexion in percent of the own range; negative is extension.
        hip_knee_ratio: hip flexion over knee flexion; None with a straight knee.
        line_to_knee: the ground-reaction line in front of the knee, m, + in front.
        load: estimated load at L5/S1.
    """

    com: Vec3
    pressure: float
    sideways: float
    hip_behind_ankle: float
    lumbar_percent: float
    hip_knee_ratio: float | None
    line_to_knee: float
    load: BackLoad


def measure(skeleton: Skeleton) -> Measures:
    """Return the measures of a skeleton."""
    joints, pose = skeleton.joints, skeleton.pose
    com = centre_of_mass(skeleton)
    heel = (joints["heel_left"].x + joints["heel_right"].x) / 2
    toe = (joints["toe_left"].x + joints["toe_right"].x) / 2
    ankles = joints["ankle_left"], joints["ankle_right"]
    middle, half = (ankles[0].z + ankles[1].z) / 2, abs(ankles[1].z - ankles[0].z) / 2
    ankle_x = (ankles[0].x + ankles[1].x) / 2
    knee_x = (joints["knee_left"].x + joints["knee_right"].x) / 2
    return Measures(
        com=com,
        pressure=(com.x - heel) / (toe - heel),
        sideways=abs(com.z - middle) / half if half else 0.0,
        hip_behind_ankle=ankle_x - skeleton.hip.x,
        lumbar_percent=skeleton.lumbar_percent,
        hip_knee_ratio=skeleton.hip_flexion / pose.knee if pose.knee > 0 else None,
        line_to_knee=com.x - knee_x,
        load=back_load(skeleton),
    )
