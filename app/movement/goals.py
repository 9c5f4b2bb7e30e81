"""Small goals for a body moved by hand, with numbers this body can reach."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.body.form import Check, Pattern
from app.body.measures import Measures
from app.body.skeleton import Skeleton
from app.movement.free_body import FreeBody, FreePose
from app.movement.search import solve


class GoalId(StrEnum):
    """The goals, in the order in which they are offered."""

    HINGE = "hinge"
    WALL = "wall"
    DEEP = "deep"
    SQUAT = "squat"
    FREE = "free"


class TargetKind(StrEnum):
    """What a goal can ask for.

    `HIPS_BACK` is the least distance behind the ankles, m; `TRUNK_LEAN` the least and `TRUNK_TALL`
    the greatest lean, `KNEES_BENT` the least flexion, deg; `WALL` is the seat touching a wall at
    this distance behind the heels, m. The others have no number.
    """

    HIPS_BACK = "hips_back"
    TRUNK_LEAN = "trunk_lean"
    TRUNK_TALL = "trunk_tall"
    KNEES_SOFT = "knees_soft"
    KNEES_BENT = "knees_bent"
    SHINS_UPRIGHT = "shins_upright"
    BACK_FLAT = "back_flat"
    MID_FOOT = "mid_foot"
    WALL = "wall"


_CHECKS = {
    TargetKind.SHINS_UPRIGHT: Check.SHINS_VERTICAL,
    TargetKind.BACK_FLAT: Check.FLAT_BACK,
    TargetKind.MID_FOOT: Check.BALANCED,
}


class Target(NamedTuple):
    """One thing a goal asks for, and how much of it, m or deg."""

    kind: TargetKind
    amount: float = 0.0


class Goal(NamedTuple):
    """What to try.

    Attributes:
        id: which it is.
        targets: what has to be met at the same time; none in free play.
        pattern: which form checks apply on the way.
        aim: a pose that meets all targets.
        wall_x: where a wall stands, m forward of the ankles; None without one.
    """

    id: GoalId
    targets: tuple[Target, ...]
    pattern: Pattern
    aim: FreePose | None = None
    wall_x: float | None = None


#: Knee flexion of a hinge's soft knees, deg: the usual one, and the range that still counts.
_SOFT, SOFT_KNEES = 20.0, (10.0, 30.0)
_HIPS_BACK_M, _TO_WALL_M = 0.15, 0.20
_LEAN, _SQUAT_KNEE, _SQUAT_LEAN = 65.0, 95.0, 50.0
#: A squat as shown: a little past what is asked for, deg.
_SHOWN_KNEE, _SHOWN_LEAN = 100.0, 45.0
#: A goal never takes anybody to the very end of their reach: the margin, m and deg.
_SPARE_M, _SPARE_DEG = 0.01, 3.0
#: A difference hidden by rounding counts as reached: half of the rounding step, m and deg.
CLOSE_M, _CLOSE_DEG = 0.005, 0.5
_TURNS = 8


def make_goal(goal: GoalId, free: FreeBody) -> Goal:
    """Return a goal for a body that stands without a wall.

    Where the body cannot reach the usual numbers, they are reduced by whole centimetres and steps
    of five degrees.
    """
    common = TargetKind.BACK_FLAT, TargetKind.MID_FOOT, TargetKind.SHINS_UPRIGHT
    flat, mid, shins = map(Target, common)
    if goal is GoalId.FREE:
        return Goal(goal, (), Pattern.HINGE)
    if goal is GoalId.SQUAT:
        bent = Target(TargetKind.KNEES_BENT, _SQUAT_KNEE)
        tall = Target(TargetKind.TRUNK_TALL, _SQUAT_LEAN)
        aim = free.in_balance(_SHOWN_KNEE, _SHOWN_LEAN)
        return Goal(goal, (bent, tall, flat, mid), Pattern.SQUAT, aim)
    deepest = _deepest(free)
    if goal is GoalId.DEEP:
        lean = min(_LEAN, 5 * math.floor((deepest.trunk - _SPARE_DEG) / 5))
        deep, soft = Target(TargetKind.TRUNK_LEAN, lean), Target(TargetKind.KNEES_SOFT)
        aim = free.in_balance(_SOFT, lean)
        return Goal(goal, (deep, soft, flat, mid), Pattern.HINGE, aim)
    if goal is GoalId.WALL:
        reach = free.heel_x + deepest.hips + free.lengths.buttock
        gap = min(_TO_WALL_M, _whole_cm(reach - _SPARE_M))
        hips = gap - free.heel_x - free.lengths.buttock
        wall_x = free.heel_x - gap
        targets = (Target(TargetKind.WALL, gap), shins, flat, mid)
        return Goal(goal, targets, Pattern.HINGE, _with_hips(free, hips, deepest), wall_x)
    back = min(_HIPS_BACK_M, _whole_cm(deepest.hips - _SPARE_M))
    targets = (Target(TargetKind.HIPS_BACK, back), flat, shins, mid)
    return Goal(goal, targets, Pattern.HINGE, _with_hips(free, back, deepest))


def is_met(target: Target, now: float, verdicts: Mapping[Check, bool | None]) -> bool:
    """Return whether a pose meets one target of a goal.

    Args:
        target: the target.
        now: how much of it the pose has, as `amount_of` tells.
        verdicts: what the form checks say about the pose; what they judge, a goal does not judge
            for itself.
    """
    if check := _CHECKS.get(target.kind):
        return verdicts[check] is True
    amount = target.amount
    match target.kind:
        case TargetKind.HIPS_BACK:
            return now >= amount - CLOSE_M
        case TargetKind.WALL:
            return now <= CLOSE_M
        case TargetKind.TRUNK_LEAN | TargetKind.KNEES_BENT:
            return now >= amount - _CLOSE_DEG
        case TargetKind.TRUNK_TALL:
            return now <= amount + _CLOSE_DEG
        case _:
            return SOFT_KNEES[0] - _CLOSE_DEG <= now <= SOFT_KNEES[1] + _CLOSE_DEG


def amount_of(
    target: Target, skeleton: Skeleton, measures: Measures, wall_x: float | None
) -> float:
    """Return how much of a target a pose has now.

    Metres or degrees; for `WALL` the distance left, for `BACK_FLAT` percent of the lumbar range,
    for `MID_FOOT` the fraction of the foot.
    """
    match target.kind:
        case TargetKind.HIPS_BACK:
            return measures.hip_behind_ankle
        case TargetKind.WALL:
            face = skeleton.hip.x if wall_x is None else wall_x
            return skeleton.hip.x - skeleton.lengths.buttock - face
        case TargetKind.TRUNK_LEAN | TargetKind.TRUNK_TALL:
            return skeleton.pose.thorax
        case TargetKind.KNEES_SOFT | TargetKind.KNEES_BENT:
            return skeleton.knee
        case TargetKind.SHINS_UPRIGHT:
            return skeleton.shin
        case TargetKind.BACK_FLAT:
            return measures.lumbar_percent
        case TargetKind.MID_FOOT:
            return measures.pressure


def _deepest(free: FreeBody) -> FreePose:
    """Return the deepest hinge on soft knees in which the back keeps its shape."""
    pose = free.in_balance(_SOFT, _LEAN)
    for _ in range(_TURNS):
        pose = free.in_balance(_SOFT, free.flattest(pose))
    return pose


def _with_hips(free: FreeBody, hips: float, deepest: FreePose) -> FreePose:
    """Return the balanced hinge on soft knees whose hips are `hips` m back."""
    lean = solve(lambda lean: hips - free.in_balance(_SOFT, lean).hips, 0.0, deepest.trunk)
    return FreePose(hips, _SOFT, lean)


def _whole_cm(metres: float) -> float:
    return math.floor(100 * metres) / 100
