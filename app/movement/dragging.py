"""A body dragged by one of its handles, and the pose that results."""

from __future__ import annotations

import math
from enum import StrEnum

from app.body.vectors import Vec3
from app.movement.free_body import FreeBody, FreePose


class Handle(StrEnum):
    """Where a body can be grabbed."""

    HIP = "hip"
    KNEE = "knee"
    TRUNK = "trunk"


#: The joint of each handle, on the visible side.
_JOINTS = {Handle.KNEE: "knee_right", Handle.TRUNK: "shoulder_right"}


def handle_at(handle: Handle, joints: dict[str, Vec3]) -> Vec3:
    """Return where a handle is on a skeleton with these joints, m."""
    if handle is Handle.HIP:
        left, right = joints["hip_left"], joints["hip_right"]
        return Vec3(right.x, right.y, (left.z + right.z) / 2)
    return joints[_JOINTS[handle]]


def dragged(free: FreeBody, start: FreePose, handle: Handle, forward: float, up: float) -> FreePose:
    """Return the pose nearest to that of a handle dragged away from where it was in `start`.

    Dragging the hip back and forth moves it, up and down bends the knees; the knee moves forward
    and back; the shoulder turns the trunk about the hips. The others stay as they are if they can.

    Args:
        free: whose body it is.
        start: the pose when the handle was grabbed.
        handle: which.
        forward, up: how far it has been dragged since, m.
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
    """Return the lean of a line from the vertical, deg; far behind counts as past straight down."""
    lean = math.degrees(math.atan2(x, y))
    return lean + 360 if lean < -120 else lean
