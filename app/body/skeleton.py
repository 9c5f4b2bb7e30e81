"""The skeleton of a pose: every joint in space, feet planted and in balance.

Axes: x forward, y up, z to the person's right; metres; the origin on the floor midway between
the ankles at the start. Segment angles are leans from the vertical, + forward.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.body.anthropometry import Body, Segments, segments
from app.body.balance import Standing, stand, stand_at
from app.body.inertia import Inertia, at_rest
from app.body.legs import SIDES, BalanceError, Leg, leg_angles
from app.body.pose import Pose, Stance
from app.body.trunk import Trunk, build_trunk
from app.body.vectors import Vec3, add, between


class PointMass(NamedTuple):
    """A mass (kg) at a point; `above_l5s1` says whether it loads that joint."""

    kg: float
    at: Vec3
    above_l5s1: bool


class Skeleton(NamedTuple):
    """A person in a pose, standing in balance.

    Attributes:
        body: whose it is.
        lengths: that body's segment lengths and masses.
        pose: the joint angles it was built from, deg.
        stance: how the feet stand.
        joints: joint positions by name (`ankle_left`, `hip_right`, `l5s1`, `c7`, `head` ...), m.
            Things are held at a `palm`; a `hand` is the finger tips.
        legs: each leg's angles, by side.
        masses: the body, and what its hands hold, as point masses.
        inertia: returns what motion adds; it takes a while, and few ask for it.
    """

    body: Body
    lengths: Segments
    pose: Pose
    stance: Stance
    joints: dict[str, Vec3]
    legs: dict[str, Leg]
    masses: tuple[PointMass, ...]
    inertia: Callable[[], Inertia] = at_rest

    @property
    def hip(self) -> Vec3:
        """The point midway between the hip joints, m."""
        return between(self.joints["hip_left"], self.joints["hip_right"], 0.5)

    @property
    def shin(self) -> float:
        """Lean of the shin of the leg that bears the weight, deg, + forward."""
        return self.legs[self.pose.stance_side].shin

    @property
    def knee(self) -> float:
        """Knee flexion of the same leg, deg."""
        return self.legs[self.pose.stance_side].knee

    @property
    def lumbar_percent(self) -> float:
        """Lumbar flexion in percent of this body's range; negative is extension."""
        return 100 * self.pose.lumbar / self.body.lumbar_deg

    @property
    def hip_flexion(self) -> float:
        """Hip flexion of the leg that bears the weight, pelvis against thigh, deg."""
        return self.legs[self.pose.stance_side].hip_flexion

    def fist(self, side: str) -> bool:
        """Return whether a hand is closed on something."""
        return (self.pose.right_arm if side == "right" else self.pose.left_arm).fist

    def spine_at(self, share: float) -> tuple[float, float, float]:
        """Return (x, y) in m and the lean in rad at `share` (0..1) from L5/S1 to C7.

        The trunk's mechanical line: the lumbar arc, then the thoracic one.
        """
        (place,) = self.spine_along((share,))
        return place

    def spine_along(self, shares: Iterable[float]) -> list[tuple[float, float, float]]:
        """Return what `spine_at` does, for many shares."""
        pose, joints = self.pose, self.joints
        lumbar, thorax = self.lengths.lumbar, self.lengths.thorax
        pelvis = math.radians(pose.pelvis)
        low = math.radians(pose.thorax - pose.thoracic / 2)
        high = math.radians(pose.thorax + pose.thoracic / 2)
        lower = joints["l5s1"], lumbar, pelvis, low - pelvis
        upper = joints["t12l1"], thorax, low, high - low
        places = []
        for share in shares:
            along = share * (lumbar + thorax)
            root, length, begin, turn = lower if along <= lumbar else upper
            part = (along if along <= lumbar else along - lumbar) / length
            # As in `arc`, without a call for each: a figure asks for a dozen in every frame.
            half = turn * part / 2
            chord = length * part * (math.sin(half) / half if abs(half) > 5e-10 else 1.0)
            x, y = chord * math.sin(begin + half), chord * math.cos(begin + half)
            places.append((root.x + x, root.y + y, begin + turn * part))
        return places


