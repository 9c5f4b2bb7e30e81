"""What was performed: turns marks into events and keeps the count of sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from app.practice.events import (
    CountdownTicked,
    Event,
    HalfwayReached,
    HoldEnding,
    LastRepStarted,
    PhaseStarted,
    SessionFinished,
    SetEvent,
    SetFinished,
)
from app.practice.timeline import HELD, Plan
from app.practice.track import ENDING_S, US, Mark, MarkKind, Track

E = TypeVar("E", bound=SetEvent)


class Scorer:
    """Keep which performance of which set is under way; times are microseconds on the clock.

    Attributes:
        sets_finished: completed performances.
        track: where the marks are.
    """

    def __init__(self, plan: Plan, track: Track, performed: Sequence[int] = ()) -> None:
        self.sets_finished = 0
        self.track = track
        self._parts = plan.parts
        #: How often a set of each exercise was begun.
        self._performed = list(performed) or [0] * len(plan.parts)
        self._open = False
        self._started_at = 0

    def event(self, mark: Mark, at: int) -> Event:
        """Return what happens at a mark that is due at `at`."""
        if mark.kind is MarkKind.TICK:
            return self.tick(at, mark.value)
        if mark.kind is MarkKind.END:
            return SessionFinished(at / US, self.sets_finished)
        phase = self.track.phases[mark.value]
        exercise, choice = self._parts[phase.part]
        performance = self._performed[phase.part]
        match mark.kind:
            case MarkKind.PHASE:
                return self._phase_started(mark.value, at)
            case MarkKind.SET_END:
                self.sets_finished += 1
                return self._close(SetFinished, at, phase.part, phase.set, choice.reps)
            case MarkKind.HALFWAY:
                cue, in_hold = exercise.cues.halfway, phase.kind in HELD
                return HalfwayReached(at / US, phase.part, phase.set, performance, cue, in_hold)
            case MarkKind.ENDING:
                cue = exercise.cues.last
                return HoldEnding(at / US, phase.part, phase.set, performance, cue, ENDING_S)
            case MarkKind.LAST_REP:
                return LastRepStarted(at / US, phase.part, phase.set, choice.reps, performance)

    def tick(self, at: int, seconds_left: int) -> Event:
        """Return a tick of a countdown."""
        return CountdownTicked(at / US, seconds_left)

    def leave(self, kind: type[E], at: int, position: int) -> list[E]:
        """Close the set under way at a position of the track, if there is one."""
        if not self._open:
            return []
        phase = self.track.phases[self.track.index_at(position)]
        # A repetition counts when it is over: the one under way does not.
        done = (phase.rep or 1) - 1
        if kind is not SetFinished:
            return [self._close(kind, at, phase.part, phase.set, done)]
        # It was far enough: there are no more to be done.
        self.sets_finished += 1
        return [self._close(kind, at, phase.part, phase.set, done, done)]

    def _phase_started(self, index: int, at: int) -> Event:
        phase = self.track.phases[index]
        if phase.rep is None:
            return PhaseStarted(at / US, phase, None)
        if not self._open:
            self._open = True
            self._performed[phase.part] += 1
            self._started_at = at
        before = self.track.marks[self.track.phase_mark[index]]
        return PhaseStarted(
            at / US, phase, self._performed[phase.part], before.kind is MarkKind.LAST_REP
        )

    def _close(
        self,
        kind: type[E],
        at: int,
        part: int,
        number: int,
        reps_done: int,
        reps: int | None = None,
    ) -> E:
        self._open = False
        choice = self._parts[part].choice
        return kind(
            at=at / US,
            part=part,
            set=number,
            sets=choice.sets,
            reps_done=reps_done,
            reps=choice.reps if reps is None else reps,
            performance=self._performed[part],
            started_at=self._started_at / US,
        )
