"""The clock that leads a session."""

from __future__ import annotations

import sys
import time


def read_clock() -> float:
    """Return seconds on a clock that never goes back and goes on while the machine sleeps.

    `time.monotonic` stands still in sleep on Linux and macOS: the sleep would never show as a
    gap, and the set would go on as if nothing had happened. On Windows it moves by 15.6 ms at
    a time before Python 3.13.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # noqa: RET505 - mypy reads this form on every platform
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.perf_counter()
