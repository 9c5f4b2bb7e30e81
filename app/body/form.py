"""The form checks: what makes a frame right or wrong, in one place, with units and sources.

The limits are design values chosen for teaching and tried on women and men of 1.50 to 2.00 m. They
say whether a movement shows what it claims to show; they say nothing about injury.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # movements name checks, and the start reads movements without measuring them
    from app.body.measures import Measures
    from app.body.skeleton import Skeleton


class Check(StrEnum):
    """One thing a coach looks at."""

    FLAT_BACK = "flat_back"
    BALANCED = "balanced"
    NECK_IN_LINE = "neck_in_line"
    SHINS_VERTICAL = "shins_vertical"
    SOFT_KNEES = "soft_knees"
    HINGE_NOT_SQUAT = "hinge_not_squat"
    HIPS_BACK = "hips_back"
    UNHURRIED = "unhurried"


class Pattern(StrEnum):
    """What kind of movement it is; decides which checks apply."""

    HINGE = "hinge"
    SQUAT = "squat"
    FLOOR_LIFT = "floor-lift"
    SWING = "swing"
    STAND = "stand"
    STRETCH = "stretch"


_ALL = frozenset(Check)
_STILL = frozenset({Check.FLAT_BACK, Check.BALANCED, Check.NECK_IN_LINE})
APPLIES: dict[Pattern, frozenset[Check]] = {
    Pattern.HINGE: _ALL,
    Pattern.SQUAT: _ALL - {Check.SHINS_VERTICAL, Check.HINGE_NOT_SQUAT, Check.HIPS_BACK},
    # Hands near the floor need bent knees at a flat back, and with them leaning shins.
    Pattern.FLOOR_LIFT: _ALL - {Check.SHINS_VERTICAL, Check.HINGE_NOT_SQUAT},
    Pattern.SWING: _ALL - {Check.UNHURRIED},
    Pattern.STAND: _STILL,
    Pattern.STRETCH: _STILL,
}

FLAT_BACK_PERCENT = 50.0  # of the body's lumbar range; passive resistance climbs past about half
PRESSURE = (0.25, 0.68)  # of the foot from the heel; the first toe joint lies at .70 to .75
NECK_DEG = 20.0  # head relative to thorax, either way
SHIN_DEG = 10.0  # forward; there is no limit backward
SOFT_KNEE_DEG = 5.0
HINGE_RATIO = (
    1.6  # hip:knee flexion; squats lie at 1.15 to 1.25 (Schellenberg 2013: good morning 14)
)
HIPS_BACK_STATURE = 0.04  # of stature behind the ankle
BOTTOM_THORAX_DEG = 30.0
BOTTOM_KNEE_DEG = 45.0
UNHURRIED_S = 1.0  # a moving phase; about 2 s is static (Bazrgari 2007)

#: Allows for floating-point rounding, not for bad form.
_EPSILON = 1e-9


class FrameContext(NamedTuple):
    """What the checks need to know about a frame's place in its movement.

    Attributes:
        deepest: whether this is exactly the end of the phase with the greatest lean.
        moving_s: length of the phase the frame is in, s; None during a hold.
    """

    deepest: bool = False
    moving_s: float | None = None


def at_bottom(skeleton: Skeleton) -> bool:
    """Return whether a pose is past the bottom gate, where shins and knees have a verdict."""
    return skeleton.pose.thorax >= BOTTOM_THORAX_DEG or skeleton.knee >= BOTTOM_KNEE_DEG


def is_back_flat(lumbar_percent: float) -> bool:
    """Return whether this much of the lumbar range, in percent, still counts as a flat back."""
    return lumbar_percent <= FLAT_BACK_PERCENT + _EPSILON


def check_form(
    skeleton: Skeleton, measures: Measures, pattern: Pattern, moment: FrameContext
) -> dict[Check, bool | None]:
    """Return every check's verdict: True is right, False wrong, None not applicable."""
    applies = APPLIES[pattern]
    found = _verdicts(skeleton, measures, moment)
    return {check: found.get(check) if check in applies else None for check in Check}


def _verdicts(
    skeleton: Skeleton, measures: Measures, moment: FrameContext
) -> dict[Check, bool | None]:
    pose = skeleton.pose
    found: dict[Check, bool | None] = {
        Check.FLAT_BACK: is_back_flat(measures.lumbar_percent),
        Check.BALANCED: (
            PRESSURE[0] - _EPSILON <= measures.pressure <= PRESSURE[1] + _EPSILON
            and measures.sideways <= 1
        ),
        Check.NECK_IN_LINE: abs(pose.neck) <= NECK_DEG + _EPSILON,
    }
    if at_bottom(skeleton):
        ratio = measures.hip_knee_ratio
        found[Check.SHINS_VERTICAL] = skeleton.shin <= SHIN_DEG
        found[Check.SOFT_KNEES] = skeleton.knee >= SOFT_KNEE_DEG - _EPSILON
        found[Check.HINGE_NOT_SQUAT] = ratio is None or ratio >= HINGE_RATIO
    if moment.deepest and pose.thorax >= BOTTOM_THORAX_DEG:
        needed = HIPS_BACK_STATURE * skeleton.body.stature_m
        found[Check.HIPS_BACK] = measures.hip_behind_ankle >= needed
    if moment.moving_s is not None:
        found[Check.UNHURRIED] = moment.moving_s >= UNHURRIED_S
    return found
