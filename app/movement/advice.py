"""What to change when a form check fails: one piece of advice, the first that is due."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.body.form import PRESSURE, Check
from app.body.measures import Measures


class Advice(StrEnum):
    """What mends a pose; the words for it are the window's."""

    COME_UP = "come_up"
    OFF_THE_HEELS = "off_the_heels"
    OFF_THE_TOES = "off_the_toes"
    SHINS_BACK = "shins_back"
    SOFTEN = "soften"
    STRAIGHTEN = "straighten"
    HIPS_BACK = "hips_back"


#: The checks of a pose that is held, in the order in which they are mended. The neck is not moved
#: here and nothing is hurried.
SHOWN = (
    Check.FLAT_BACK,
    Check.BALANCED,
    Check.SHINS_VERTICAL,
    Check.SOFT_KNEES,
    Check.HINGE_NOT_SQUAT,
    Check.HIPS_BACK,
)
_MENDS = {
    Check.FLAT_BACK: Advice.COME_UP,
    Check.SHINS_VERTICAL: Advice.SHINS_BACK,
    Check.SOFT_KNEES: Advice.SOFTEN,
    Check.HINGE_NOT_SQUAT: Advice.STRAIGHTEN,
    Check.HIPS_BACK: Advice.HIPS_BACK,
}


class Mend(NamedTuple):
    """A check that fails, and what mends it."""

    check: Check
    advice: Advice


def first_mend(verdicts: Mapping[Check, bool | None], measures: Measures) -> Mend | None:
    """Return what to mend first; None where nothing is wrong."""
    for check in SHOWN:
        if verdicts[check] is False:
            return Mend(check, advice_for(check, measures))
    return None


def advice_for(check: Check, measures: Measures) -> Advice:
    """Return what mends a check that fails, one of `SHOWN`."""
    if check is Check.BALANCED:
        heavy_heels = measures.pressure < PRESSURE[0]
        return Advice.OFF_THE_HEELS if heavy_heels else Advice.OFF_THE_TOES
    return _MENDS[check]
