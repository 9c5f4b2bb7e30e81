"""Readings of a movement at a moment: numbers, and what the form checks say about them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from app.body.form import Check
from app.body.quantities import Quantity, value_of
from app.movement.audit import deepest_time, verdicts_at
from app.movement.model import MoveKind
from app.movement.motion import Motion

#: Within this time of the deepest moment, s, what is only judged there is judged too.
_NEAR_S = 0.02


class Timing(StrEnum):
    """A duration, which no single frame shows. `PHASE`: how long the phase takes, s."""

    PHASE = "phase"


class ReadingRow(NamedTuple):
    """A row of a table: which number, and the form check that says whether it is right."""

    shown: Quantity | Timing
    check: Check | None = None


class Reading(NamedTuple):
    """A number at a moment, in its own unit, and whether it is right; None without a verdict."""

    value: float
    verdict: bool | None


#: The check that judges a number, for rows that nobody chose by hand.
JUDGED_BY = {
    Quantity.KNEE: Check.SOFT_KNEES,
    Quantity.SHIN: Check.SHINS_VERTICAL,
    Quantity.LUMBAR: Check.FLAT_BACK,
    Quantity.NECK: Check.NECK_IN_LINE,
    Quantity.PRESSURE: Check.BALANCED,
    Quantity.HIPS_BACK: Check.HIPS_BACK,
    Quantity.LINE_TO_KNEE: Check.HINGE_NOT_SQUAT,
}


def read_rows(motion: Motion, t: float, rows: Sequence[ReadingRow]) -> list[Reading]:
    """Return the reading of each row at `t` s of a movement."""
    t = _settled(motion, t)
    skeleton, measures, verdicts = verdicts_at(motion, t)
    phase = motion.movement.phases[motion.place_at(t).phase]
    readings = []
    for shown, check in rows:
        value = phase.seconds if isinstance(shown, Timing) else value_of(shown, skeleton, measures)
        readings.append(Reading(value, verdicts[check] if check else None))
    return readings


def _settled(motion: Motion, t: float) -> float:
    """Return the deepest moment for any moment that looks the same, else `t`.

    Whether the hips went back is judged only at that moment, which no frame may hit exactly; and in
    the hold that follows the pose is still the same.
    """
    deepest = deepest_time(motion)
    if deepest is None:
        return t
    after = motion.deepest_phase + 1
    phases = motion.movement.phases
    holding = after < len(phases) and phases[after].kind is MoveKind.HOLD
    until = motion.ends[after] if holding else deepest
    return deepest if deepest - _NEAR_S <= t <= until + _NEAR_S else t
