"""Solve the shin so that the centre of mass stands over the stated point of the foot.

With the feet planted and every other angle given, the whole centre of mass moves forward with
the shin angle s as A sin s + B sin(s - knee); that equation has a closed solution, so balance
costs no iteration and has no tolerance.
"""

from __future__ import annotations

import math

from app.body.anthropometry import Segments
from app.body.pose import Pose, Stance
from app.errors import UserError


class BalanceError(UserError):
    """A pose in which no shin angle brings the weight over the foot."""


def solve_shin(lengths: Segments, pose: Pose, stance: Stance, upper_x_kg: float) -> float:
    """Return the shin's lean from the vertical, deg, + forward.

    Args:
        lengths: the body's segments.
        pose: the pose to balance.
        stance: how the feet stand.
        upper_x_kg: sum over everything above the hip of mass times its distance in front of
            the hip centre, kg m.

    Raises:
        BalanceError: no shin angle balances the pose.
    """
    upper = upper_mass(lengths)
    legs = 2 * (lengths.foot_mass + lengths.shank_mass + lengths.thigh_mass)
    along = math.cos(math.radians(stance.toe_out))
    heel = -lengths.heel_behind_ankle * along
    target = heel + pose.pressure * lengths.foot * along
    foot_x = heel + lengths.foot_centre * along

    thigh_and_up = 2 * lengths.thigh_mass + upper
    a = 2 * lengths.shank_mass * lengths.shank_centre + thigh_and_up * lengths.shank
    b = 2 * lengths.thigh_mass * lengths.thigh_centre + upper * lengths.thigh
    wanted = (legs + upper) * target - 2 * lengths.foot_mass * foot_x - upper_x_kg

    knee = math.radians(pose.knee)
    p, q = a + b * math.cos(knee), b * math.sin(knee)
    share = wanted / math.hypot(p, q)
    if not -1 <= share <= 1:
        raise BalanceError(
            f"the weight cannot be brought over {pose.pressure:.2f} of the foot at "
            f"knee {pose.knee:.0f}, thorax {pose.thorax:.0f} degrees"
        )
    return math.degrees(math.asin(share) + math.atan2(q, p))


def upper_mass(lengths: Segments) -> float:
    """Return the mass of everything above the hip joints, kg."""
    arms = lengths.upper_arm_mass + lengths.forearm_mass + lengths.hand_mass
    return sum(mass for _, mass in lengths.trunk_masses) + lengths.head_mass + 2 * arms
