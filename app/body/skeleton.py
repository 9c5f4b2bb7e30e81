"""Forward kinematics: from joint angles to joint positions, feet planted and shin solved.

Axes: x forward, y up, z to the person's right; metres; the origin on the floor midway between
the ankles. Segment angles are leans from the vertical, + forward.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Body, Segments, segments
from app.body.balance import BalanceError, solve_shin, upper_mass
from app.body.pose import Pose, Stance


class Vec3(NamedTuple):
    """A point, m: x forward, y up, z to the right."""

    x: float
    y: float
    z: float


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
        shin: the solved lean of the shin, deg, + forward.
        joints: joint positions by name (`ankle_left`, `hip_right`, `l5s1`, `c7`, `head` ...), m.
        masses: the body as point masses.
    """

    body: Body
    lengths: Segments
    pose: Pose
    stance: Stance
    shin: float
    joints: dict[str, Vec3]
    masses: tuple[PointMass, ...]

    @property
    def hip(self) -> Vec3:
        """The point midway between the hip joints, m."""
        left, right = self.joints["hip_left"], self.joints["hip_right"]
        return Vec3((left.x + right.x) / 2, (left.y + right.y) / 2, (left.z + right.z) / 2)

    @property
    def thigh(self) -> float:
        """Lean of the thigh from the vertical, knee to hip, deg; negative when it leans back."""
        return self.shin - self.pose.knee

    @property
    def lumbar_percent(self) -> float:
        """Lumbar flexion in percent of the own range; negative is extension."""
        return 100 * self.pose.lumbar / self.body.lumbar_deg

    @property
    def hip_flexion(self) -> float:
        """Hip flexion, pelvis against thigh, deg."""
        return self.pose.pelvis - self.thigh


def build_skeleton(body: Body, pose: Pose, stance: Stance) -> Skeleton:
    """Return the balanced skeleton of a pose.

    Raises:
        BalanceError: no shin angle keeps the weight over the foot, or the legs do not reach
            from the stance to the hips.
    """
    lengths = segments(body)
    trunk = _trunk(lengths, pose)
    upper_x_kg = sum(mass.kg * mass.at.x for mass in trunk.masses)
    shin = solve_shin(lengths, pose, stance, upper_x_kg)

    s, t = math.radians(shin), math.radians(shin - pose.knee)
    knee_x, knee_h = lengths.shank * math.sin(s), lengths.shank * math.cos(s)
    hip_x = knee_x + lengths.thigh * math.sin(t)
    hip_h = knee_h + lengths.thigh * math.cos(t)
    half_stance = stance.width * lengths.stature / 2
    half_hips = lengths.hip_breadth / 2
    # Legs planted wider than the hips lean inward as a whole: each stays in a plane through
    # its ankle, tilted so that it ends at its hip.
    if hip_h <= abs(half_hips - half_stance):
        raise BalanceError(f"the legs cannot fold to knee {pose.knee:.0f} degrees in this stance")
    tilt = math.asin((half_hips - half_stance) / hip_h)
    up, inward = math.cos(tilt), math.sin(tilt)
    hip_y = lengths.ankle_height + hip_h * up

    joints = {name: Vec3(hip_x + at.x, hip_y + at.y, at.z) for name, at in trunk.joints.items()}
    masses = [
        PointMass(mass.kg, Vec3(hip_x + mass.at.x, hip_y + mass.at.y, mass.at.z), mass.above_l5s1)
        for mass in trunk.masses
    ]
    turn = math.radians(stance.toe_out)
    shank_share = lengths.shank_centre / lengths.shank
    thigh_share = lengths.thigh_centre / lengths.thigh
    for side, sign in (("left", -1.0), ("right", 1.0)):
        ankle = Vec3(0.0, lengths.ankle_height, sign * half_stance)
        knee = Vec3(
            knee_x, lengths.ankle_height + knee_h * up, sign * (half_stance + knee_h * inward)
        )
        hip = Vec3(hip_x, hip_y, sign * half_hips)
        ahead, aside = math.cos(turn), sign * math.sin(turn)
        back = lengths.heel_behind_ankle
        heel = Vec3(-back * ahead, 0.0, ankle.z - back * aside)
        toe = Vec3(heel.x + lengths.foot * ahead, 0.0, heel.z + lengths.foot * aside)
        joints[f"ankle_{side}"] = ankle
        joints[f"knee_{side}"] = knee
        joints[f"hip_{side}"] = hip
        joints[f"heel_{side}"] = heel
        joints[f"toe_{side}"] = toe
        sole = _between(heel, toe, lengths.foot_centre / lengths.foot)
        foot = Vec3(sole.x, lengths.ankle_height / 2, sole.z)
        masses.append(PointMass(lengths.foot_mass, foot, above_l5s1=False))
        masses.append(
            PointMass(lengths.shank_mass, _between(ankle, knee, shank_share), above_l5s1=False)
        )
        masses.append(
            PointMass(lengths.thigh_mass, _between(knee, hip, thigh_share), above_l5s1=False)
        )
    return Skeleton(body, lengths, pose, stance, shin, joints, tuple(masses))


