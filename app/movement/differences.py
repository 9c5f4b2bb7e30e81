"""How two movements on one clock differ: every number over time, and which of them matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.body.measures import measure
from app.body.quantities import Quantity, value_of
from app.movement.align import Alignment
from app.movement.motion import Motion
from app.movement.readings import JUDGED_BY, ReadingRow

#: Points of a curve.
POINTS = 121
#: This many numbers tell two movements apart; more would be noise.
ROWS = 3

#: The difference in each number that an onlooker would notice, in its own unit. What only
#: instruments see, and what follows from other numbers, counts for less.
NOTICEABLE: Mapping[Quantity, float] = {
    Quantity.HIP: 8.0,
    Quantity.KNEE: 6.0,
    Quantity.TRUNK: 6.0,
    Quantity.SHIN: 5.0,
    Quantity.LUMBAR: 15.0,
    Quantity.NECK: 10.0,
    Quantity.PRESSURE: 10.0,
    Quantity.HIPS_BACK: 0.03,
    Quantity.HIP_HEIGHT: 0.05,
    Quantity.LINE_TO_KNEE: 0.08,
    Quantity.STRETCH: 20.0,
    Quantity.LOAD: 800.0,
}


class Curves(NamedTuple):
    """All numbers of one movement or several over their common clock.

    Attributes:
        times: moments of the clock, s, the first and the last included.
        values: of each quantity and each movement, what it is at those moments.
    """

    times: tuple[float, ...]
    values: Mapping[Quantity, tuple[tuple[float, ...], ...]]


class Extreme(NamedTuple):
    """The least and the greatest of a curve, and when on the clock they first come, s."""

    low: float
    low_at: float
    high: float
    high_at: float


def trace(motions: Sequence[Motion], alignment: Alignment, points: int = POINTS) -> Curves:
    """Return the curves of movements; this takes as long as that many frames of each."""
    times = tuple(alignment.seconds * index / (points - 1) for index in range(points))
    moments = [alignment.times(time) for time in times]
    found: dict[Quantity, list[tuple[float, ...]]] = {quantity: [] for quantity in Quantity}
    for index, motion in enumerate(motions):
        skeletons = [motion.skeleton_at(own[index]) for own in moments]
        frames = [(skeleton, measure(skeleton)) for skeleton in skeletons]
        for quantity, curves in found.items():
            curves.append(tuple(value_of(quantity, *frame) for frame in frames))
    return Curves(times, {quantity: tuple(curves) for quantity, curves in found.items()})


def most_different(curves: Curves, count: int = ROWS) -> list[ReadingRow]:
    """Return the rows in which two movements differ most, relative to what is noticeable.

    The greatest difference over the whole clock counts. What nobody would notice is left out,
    so there may be fewer rows, or none.
    """
    gaps = {
        quantity: max(abs(one - other) for one, other in zip(*curves.values[quantity], strict=True))
        / noticeable
        for quantity, noticeable in NOTICEABLE.items()
    }
    found = sorted((quantity for quantity in gaps if gaps[quantity] >= 1), key=lambda q: -gaps[q])
    return [ReadingRow(quantity, JUDGED_BY.get(quantity)) for quantity in found[:count]]


def extreme(curves: Curves, quantity: Quantity, index: int) -> Extreme:
    """Return the least and the greatest value that a number of one of the movements reaches."""
    values = curves.values[quantity][index]
    low, high = min(values), max(values)
    return Extreme(low, curves.times[values.index(low)], high, curves.times[values.index(high)])
