"""What to change when a form check fails: one piece of advice, the first that is due."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.body.form import BOTTOM_KNEE_DEG, PRESSURE, Check
from app.body.measures import Measures
from app.body.skeleton import Skeleton


class Advice(StrEnum):
    """What puts a pose right; the window has the words for it."""

    COME_UP = "come_up"
    LEAN = "lean"
    HIPS_FORWARD = "hips_forward"
    OFF_THE_TOES = "off_the_toes"
    SHINS_BACK = "shins_back"
    SOFTEN = "soften"
    STRAIGHTEN = "straighten"
    HIPS_BACK = "hips_back"


#: The checks of a held pose, in the order in which to put them right. The neck does not move here
#: and nothing is hurried.
SHOWN = (
    Check.FLAT_BACK,
    Check.BALANCED,
    Check.SHINS_VERTICAL,
    Check.SOFT_KNEES,
    Check.HINGE_NOT_SQUAT,
    Check.HIPS_BACK,
)
_EASY_SHIN = 30.0  # deg
_MENDS = {
    Check.FLAT_BACK: Advice.COME_UP,
    Check.SHINS_VERTICAL: Advice.SHINS_BACK,
    Check.SOFT_KNEES: Advice.SOFTEN,
    Check.HINGE_NOT_SQUAT: Advice.STRAIGHTEN,
    Check.HIPS_BACK: Advice.HIPS_BACK,
}


class Mend(NamedTuple):
    """A failed check, and what puts it right."""

    check: Check
    advice: Advice


def first_mend(
    verdicts: Mapping[Check, bool | None], skeleton: Skeleton, measures: Measures
) -> Mend | None:
    """Return what to put right first; None where nothing is wrong."""
    for check in SHOWN:
        if verdicts[check] is False:
            return Mend(check, advice_for(check, skeleton, measures))
    return None


def advice_for(check: Check, skeleton: Skeleton, measures: Measures) -> Advice:
    """Return what puts a failed check right, one of `SHOWN`."""
    if check is Check.BALANCED:
        if measures.pressure > PRESSURE[1]:
            return Advice.OFF_THE_TOES
        # Leaning balances hips that are far back, as long as the hips can fold. In a squat the hips
        # come forward, as long as the ankles can bend.
        deep = skeleton.knee >= BOTTOM_KNEE_DEG and skeleton.shin < _EASY_SHIN
        if measures.lumbar_percent > 0 or deep:
            return Advice.HIPS_FORWARD
        return Advice.LEAN
    return _MENDS[check]
