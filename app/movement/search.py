"""Find the zero of a falling function in few steps, as every step works out a body."""

from __future__ import annotations

import math
from collections.abc import Callable

#: How near to zero is near enough, m.
CLOSE_M = 1e-5
_MOST_STEPS = 40  # about ten are enough


def solve(
    off: Callable[[float], float],
    low: float,
    high: float,
    *,
    close: float = CLOSE_M,
    hint: float | None = None,
) -> float:
    """Return where `off`, falling from low to high, is zero; the nearer end where it never is.

    Args:
        off: the function to bring to zero.
        low, high: where to look.
        close: how near to zero is near enough.
        hint: where it was zero the last time.
    """
    low_off = high_off = math.nan
    if hint is not None and low < hint < high:
        found = off(hint)
        if abs(found) < close:
            return hint
        if found > 0:
            low, low_off = hint, found
        else:
            high, high_off = hint, found
    if math.isnan(low_off) and (low_off := off(low)) <= 0:
        return low
    if math.isnan(high_off) and (high_off := off(high)) >= 0:
        return high
    # Regula falsi, Illinois variant: an end that stays twice counts half, so few steps are enough.
    value, stayed = low, 0
    for _ in range(_MOST_STEPS):
        value = low + (high - low) * low_off / (low_off - high_off)
        found = off(value)
        if abs(found) < close:
            break
        if found > 0:
            low, low_off = value, found
            high_off *= 0.5 if stayed > 0 else 1.0
            stayed = 1
        else:
            high, high_off = value, found
            low_off *= 0.5 if stayed < 0 else 1.0
            stayed = -1
    return value