class _Trunk(NamedTuple):
    """Everything above the hips, placed with the hip centre at the origin."""

    joints: dict[str, Vec3]
    masses: tuple[PointMass, ...]


def _trunk(lengths: Segments, pose: Pose) -> _Trunk:
    pelvis, thorax = math.radians(pose.pelvis), math.radians(pose.thorax)
    l5s1 = _up(pelvis, lengths.hip_to_l5s1)
    t12 = _add(l5s1, lumbar_arc(lengths.lumbar, pelvis, thorax, 1.0))
    c7 = _add(t12, _up(thorax, lengths.thorax))
    nod = thorax - math.radians(pose.neck)
    head = _add(c7, _up(nod, lengths.head_centre))
    joints = {"l5s1": l5s1, "t12l1": t12, "c7": c7, "head": head}
    joints["vertex"] = _add(c7, _up(nod, lengths.head))
    masses = [PointMass(lengths.head_mass, head, above_l5s1=True)]
    hip_to_t12 = lengths.hip_to_l5s1 + lengths.lumbar
    for along, kg in lengths.trunk_masses:
        if along <= lengths.hip_to_l5s1:
            masses.append(PointMass(kg, _up(pelvis, along), above_l5s1=False))
        elif along <= hip_to_t12:
            share = (along - lengths.hip_to_l5s1) / lengths.lumbar
            bend = lumbar_arc(lengths.lumbar, pelvis, thorax, share)
            masses.append(PointMass(kg, _add(l5s1, bend), above_l5s1=True))
        else:
            masses.append(
                PointMass(kg, _add(t12, _up(thorax, along - hip_to_t12)), above_l5s1=True)
            )
    # Angles below the shoulder are measured from straight down, + forward.
    arm = math.radians(pose.shoulder) - thorax
    bent = arm + math.radians(pose.elbow)
    girdle = _add(t12, _up(thorax, lengths.t12_to_shoulder))
    for side, sign in (("left", -1.0), ("right", 1.0)):
        shoulder = Vec3(girdle.x, girdle.y, sign * lengths.shoulder_breadth / 2)
        elbow = _add(shoulder, _down(arm, lengths.upper_arm))
        wrist = _add(elbow, _down(bent, lengths.forearm))
        joints[f"shoulder_{side}"] = shoulder
        joints[f"elbow_{side}"] = elbow
        joints[f"wrist_{side}"] = wrist
        joints[f"hand_{side}"] = _add(wrist, _down(bent, lengths.hand))
        for start, angle, along, kg in (
            (shoulder, arm, lengths.upper_arm_centre, lengths.upper_arm_mass),
            (elbow, bent, lengths.forearm_centre, lengths.forearm_mass),
            (wrist, bent, lengths.hand_centre, lengths.hand_mass),
        ):
            masses.append(PointMass(kg, _add(start, _down(angle, along)), above_l5s1=True))
    return _Trunk(joints, tuple(masses))


def lumbar_arc(length: float, pelvis: float, thorax: float, share: float) -> Vec3:
    """Return the point `share` (0..1) along the lumbar spine, from L5/S1, m.

    The lumbar flexion is spread evenly: the spine is an arc whose direction turns from the
    pelvis's lean to the thorax's (both in radians).
    """
    turn = (thorax - pelvis) * share
    chord = length * share * (math.sin(turn / 2) / (turn / 2) if abs(turn) > 1e-9 else 1.0)
    return _up(pelvis + turn / 2, chord)


def centre_of_mass(skeleton: Skeleton) -> Vec3:
    """Return the whole body's centre of mass, m."""
    total = sum(mass.kg for mass in skeleton.masses)
    x = sum(mass.kg * mass.at.x for mass in skeleton.masses)
    y = sum(mass.kg * mass.at.y for mass in skeleton.masses)
    z = sum(mass.kg * mass.at.z for mass in skeleton.masses)
    return Vec3(x / total, y / total, z / total)


def _up(lean: float, length: float) -> Vec3:
    return Vec3(length * math.sin(lean), length * math.cos(lean), 0.0)


def _down(swing: float, length: float) -> Vec3:
    return Vec3(length * math.sin(swing), -length * math.cos(swing), 0.0)


def _add(a: Vec3, b: Vec3) -> Vec3:
    return Vec3(a.x + b.x, a.y + b.y, a.z + b.z)


def _between(a: Vec3, b: Vec3, share: float) -> Vec3:
    return Vec3(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share)


__all__ = [
    "BalanceError",
    "PointMass",
    "Skeleton",
    "Vec3",
    "build_skeleton",
    "centre_of_mass",
    "lumbar_arc",
    "upper_mass",
]
