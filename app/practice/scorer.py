"""What was performed: turns marks into events and keeps the count of sets."""

from __future__ import annotations

from typing import TypeVar

from app.practice.events import (
    CountdownTicked,
    Event,
    LastRepStarted,
    PhaseStarted,
    SessionFinished,
    SetEvent,
    SetFinished,
)
from app.practice.timeline import Plan
from app.practice.track import US, Mark, MarkKind, Track

E = TypeVar("E", bound=SetEvent)


class Scorer:
    """Keep which performance of which set is under way; times are microseconds on the clock.

    Attributes:
        sets_finished: performances that came to their end.
    """

    def __init__(self, plan: Plan, track: Track) -> None:
        self.sets_finished = 0
        self._sets = plan.choice.sets
        self._reps = plan.choice.reps
        self._track = track
        self._performance = 0
        self._open = False
        self._started_at = 0

    def event(self, mark: Mark, at: int) -> Event:
        """Return what happens at a mark that is due at `at`."""
        match mark.kind:
            case MarkKind.TICK:
                return self.tick(at, mark.value)
            case MarkKind.LAST_REP:
                return LastRepStarted(
                    at / US, self._track.phases[mark.value].set, self._reps, self._performance
                )
            case MarkKind.PHASE:
                return self._phase_started(mark.value, at)
            case MarkKind.SET_END:
                self.sets_finished += 1
                return self._close(SetFinished, at, self._track.phases[mark.value].set, self._reps)
            case MarkKind.END:
                return SessionFinished(at / US, self.sets_finished)

    def tick(self, at: int, seconds_left: int) -> Event:
        """Return a tick of a countdown."""
        return CountdownTicked(at / US, seconds_left)

    def leave(self, kind: type[E], at: int, position: int) -> list[E]:
        """Close the set under way at a position of the track, if there is one."""
        if not self._open:
            return []
        phase = self._track.phases[self._track.index_at(position)]
        # A repetition counts when it is over: the one under way does not.
        return [self._close(kind, at, phase.set, (phase.rep or 1) - 1)]

    def _phase_started(self, index: int, at: int) -> Event:
        phase = self._track.phases[index]
        if phase.rep is None:
            return PhaseStarted(at / US, phase, None)
        self._begin(at)
        before = self._track.marks[self._track.phase_mark[index]]
        return PhaseStarted(at / US, phase, self._performance, before.kind is MarkKind.LAST_REP)

    def _begin(self, at: int) -> None:
        if not self._open:
            self._open = True
            self._performance += 1
            self._started_at = at

    def _close(self, kind: type[E], at: int, number: int, reps_done: int) -> E:
        self._open = False
        return kind(
            at=at / US,
            set=number,
            sets=self._sets,
            reps_done=reps_done,
            reps=self._reps,
            performance=self._performance,
            started_at=self._started_at / US,
        )
