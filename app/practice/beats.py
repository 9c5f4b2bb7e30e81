"""The seconds within a phase, for a tick or a count."""

from __future__ import annotations

import math
from typing import NamedTuple

from app.practice.events import (
    Event,
    LeadInStarted,
    Paused,
    PhaseStarted,
    SessionFinished,
    SessionStopped,
    SetEvent,
)
from app.practice.timeline import STANDING, PhaseKind

#: A beat sooner than this after the start of its phase would run into the phase's own tone, s.
FIRST_S = 0.4
_ENDS = (LeadInStarted, Paused, SessionFinished, SessionStopped, SetEvent)


class Beat(NamedTuple):
    """A moment at which the digits change: when, on the clock of the events, and to what."""

    at: float
    seconds_left: int


class Beats:
    """Knows the beats of the current phase: each whole second before its end.

    There are none while the learner stands and waits, or repeats at their own pace.
    """

    def __init__(self) -> None:
        self._coming: list[Beat] = []

    @property
    def next_at(self) -> float | None:
        """When the next beat is due; None while there is none."""
        return self._coming[0].at if self._coming else None

    def take(self, event: Event) -> None:
        """Follow the session."""
        if isinstance(event, _ENDS):
            self._coming = []
        elif isinstance(event, PhaseStarted):
            phase = event.phase
            moves = phase.kind not in STANDING and phase.kind is not PhaseKind.REP
            self._coming = _beats(event.at, phase.seconds) if moves else []

    def due(self, now: float) -> Beat | None:
        """Return the latest beat that is due; those before it were missed and are dropped."""
        found = None
        while self._coming and self._coming[0].at <= now:
            found = self._coming.pop(0)
        return found


def _beats(start: float, seconds: float) -> list[Beat]:
    end = start + seconds
    return [
        Beat(end - left, left)
        for left in range(math.floor(seconds), 0, -1)
        if seconds - left >= FIRST_S
    ]
