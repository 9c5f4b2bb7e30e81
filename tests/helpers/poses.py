"""Poses to try things on, and the arms for them."""

from __future__ import annotations

import math

from app.body.anthropometry import Body
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.body.vectors import Vec3

#: Every grip but that at a point in the room.
GRIPS = tuple(grip for grip in Grip if grip is not Grip.POINT)
#: The grips on the trunk itself.
RESTS = (Grip.CHEST, Grip.CROSSED, Grip.HIPS, Grip.NECK, Grip.BACK, Grip.RACK, Grip.RIBS)


def both(pose: Pose, aim: Aim) -> Pose:
    """Return the pose with both arms where `aim` says."""
    return pose._replace(left_arm=Arm(aim, aim), right_arm=Arm(aim, aim))


def gripping(grip: Grip, pose: Pose | None = None, body: Body | None = None) -> Skeleton:
    """Return a balanced skeleton with both hands at a grip."""
    aim = Aim(grip, shoulder=60.0, elbow=30.0) if grip is Grip.ANGLE else Aim(grip)
    return build_skeleton(body or Body(), both(pose or Pose(), aim), Stance())


def mirrored(pose: Pose) -> Pose:
    """Return the pose with left and right exchanged."""
    return pose._replace(
        weight=-pose.weight,
        left_load=pose.right_load,
        right_load=pose.left_load,
        left_foot=pose.right_foot,
        right_foot=pose.left_foot,
        left_arm=pose.right_arm,
        right_arm=pose.left_arm,
    )


def seen_from(at: Vec3, root: Vec3, lean_deg: float) -> tuple[float, float]:
    """Return (forward, up) in m of a point in the frame of a part that leans."""
    lean = math.radians(lean_deg)
    x, y = at.x - root.x, at.y - root.y
    return x * math.cos(lean) - y * math.sin(lean), x * math.sin(lean) + y * math.cos(lean)
