"""Solve how a person stands, so that the weight is borne where the pose says.

The feet are planted and the joint angles given; what is solved for is where the hips are, forward
and to the side, and with them the shins. The centre of pressure is the static one: it counts the
body, what the hands hold, and what pulls at the hips.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Segments
from app.body.arms import LegLine, PlacedArm, follows_legs, place_arm
from app.body.legs import SIDES, BalanceError, Sole, place_foot, place_knee, trailing_foot
from app.body.pose import Pose, Stance
from app.body.trunk import Trunk
from app.body.vectors import Vec3, between, third_side

GRAVITY = 9.81  # m/s2

_STEPS = 30
_CLOSE_M = 1e-7
_FARTHEST = 0.15  # m: the most one step of the search moves the hips
#: A standing leg is never straighter than this, deg of knee flexion.
_STRAIGHTEST = 1.0
#: The weight on one foot is borne this far inside its middle, fraction of stature: with it the leg
#: leans out 5 to 6 deg, about half the distance between the hip joints over their height.
_INSIDE = 0.0097
_HANGS_FREE = 0.08  # m off the floor


class Standing(NamedTuple):
    """How a pose stands in balance.

    Attributes:
        hip: midway between the hip joints, m.
        soles, hips, knees: by side, m.
        arms: by side, m from the hip centre.
    """

    hip: Vec3
    soles: dict[str, Sole]
    hips: dict[str, Vec3]
    knees: dict[str, Vec3]
    arms: dict[str, PlacedArm]


def weight_shares(pose: Pose) -> tuple[float, float]:
    """Return the shares of the weight that the left and the right foot bear."""
    right = (1 + pose.weight) / 2
    return 1 - right, right


def stand(lengths: Segments, pose: Pose, stance: Stance, trunk: Trunk) -> Standing:
    """Return how a pose stands.

    Raises:
        BalanceError: no place of the hips brings the weight over the foot, or a leg does not
            reach.
    """
    return _Search(lengths, pose, stance, trunk).run()


def stand_at(
    lengths: Segments, pose: Pose, stance: Stance, trunk: Trunk, hips_x: float
) -> Standing:
    """Return how a pose stands with the hips put at `hips_x` m, in balance or not.

    The pose's `pressure` is ignored; where the weight ends up can be measured.

    Raises:
        BalanceError: a leg does not reach.
    """
    return _Search(lengths, pose, stance, trunk).put(hips_x)


class _Secant:
    """Finds the zero of something nearly linear, step by step.

    Attributes:
        slope: an estimate, until two steps give the real one.
    """

    def __init__(self, slope: float) -> None:
        self.slope = slope
        self._at = self._off = math.nan

    def next(self, at: float, off: float) -> float:
        """Return where to look next, after `off` was found at `at`."""
        if abs(at - self._at) > 1e-12:
            self.slope = min(2.0, max(0.3, (off - self._off) / (at - self._at)))
        self._at, self._off = at, off
        return at - max(-_FARTHEST, min(_FARTHEST, off / self.slope))


class _Search:
    """One pose's search for where the hips are."""

    def __init__(self, lengths: Segments, pose: Pose, stance: Stance, trunk: Trunk) -> None:
        self.lengths, self.pose, self.stance, self.trunk = lengths, pose, stance, trunk
        self.shares = weight_shares(pose)
        self.soles = {
            side: place_foot(lengths, stance, pose.foot(side), sign) for side, sign in SIDES
        }
        self.sides = list(zip(SIDES, self.shares, strict=True))
        if pose.trailing_side == "left":  # where it is follows from the other leg
            self.sides.reverse()
        self.moving_arms = follows_legs(pose.left_arm) or follows_legs(pose.right_arm)
        self.even = (
            pose.weight == 0
            and pose.left_load == pose.right_load
            and not pose.trail
            and pose.left_foot == pose.right_foot
            and pose.left_arm == pose.right_arm
        )
        legs = lengths.foot_mass + lengths.shank_mass + lengths.thigh_mass
        arms = lengths.upper_arm_mass + lengths.forearm_mass + lengths.hand_mass
        trunk_kg = sum(kg for kg, *_ in trunk.masses)
        self.above = trunk_kg + 2 * arms + pose.left_load + pose.right_load
        self.total = self.above + 2 * legs
        # When the hips move, the shanks go about a quarter as far, the thighs about four fifths.
        shanks, thighs = 2 * lengths.shank_mass, 2 * lengths.thigh_mass
        self._slope = (self.above + 0.28 * shanks + 0.8 * thighs) / self.total
        self.trunk_x = sum(kg * x for kg, x, *_ in trunk.masses)
        self.target_x, self.target_z = self._target()
        if pose.weight:
            side = "left" if pose.weight > 0 else "right"
            self._hang_lifted_foot(side, pose.foot(side).up)
        self._weigh_feet()
        self.arms: dict[str, PlacedArm] = {}
        self.arms_x = self.arms_z = 0.0

    def run(self) -> Standing:
        """Return where everything stands."""
        x, z = self._first_guess(), self.target_z
        along, across = _Secant(self._slope), _Secant(self._slope)
        for _ in range(_STEPS):
            hip, hips, knees = self._legs(x, z)
            self._place_arms(hip, hips, knees)
            off_x, off_z = self._off(hip, hips, knees)
            if abs(off_x) < _CLOSE_M and abs(off_z) < _CLOSE_M:
                return Standing(hip, self.soles, hips, knees, self.arms)
            x = along.next(x, off_x)
            z = across.next(z, off_z)
        raise self._falls()

    def _falls(self) -> BalanceError:
        pose = self.pose
        return BalanceError(
            "body.falls", pressure=pose.pressure, knee=pose.knee, thorax=pose.thorax
        )

    def put(self, x: float) -> Standing:
        """Return where everything is with the hips at `x` m, whether in balance or not."""
        hip, hips, knees = self._legs(x, self.target_z)
        self._place_arms(hip, hips, knees)
        return Standing(hip, self.soles, hips, knees, self.arms)

    def _target(self) -> tuple[float, float]:
        """Return where on the floor the pose puts the weight, (x, z) in m."""
        x = z = 0.0
        along = self.pose.pressure * self.lengths.foot
        for (side, sign), share in zip(SIDES, self.shares, strict=True):
            sole = self.soles[side]
            x += share * (sole.heel.x + along * sole.ahead.x)
            inside = sign * _INSIDE * self.lengths.stature
            z += share * (sole.heel.z + along * sole.ahead.z - inside)
        return x, z

    def _weigh_feet(self) -> None:
        lengths = self.lengths
        level = lengths.foot_centre / lengths.foot
        feet = [between(sole.heel, sole.toe, level) for sole in self.soles.values()]
        self.feet_x = lengths.foot_mass * sum(foot.x for foot in feet)
        self.feet_z = lengths.foot_mass * sum(foot.z for foot in feet)

    def _trail(self, side: str, hip: Vec3) -> None:
        """Put the foot of a leg that goes back in line with the trunk where it belongs."""
        pose, sign = self.pose, -1.0 if side == "left" else 1.0
        foot = trailing_foot(
            self.lengths, self.stance, pose.foot(side), hip, pose.thorax, pose.trail
        )
        self.soles[side] = place_foot(self.lengths, self.stance, foot, sign)
        self._hang_lifted_foot(side, foot.up)
        self._weigh_feet()

    def _hang_lifted_foot(self, side: str, up: float) -> None:
        """Move a foot lifted `up` m below its own hip, which has shifted aside with the weight."""
        share = min(1.0, up / _HANGS_FREE)
        if share <= 0:
            return
        sign, sole = -1.0 if side == "left" else 1.0, self.soles[side]
        below = self.target_z + sign * self.lengths.hip_breadth / 2
        aside = (below - sole.ankle.z) * share * share * (3 - 2 * share)
        heel, toe, ankle = (
            Vec3(at.x, at.y, at.z + aside) for at in (sole.heel, sole.toe, sole.ankle)
        )
        self.soles[side] = Sole(heel, toe, ankle, sole.ahead)

    def _first_guess(self) -> float:
        """Return roughly where the hips are, assuming hanging arms and legs that follow."""
        arms = self.above - sum(kg for kg, *_ in self.trunk.masses)
        hanging = arms * self.trunk.girdle.x
        ahead = (self.trunk_x + hanging) / self.total
        return self.target_x - ahead * 1.15 + self.pose.pull * 0.9 / (self.total * GRAVITY)

    def _legs(self, x: float, z: float) -> tuple[Vec3, dict[str, Vec3], dict[str, Vec3]]:
        """Return hip centre, hip joints and knees for a position of the hips.

        The hips are as high as the leg that bears the weight holds them at the stated knee, and
        no higher than the other one reaches.
        """
        lengths, pose = self.lengths, self.pose
        half = lengths.hip_breadth / 2
        long = third_side(lengths.shank, lengths.thigh, pose.knee)
        y, highest = 0.0, math.inf
        for (side, sign), share in self.sides:
            if side == pose.trailing_side:
                self._trail(side, Vec3(x, y, z))
            ankle = self.soles[side].ankle
            aside = z + sign * half - ankle.z
            away = (x - ankle.x) ** 2 + aside * aside
            if share > 0:
                if away >= long * long:
                    raise self._falls()
                y += share * (ankle.y + math.sqrt(long * long - away))
            if self.even:
                break
            most = third_side(lengths.shank, lengths.thigh, min(_STRAIGHTEST, pose.knee))
            if away >= most * most:
                raise self._falls()
            highest = min(highest, ankle.y + math.sqrt(most * most - away))
        if self.even:
            y *= 2
        hip = Vec3(x, min(y, highest), z)
        hips = {side: Vec3(hip.x, hip.y, z + sign * half) for side, sign in SIDES}
        left = place_knee(lengths, self.soles["left"], hips["left"])
        if self.even:
            right = Vec3(left.x, left.y, -left.z)
        else:
            right = place_knee(lengths, self.soles["right"], hips["right"])
        return hip, hips, {"left": left, "right": right}

    def _place_arms(self, hip: Vec3, hips: dict[str, Vec3], knees: dict[str, Vec3]) -> None:
        if self.arms and not self.moving_arms:
            return
        pose, lengths = self.pose, self.lengths
        self.arms_x = self.arms_z = 0.0
        for side, sign in SIDES:
            if self.even and side == "right":
                self.arms[side] = PlacedArm(*(Vec3(at.x, at.y, -at.z) for at in self.arms["left"]))
                self.arms_x, self.arms_z = 2 * self.arms_x, 0.0
                break
            leg = _leg_line(hip, knees[side], self.soles[side].ankle, hips[side])
            arm = pose.right_arm if sign > 0 else pose.left_arm
            placed = place_arm(lengths, self.trunk, arm, sign, hip, leg)
            self.arms[side] = placed
            load = pose.right_load if sign > 0 else pose.left_load
            self.arms_x += _arm_moment(lengths, placed, load, 0)
            self.arms_z += _arm_moment(lengths, placed, load, 2)

    def _off(self, hip: Vec3, hips: dict[str, Vec3], knees: dict[str, Vec3]) -> tuple[float, float]:
        """Return how far the centre of pressure is from where it should be, (x, z) in m."""
        lengths = self.lengths
        mass_x = self.above * hip.x + self.trunk_x + self.arms_x + self.feet_x
        mass_z = self.above * hip.z + self.arms_z + self.feet_z
        shank_share = lengths.shank_centre / lengths.shank
        thigh_share = lengths.thigh_centre / lengths.thigh
        for side, _ in SIDES:
            ankle, knee, joint = self.soles[side].ankle, knees[side], hips[side]
            low, high = lengths.shank_mass, lengths.thigh_mass
            mass_x += low * (ankle.x + (knee.x - ankle.x) * shank_share)
            mass_x += high * (knee.x + (joint.x - knee.x) * thigh_share)
            if not self.even:
                mass_z += low * (ankle.z + (knee.z - ankle.z) * shank_share)
                mass_z += high * (knee.z + (joint.z - knee.z) * thigh_share)
        pulled = self.pose.pull * hip.y / (self.total * GRAVITY)
        off_z = 0.0 if self.even else mass_z / self.total - self.target_z
        return mass_x / self.total - pulled - self.target_x, off_z


def _leg_line(hip: Vec3, knee: Vec3, ankle: Vec3, joint: Vec3) -> LegLine:
    return LegLine(
        Vec3(knee.x - hip.x, knee.y - hip.y, knee.z - hip.z),
        Vec3(ankle.x - hip.x, ankle.y - hip.y, ankle.z - hip.z),
        Vec3(joint.x - hip.x, joint.y - hip.y, joint.z - hip.z),
    )


def _arm_moment(lengths: Segments, arm: PlacedArm, load: float, axis: int) -> float:
    """Return the moment along an axis of an arm and what it holds, kg m about the hips."""
    shoulder, elbow, wrist, palm, tip = (at[axis] for at in arm)
    upper = lengths.upper_arm_centre / lengths.upper_arm
    fore = lengths.forearm_centre / lengths.forearm
    hand = lengths.hand_centre / lengths.hand
    return (
        lengths.upper_arm_mass * (shoulder + (elbow - shoulder) * upper)
        + lengths.forearm_mass * (elbow + (wrist - elbow) * fore)
        + lengths.hand_mass * (wrist + (tip - wrist) * hand)
        + load * palm
    )
