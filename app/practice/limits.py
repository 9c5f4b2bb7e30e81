"""How far sets, repetitions and seconds can be changed, by authors and by users."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Limit(NamedTuple):
    """The least and the most a number may be, both included."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether `value` is within; NaN never is."""
        return self.low <= value <= self.high


#: By the field's name in `Choice`. A part of a repetition may also be 0: it is left out.
#: Rest, prepare and switch are never shorter than the countdown that ends them.
LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "sets": Limit(1, 10),
        "reps": Limit(1, 30),
        "down_s": Limit(0.5, 15.0),
        "hold_s": Limit(0.5, 120.0),
        "up_s": Limit(0.5, 15.0),
        "top_s": Limit(0.5, 15.0),
        "switch_s": Limit(3.0, 60.0),
        "rest_s": Limit(5.0, 300.0),
        "prepare_s": Limit(3.0, 60.0),
    }
)

#: The parts of a repetition, in order.
PARTS = ("down_s", "hold_s", "up_s", "top_s")
