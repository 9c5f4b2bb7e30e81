"""What a body's proportions change in a movement, compared with the usual ones for its height."""

from __future__ import annotations

from typing import NamedTuple

from app.body.measures import measure
from app.body.quantities import Quantity, value_of
from app.movement.differences import NOTICEABLE
from app.movement.motion import Motion

#: What people see in a mirror, the most telling first.
_SEEN = (
    Quantity.TRUNK,
    Quantity.KNEE,
    Quantity.HIPS_BACK,
    Quantity.SHIN,
    Quantity.LUMBAR,
    Quantity.HIP_HEIGHT,
)
#: Lengths, which grow with all of a body.
_LENGTHS = (Quantity.HIPS_BACK, Quantity.HIP_HEIGHT)
#: People watch for what a slider changes, so smaller changes are noticed than at a glance.
_LOOKED_FOR = 0.25
_MOST = 2  # changes in a sentence


class BodyChange(NamedTuple):
    """How much greater a number is at the deepest moment, in its own unit."""

    quantity: Quantity
    by: float


def changes(own: Motion, usual: Motion) -> list[BodyChange]:
    """Return what differs most at the deepest moment, the most telling first.

    Leaves out what nobody would notice, and differences in length that only come from the whole
    body being taller or shorter. Both motions are of the same movement, on this body and on the
    usual one.
    """
    mine, theirs = _deepest(own), _deepest(usual)
    for length in _LENGTHS:
        theirs[length] *= own.body.stature_m / usual.body.stature_m
    found = [BodyChange(quantity, mine[quantity] - theirs[quantity]) for quantity in _SEEN]
    seen = [each for each in found if _weight(each) >= _LOOKED_FOR]
    return sorted(seen, key=lambda each: -_weight(each))[:_MOST]


def _deepest(motion: Motion) -> dict[Quantity, float]:
    skeleton = motion.skeleton_at(motion.ends[motion.deepest_phase])
    measures = measure(skeleton)
    return {quantity: value_of(quantity, skeleton, measures) for quantity in _SEEN}


def _weight(change: BodyChange) -> float:
    return abs(change.by) / NOTICEABLE[change.quantity]
