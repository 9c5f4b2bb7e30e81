"""The spine as a curve from tailbone to neck, with its natural curves."""

from __future__ import annotations

import math

from app.body.skeleton import Skeleton, Vec3

# Distance of the spine behind the trunk's mechanical line, fractions of stature, at tailbone,
# sacrum, L5/S1, mid lumbar, T12/L1, three thoracic points and C7: a shallow S, as standing
# people have it (drawn for this program, after the usual lordosis and kyphosis).
_BEHIND = (0.034, 0.040, 0.034, 0.026, 0.030, 0.037, 0.039, 0.031, 0.014)
#: Shares of the way from L5/S1 to C7 of the points above L5/S1.
_SHARES = (0.16, 0.32, 0.52, 0.73, 0.90, 1.0)
#: How deep the lordosis is drawn when standing; it disappears as the lumbar spine flexes.
_LORDOSIS = 0.010
#: The skin over tailbone, upper back and back of the head lies on a straight line behind a neutral
#: spine: how far behind the trunk's line, and where along the trunk, in statures.
TOUCH_BEHIND = 0.058
_TAILBONE, UPPER_BACK, _HEAD = -0.012, 0.72, 0.092


def spine_curve(skeleton: Skeleton) -> list[Vec3]:
    """Return points along the back of the trunk from tailbone to C7, m."""
    lengths, pose = skeleton.lengths, skeleton.pose
    hip, l5s1 = skeleton.hip, skeleton.joints["l5s1"]
    pelvis = math.radians(pose.pelvis)
    stations = [
        (*_along(hip, pelvis, -0.2 * lengths.hip_to_l5s1), pelvis),
        (*_along(hip, pelvis, 0.5 * lengths.hip_to_l5s1), pelvis),
        (l5s1.x, l5s1.y, pelvis),
    ]
    stations += skeleton.spine_along(_SHARES)
    # A flexing spine first loses its hollow and only then bends the other way.
    gone = min(1.0, max(0.0, pose.lumbar / skeleton.body.lumbar_deg))
    points = []
    for index, ((x, y, lean), behind) in enumerate(zip(stations, _BEHIND, strict=True)):
        back = behind + (_LORDOSIS * gone if index == 3 else 0.0)
        back *= lengths.stature
        points.append(Vec3(x - back * math.cos(lean), y + back * math.sin(lean), hip.z))
    return points


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
