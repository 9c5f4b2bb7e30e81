"""A clock that stands still until it is told to go on."""

from __future__ import annotations

from app.practice.events import Event
from app.practice.session import Session


class ManualClock:
    """Seconds that only move by `wait`; call it, or read `now`, for the time."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> float:
        """Let time pass (or run backwards); return the new time."""
        self.now += seconds
        return self.now


def play(session: Session, clock: ManualClock, until: float | None = None) -> list[Event]:
    """Tick the session as a timer would, on time, to `until` or as long as anything is due."""
    events: list[Event] = []
    while (due := session.next_boundary(clock.now)) is not None:
        if until is not None and due > until:
            break
        clock.now = due
        events += session.advance(clock.now)
    if until is not None:
        clock.now = until
        events += session.advance(clock.now)
    return events
