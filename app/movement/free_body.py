"""A body moved freely by hand: hips, knees and trunk, without solving for balance.

The shin follows from where the hips are and how bent the knees are, and so does the centre of
pressure. What is asked for is clamped to the nearest pose the body can do: the ankles have a limit,
the hips stop where the hamstrings do, and any further lean comes from the back.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Body, segments
from app.body.arms import soft_length
from app.body.hamstrings import most_hip_flexion
from app.body.legs import Leg, leg_angles, place_foot, place_knee
from app.body.limits import JOINT_LIMITS
from app.body.measures import Measures, measure
from app.body.pose import Aim, Arm, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton, put_skeleton
from app.body.trunk import build_trunk
from app.body.vectors import Vec3, flexion, third_side
from app.movement.search import solve

KNEE = (0.0, 130.0)  # deg
TRUNK = (-10.0, 100.0)  # deg
#: How far the hips go in front of and behind the ankles, fractions of stature.
_FORWARD, _BACK = 0.09, 0.22
#: The hips stay high enough to keep the seat off the floor, fraction of stature.
_SEAT = 0.12
_MOST_SHIN = JOINT_LIMITS["ankle"][1] - 0.5
#: The front of the hip limits its extension, deg.
_EXTENDED = -20.0
#: How far the back gives when the hips stop: hollowing, and rounding in its upper part, deg.
_HOLLOW, _ROUNDEST = 15.0, 30.0
#: How far hands stay off the floor, m.
_FLOOR_M = 0.02
_MID_FOOT = 0.45


class FreePose(NamedTuple):
    """Where a person puts the body.

    Attributes:
        hips: how far the middle of the hips is behind the ankles, m; negative in front.
        knee: knee flexion, deg.
        trunk: lean of the thorax, deg.
    """

    hips: float
    knee: float
    trunk: float


class FreeBody:
    """One body, and what it does when put somewhere.

    Attributes:
        body: whose it is.
        lengths: that body's segments.
        wall_x: where a wall stands behind it, m forward of the ankles; None without one.
        heel_x: where the heels are, m forward of the ankles.
    """

    def __init__(self, body: Body, wall_x: float | None = None) -> None:
        self.body, self.wall_x = body, wall_x
        self.lengths = segments(body)
        self._stance = Stance()
        self._sole = place_foot(self.lengths, self._stance, Pose().left_foot, -1.0)
        self.heel_x = self._sole.heel.x
        self._farthest = _BACK * body.stature_m
        if wall_x is not None:
            self._farthest = min(self._farthest, -wall_x - self.lengths.buttock)

    def upright(self) -> FreePose:
        """Return the pose of standing tall in balance with soft knees."""
        pose = Pose()
        hip = build_skeleton(self.body, pose, self._stance).hip
        return self.clamped(FreePose(-hip.x, pose.knee, pose.thorax))

    def clamped(self, wanted: FreePose) -> FreePose:
        """Return the pose nearest to `wanted` that this body can do; knees first, then hips."""
        knee = _within(wanted.knee, KNEE)
        least, most = self.hips_range(knee)
        if least > most:
            # At a wall the ankles reach their limit before the knees do.
            knee -= solve(lambda less: self._crowding(knee - less), 0.0, knee)
            least, most = self.hips_range(knee)
        hips = max(min(wanted.hips, most), least)
        trunk = _within(wanted.trunk, TRUNK)
        _, _, lean = self._back(FreePose(hips, knee, trunk))
        return FreePose(hips, knee, lean)

    def hips_range(self, knee: float) -> tuple[float, float]:
        """Return the least and the most the hips are behind the ankles at a knee flexion, m."""
        height = self.body.stature_m
        long = third_side(self.lengths.shank, self.lengths.thigh, knee)
        low = max(0.0, _SEAT * height - self.lengths.ankle_height)
        reach = math.sqrt(max(0.0, long * long - low * low))
        most = min(self._farthest, reach)
        ahead = max(-_FORWARD * height, -reach)
        return solve(lambda hips: self.leg(hips, knee).shin - _MOST_SHIN, ahead, reach), most

    def flattest(self, pose: FreePose) -> float:
        """Return how far the trunk can lean (deg) before the hips stop and the back must round."""
        thigh = self.leg(pose.hips, pose.knee).thigh
        return thigh + most_hip_flexion(self.body.slr_deg, pose.knee)

    def knee_for_leg(self, length: float) -> float:
        """Return the knee flexion (deg) at which hip and ankle are `length` m apart."""
        return flexion(self.lengths.shank, self.lengths.thigh, length)

    def knee_for_place(self, hips: float, forward: float) -> float:
        """Return the knee flexion (deg) at which the knee is `forward` m ahead of the ankle."""
        shortest = max(abs(hips), 1e-6)
        most = min(KNEE[1], self.knee_for_leg(shortest))
        return solve(lambda knee: forward - self._knee(hips, knee).x, KNEE[0], most)

    def leg(self, hips: float, knee: float) -> Leg:
        """Return the leg's angles with an upright pelvis."""
        hip, joint = self._hip(hips, knee), self._knee(hips, knee)
        return leg_angles(self.lengths, self._sole.ankle, joint, hip, 0.0)

    def _hip(self, hips: float, knee: float) -> Vec3:
        ankle = self._sole.ankle
        long = third_side(self.lengths.shank, self.lengths.thigh, knee)
        return Vec3(-hips, ankle.y + math.sqrt(max(0.0, long * long - hips * hips)), ankle.z)

    def _knee(self, hips: float, knee: float) -> Vec3:
        return place_knee(self.lengths, self._sole, self._hip(hips, knee))

    def skeleton(self, pose: FreePose) -> tuple[Skeleton, Measures]:
        """Return the skeleton of a clamped pose, and its measures.

        The skeleton's pose has the resulting pressure.
        """
        lumbar, thoracic, lean = self._back(pose)
        still = Pose(knee=pose.knee, thorax=lean, lumbar=lumbar, thoracic=thoracic)
        aim = Aim(elbow=self._elbow(pose, still))
        still = still._replace(left_arm=Arm(aim, aim), right_arm=Arm(aim, aim))
        made = put_skeleton(self.body, still, self._stance, -pose.hips)
        measures = measure(made)
        return made._replace(pose=still._replace(pressure=measures.pressure)), measures

    def in_balance(self, knee: float, trunk: float, pressure: float = _MID_FOOT) -> FreePose:
        """Return the pose of these angles (deg) whose weight is nearest to `pressure`."""

        def ahead(hips: float) -> float:
            at = self.clamped(FreePose(hips, knee, trunk))
            return self.skeleton(at)[1].pressure - pressure

        least, most = self.hips_range(knee)
        return self.clamped(FreePose(solve(ahead, least, max(least, most)), knee, trunk))

    def _crowding(self, knee: float) -> float:
        least, most = self.hips_range(knee)
        return least - most

    def _back(self, pose: FreePose) -> tuple[float, float, float]:
        """Return lumbar and thoracic flexion and the resulting lean of the thorax, deg.

        As long as the hips can follow, the back keeps its shape. Beyond that the lumbar spine
        gives, then the thoracic spine, and last the lean.
        """
        most = self.flattest(pose)
        least = self.leg(pose.hips, pose.knee).thigh + _EXTENDED
        if pose.trunk > most:
            excess = pose.trunk - most
            lumbar = min(excess, self.body.lumbar_deg)
            thoracic = min(2 * (excess - lumbar), _ROUNDEST)
            return lumbar, thoracic, most + lumbar + thoracic / 2
        if pose.trunk < least:
            hollow = min(least - pose.trunk, _HOLLOW)
            return -hollow, 0.0, least - hollow
        return 0.0, 0.0, pose.trunk

    def _elbow(self, pose: FreePose, still: Pose) -> float:
        """Return how far the elbows bend so that hanging hands stay off the floor, deg."""
        lengths, usual = self.lengths, Aim().elbow
        hip = self._hip(pose.hips, pose.knee)
        shoulder = hip.y + build_trunk(lengths, still).girdle.y
        room = shoulder - (lengths.hand - lengths.palm) - _FLOOR_M
        if room >= soft_length(lengths, usual):
            return usual
        most = JOINT_LIMITS["elbow"][1] - 1.0
        fore = lengths.forearm + lengths.palm
        return min(most, flexion(lengths.upper_arm, fore, max(0.0, room)))


def _within(value: float, limits: tuple[float, float]) -> float:
    return max(limits[0], min(limits[1], value))
