"""How far sets, repetitions and seconds can be changed, by authors and by users."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Limit(NamedTuple):
    """The least and the most a number may be, both included."""

    name: str
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether `value` is within; NaN never is."""
        return self.low <= value <= self.high

    def __str__(self) -> str:
        return f"from {self.low:g} to {self.high:g}"


#: By the field's name in `Choice`. A part of a repetition may also be 0: it is left out.
#: Rest, prepare and switch are never shorter than the countdown that ends them.
LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "sets": Limit("Sets", 1, 10),
        "reps": Limit("Repetitions", 1, 30),
        "down_s": Limit("Seconds down", 0.5, 15.0),
        "hold_s": Limit("Seconds held", 0.5, 120.0),
        "up_s": Limit("Seconds up", 0.5, 15.0),
        "top_s": Limit("Seconds at the top", 0.5, 15.0),
        "switch_s": Limit("Seconds to switch", 3.0, 60.0),
        "rest_s": Limit("Seconds of rest", 5.0, 300.0),
        "prepare_s": Limit("Seconds to get ready", 3.0, 60.0),
    }
)

#: The parts of a repetition, in order.
PARTS = ("down_s", "hold_s", "up_s", "top_s")
