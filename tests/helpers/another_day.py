"""Runs the program on a day of the test's, with practice that takes seconds instead of minutes."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta

import app.practice.clock
import app.practice.transitions
import app.records.model
from tests.helpers import probe

#: Names the variable with the time at which the program is started, ISO 8601.
AT = "STARTED_AT"
#: How much quicker than life time passes, and how much between two looks at the clock at most, s.
_SPEED, _MOST = 150.0, 2.0


class QuickClock:
    """Passes quickly, but never jumps far, however busy the machine is."""

    def __init__(self) -> None:
        self._looked, self._passed = time.monotonic(), 0.0

    def __call__(self) -> float:
        """Return the seconds that have passed."""
        now = time.monotonic()
        self._passed += min((now - self._looked) * _SPEED, _MOST)
        self._looked = now
        return self._passed


def main() -> None:
    """Run the program, as the probe does; `AT` says when."""
    clock, begin = QuickClock(), datetime.fromisoformat(os.environ[AT])

    def local_now() -> datetime:
        return (begin + timedelta(seconds=clock())).astimezone()

    # Before anything takes them as the time there is.
    app.practice.clock.read_clock = clock
    app.records.model.local_now = local_now
    # A machine that is busy for a moment would seem to have slept, and the session would pause.
    app.practice.transitions.GAP_S = 1e6
    probe.main()
