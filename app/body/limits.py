"""How far joints go: no pose passes these limits, whether the movement is right or wrong."""

from __future__ import annotations

import math

from app.body.legs import stands
from app.body.skeleton import Skeleton
from app.body.vectors import flexion
from app.errors import UserError
from app.messages.message import Message

#: Joint -> (least, most), deg. Ankle: the lean of the shin over a flat foot, 40 in deep squats.
#: Hip, knee and elbow follow the usual goniometry tables, a little extended for body contact.
JOINT_LIMITS = {
    "ankle": (-45.0, 40.0),
    "knee": (0.0, 150.0),
    "hip": (-30.0, 140.0),
    "thoracic": (-25.0, 50.0),
    "neck": (-60.0, 60.0),
    "elbow": (0.0, 151.0),
}
LUMBAR_EXTENSION = 20.0  # deg; flexion is limited by each body's own range
_EPSILON = 1e-6


class JointLimitError(UserError):
    """A pose beyond what a joint can do."""


def check_limits(skeleton: Skeleton) -> None:
    """Refuse a skeleton in a position that no person can take.

    Raises:
        JointLimitError: a joint is past its limits; the message names both and the angle.
    """
    for joint, angle in joint_angles(skeleton).items():
        name = joint.partition("_")[0]
        if name == "lumbar":
            least, most = -LUMBAR_EXTENSION, skeleton.body.lumbar_deg
        else:
            least, most = JOINT_LIMITS[name]
        if not least - _EPSILON <= angle <= most + _EPSILON:
            named = Message(f"body.joint.{joint}")
            raise JointLimitError(
                "body.joint-limit", joint=named, least=least, most=most, angle=angle
            )


def joint_angles(skeleton: Skeleton) -> dict[str, float]:
    """Return the angles that have limits, deg; `_left` and `_right` where there are two."""
    pose = skeleton.pose
    angles = {"lumbar": pose.lumbar, "thoracic": pose.thoracic, "neck": pose.neck}
    for side, leg in skeleton.legs.items():
        angles[f"knee_{side}"] = leg.knee
        angles[f"hip_{side}"] = leg.hip_flexion
        placed = side != pose.trailing_side
        if placed and (pose.foot(side).up <= 0 or stands(skeleton.lengths, pose, side)):
            angles[f"ankle_{side}"] = leg.shin + pose.foot(side).pitch
        angles[f"elbow_{side}"] = elbow_flexion(skeleton, side)
    return angles


def elbow_flexion(skeleton: Skeleton, side: str) -> float:
    """Return an elbow's flexion, deg."""
    lengths, joints = skeleton.lengths, skeleton.joints
    apart = math.dist(joints[f"shoulder_{side}"], joints[f"palm_{side}"])
    return flexion(lengths.upper_arm, lengths.forearm + lengths.palm, apart)
