"""A body dragged by one of its handles: what pose that asks for."""

from __future__ import annotations

import math
from enum import StrEnum

from app.body.vectors import Vec3
from app.movement.free_body import FreeBody, FreePose


class Handle(StrEnum):
    """Where a body is taken hold of."""

    HIP = "hip"
    KNEE = "knee"
    TRUNK = "trunk"


#: The joint each handle is at, on the side seen.
_JOINTS = {Handle.KNEE: "knee_right", Handle.TRUNK: "shoulder_right"}


def handle_at(handle: Handle, joints: dict[str, Vec3]) -> Vec3:
    """Return where a handle of a skeleton with these joints is, m."""
    if handle is Handle.HIP:
        left, right = joints["hip_left"], joints["hip_right"]
        return Vec3(right.x, right.y, (left.z + right.z) / 2)
    return joints[_JOINTS[handle]]


def dragged(free: FreeBody, start: FreePose, handle: Handle, forward: float, up: float) -> FreePose:
    """Return the nearest pose to one whose handle was dragged from where it was in `start`.

    The hip goes back and forward and, up and down, bends the knees; the knee goes forward and
    back; the shoulder turns the trunk about the hips. The other two stay as they can.

    Args:
        free: whose body it is.
        start: the pose when the handle was taken.
        handle: which.
        forward, up: how far it was dragged since, m.
    """
    joints = free.skeleton(start)[0].joints
    at = handle_at(handle, joints)
    x, y = at.x + forward, at.y + up
    match handle:
        case Handle.HIP:
            ankle = joints["ankle_right"]
            knee = free.knee_for_leg(math.hypot(x - ankle.x, max(0.0, y - ankle.y)))
            wanted = FreePose(-x, knee, start.trunk)
        case Handle.KNEE:
            wanted = start._replace(knee=free.knee_for_place(start.hips, x))
        case Handle.TRUNK:
            hip = handle_at(Handle.HIP, joints)
            turn = _lean(x - hip.x, y - hip.y) - _lean(at.x - hip.x, at.y - hip.y)
            wanted = start._replace(trunk=start.trunk + turn)
    return free.clamped(wanted)


def _lean(x: float, y: float) -> float:
    """Return the lean of a line from the vertical, deg; what is far behind counts as past down."""
    lean = math.degrees(math.atan2(x, y))
    return lean + 360 if lean < -120 else lean