def build_skeleton(body: Body, pose: Pose, stance: Stance) -> Skeleton:
    """Return the balanced skeleton of a pose.

    Raises:
        BalanceError: no shin angle keeps the weight over the foot, or the legs do not reach
            from the stance to the hips.
    """
    lengths = segments(body)
    trunk = build_trunk(lengths, pose)
    standing = stand(lengths, pose, stance, trunk)
    return _joined(body, pose, stance, trunk, standing)


def put_skeleton(body: Body, pose: Pose, stance: Stance, hips_x: float) -> Skeleton:
    """Return the skeleton of a pose with the hips put at `hips_x` m, in balance or not.

    The pose's `pressure` is ignored.

    Raises:
        BalanceError: the legs do not reach from the stance to the hips.
    """
    trunk = build_trunk(segments(body), pose)
    standing = stand_at(segments(body), pose, stance, trunk, hips_x)
    return _joined(body, pose, stance, trunk, standing)


def _joined(body: Body, pose: Pose, stance: Stance, trunk: Trunk, standing: Standing) -> Skeleton:
    lengths = segments(body)
    hip = standing.hip
    joints = {name: add(hip, at) for name, at in trunk.joints.items()}
    masses = [
        PointMass(kg, Vec3(hip.x + x, hip.y + y, hip.z), above) for kg, x, y, above in trunk.masses
    ]
    legs: dict[str, Leg] = {}
    loads = {"left": pose.left_load, "right": pose.right_load}
    for side, _ in SIDES:
        sole, knee, joint = standing.soles[side], standing.knees[side], standing.hips[side]
        legs[side] = leg_angles(lengths, sole.ankle, knee, joint, pose.pelvis)
        joints[f"ankle_{side}"] = sole.ankle
        joints[f"knee_{side}"] = knee
        joints[f"hip_{side}"] = joint
        joints[f"heel_{side}"] = sole.heel
        joints[f"toe_{side}"] = sole.toe
        foot = between(sole.heel, sole.toe, lengths.foot_centre / lengths.foot)
        foot = Vec3(foot.x, foot.y + lengths.ankle_height / 2, foot.z)
        low = between(sole.ankle, knee, lengths.shank_centre / lengths.shank)
        high = between(knee, joint, lengths.thigh_centre / lengths.thigh)
        masses.append(PointMass(lengths.foot_mass, foot, above_l5s1=False))
        masses.append(PointMass(lengths.shank_mass, low, above_l5s1=False))
        masses.append(PointMass(lengths.thigh_mass, high, above_l5s1=False))

        arm = standing.arms[side]
        shoulder, elbow, wrist = add(hip, arm.shoulder), add(hip, arm.elbow), add(hip, arm.wrist)
        palm, tip = add(hip, arm.palm), add(hip, arm.tip)
        joints[f"shoulder_{side}"] = shoulder
        joints[f"elbow_{side}"] = elbow
        joints[f"wrist_{side}"] = wrist
        joints[f"palm_{side}"] = palm
        joints[f"hand_{side}"] = tip
        for start, end, along, kg in (
            (shoulder, elbow, lengths.upper_arm_centre / lengths.upper_arm, lengths.upper_arm_mass),
            (elbow, wrist, lengths.forearm_centre / lengths.forearm, lengths.forearm_mass),
            (wrist, tip, lengths.hand_centre / lengths.hand, lengths.hand_mass),
        ):
            masses.append(PointMass(kg, between(start, end, along), above_l5s1=True))
        if loads[side]:
            masses.append(PointMass(loads[side], palm, above_l5s1=True))
    return Skeleton(body, lengths, pose, stance, joints, legs, tuple(masses))


def centre_of_mass(skeleton: Skeleton) -> Vec3:
    """Return the centre of mass of the body and what it holds, m."""
    total = sum(mass.kg for mass in skeleton.masses)
    x = sum(mass.kg * mass.at.x for mass in skeleton.masses)
    y = sum(mass.kg * mass.at.y for mass in skeleton.masses)
    z = sum(mass.kg * mass.at.z for mass in skeleton.masses)
    return Vec3(x / total, y / total, z / total)


__all__ = [
    "BalanceError",
    "PointMass",
    "Skeleton",
    "Vec3",
    "build_skeleton",
    "centre_of_mass",
    "put_skeleton",
]
