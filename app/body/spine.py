"""Where a stick along the back touches it."""

from __future__ import annotations

import math

from app.body.skeleton import Skeleton, Vec3

#: The skin over tailbone, upper back and back of the head lies on a straight line behind a neutral
#: spine: how far behind the trunk's line, and where along the trunk, in statures.
TOUCH_BEHIND = 0.058
_TAILBONE, UPPER_BACK, _HEAD = -0.012, 0.72, 0.092


def touch_points(skeleton: Skeleton) -> tuple[Vec3, Vec3, Vec3]:
    """Return tailbone, upper back and back of the head, where a stick along the back touches, m.

    With a neutral back and the head in line the three lie on one straight line.
    """
    lengths, pose = skeleton.lengths, skeleton.pose
    hip, c7 = skeleton.hip, skeleton.joints["c7"]
    behind = TOUCH_BEHIND * lengths.stature
    pelvis = math.radians(pose.pelvis)
    nod = math.radians(pose.thorax + pose.thoracic / 2 - pose.neck)
    places = (
        (*_along(hip, pelvis, _TAILBONE * lengths.stature), pelvis),
        skeleton.spine_at(UPPER_BACK),
        (*_along(c7, nod, _HEAD * lengths.stature), nod),
    )
    tailbone, upper_back, head = (
        Vec3(x - behind * math.cos(lean), y + behind * math.sin(lean), hip.z)
        for x, y, lean in places
    )
    return tailbone, upper_back, head


def _along(start: Vec3, lean: float, length: float) -> tuple[float, float]:
    return start.x + length * math.sin(lean), start.y + length * math.cos(lean)
