"""How far an incorrect movement is seen to differ from a correct one, and which parts show it."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import NamedTuple

from app.body.form import Check
from app.movement.align import Alignment
from app.movement.audit import faults_at, frame_times
from app.movement.motion import Motion

#: Moments of the common clock, and of the movement.
_MOMENTS = 121


class Lit(StrEnum):
    """What a figure lights where it does something wrong."""

    BACK = "back"
    NECK = "neck"
    HIPS = "hips"
    KNEES = "knees"
    HEELS = "heels"
    TOES = "toes"
    PATH = "path"  # echoes of the figure, where it has just been


_LIT = {
    Check.FLAT_BACK: Lit.BACK,
    Check.NECK_IN_LINE: Lit.NECK,
    Check.HIPS_BACK: Lit.HIPS,
    Check.UNHURRIED: Lit.PATH,
}


class Visibility(NamedTuple):
    """The largest shift of a joint against another movement.

    Attributes:
        joint: which one it is.
        percent: how far it is from where it is in the other movement, % of stature.
        t: when that is, s of the movement's own time.
        lit: what is lit at one time or another.
    """

    joint: str
    percent: float
    t: float
    lit: tuple[Lit, ...]


def lit_by(check: Check, pressure: float) -> Lit:
    """Return what a failed check lights, with the weight at `pressure` of the foot."""
    if check is Check.BALANCED:
        return Lit.TOES if pressure > 0.5 else Lit.HEELS
    return _LIT.get(check, Lit.KNEES)


def visibility(motion: Motion, versus: Motion) -> Visibility:
    """Return how far a movement is seen to differ from another on their common clock."""
    clock = Alignment([versus, motion])
    joint, farthest, when = "", -1.0, 0.0
    for index in range(_MOMENTS):
        other, own = clock.times(clock.seconds * index / (_MOMENTS - 1))
        there = versus.skeleton_at(other).joints
        for name, at in motion.skeleton_at(own).joints.items():
            if (shift := math.dist(at, there[name])) > farthest:
                joint, farthest, when = name, shift, own
    moments = (faults_at(motion, t) for t in [*frame_times(motion, _MOMENTS), *motion.ends])
    lit = {lit_by(check, pressure) for checks, pressure in moments for check in checks}
    return Visibility(joint, 100 * farthest / motion.body.stature_m, when, tuple(sorted(lit)))
