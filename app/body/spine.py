"""The spine as a curve from tailbone to neck, with its natural curves."""

from __future__ import annotations

import math

from app.body.skeleton import Skeleton, Vec3, lumbar_arc

# Distance of the spine behind the trunk's mechanical line, fractions of stature, at tailbone,
# sacrum, L5/S1, mid lumbar, T12/L1, three thoracic points and C7: a shallow S, as standing
# people have it (drawn for this program, after the usual lordosis and kyphosis).
_BEHIND = (0.034, 0.040, 0.034, 0.026, 0.032, 0.042, 0.045, 0.036, 0.018)
#: Shares of the way from L5/S1 to C7 at which those points lie; below L5/S1 nothing rounds.
_SHARES = (0.0, 0.0, 0.0, 0.16, 0.32, 0.52, 0.73, 0.90, 1.0)
#: How far a fully rounded back bulges between L5/S1 and C7, fraction of stature.
_BULGE = 0.034


def bulge(skeleton: Skeleton, share: float) -> float:
    """Return how far (m) rounding pushes the back out at `share` (0..1) from L5/S1 to C7.

    The mechanics bend the lumbar spine alone; a person who rounds it rounds the ribs' part
    along with it, and loses the lordosis first.
    """
    if skeleton.pose.lumbar <= 0:
        return 0.0
    flexion = skeleton.pose.lumbar / skeleton.body.lumbar_deg
    return min(flexion, 1.0) * _BULGE * skeleton.lengths.stature * math.sin(math.pi * share)


def spine_curve(skeleton: Skeleton) -> list[Vec3]:
    """Return points along the back of the trunk from tailbone to C7, m."""
    lengths, pose = skeleton.lengths, skeleton.pose
    hip, l5s1 = skeleton.hip, skeleton.joints["l5s1"]
    t12 = skeleton.joints["t12l1"]
    pelvis, thorax = math.radians(pose.pelvis), math.radians(pose.thorax)
    half = lumbar_arc(lengths.lumbar, pelvis, thorax, 0.5)
    stations = [
        (*_along(hip, pelvis, -0.2 * lengths.hip_to_l5s1), pelvis),
        (*_along(hip, pelvis, 0.5 * lengths.hip_to_l5s1), pelvis),
        (l5s1.x, l5s1.y, (3 * pelvis + thorax) / 4),
        (l5s1.x + half.x, l5s1.y + half.y, (pelvis + thorax) / 2),
        (t12.x, t12.y, (pelvis + 3 * thorax) / 4),
    ]
    stations += [
        (*_along(t12, thorax, share * lengths.thorax), thorax) for share in (0.3, 0.6, 0.85, 1.0)
    ]
    points = []
    for (x, y, lean), behind, share in zip(stations, _BEHIND, _SHARES, strict=True):
        back = behind * lengths.stature + bulge(skeleton, share)
        points.append(Vec3(x - back * math.cos(lean), y + back * math.sin(lean), hip.z))
    return points


def _along(start: Vec3, lean: float, length: float) -> tuple[float, float]:
    return start.x + length * math.sin(lean), start.y + length * math.cos(lean)
