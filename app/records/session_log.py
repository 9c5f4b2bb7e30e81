"""What a session's events mean for the records, in wall time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from app.practice.events import (
    Event,
    Paused,
    PhaseStarted,
    Resumed,
    SessionFinished,
    SessionStopped,
    SetEvent,
    SetFinished,
)
from app.practice.timeline import Plan
from app.records.model import Outcome, SessionRecord, SetRecord, local_now
from app.records.recorder import Recorder


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done in a session.

    Attributes:
        finished: whether it came to its end.
        sets, reps: done; repetitions of sets cut short count.
        seconds: from the start to the end, pauses left out.
    """

    plan: Plan
    finished: bool
    sets: int
    reps: int
    seconds: float


class SessionLog:
    """Records one session and sums it up.

    Attributes:
        summary: what was done; None until the session is over.
    """

    def __init__(
        self, plan: Plan, recorder: Recorder, wall: Callable[[], datetime] = local_now
    ) -> None:
        self.summary: Summary | None = None
        self._plan = plan
        self._recorder = recorder
        self._wall = wall
        self._session_id = uuid4().hex
        self._started_at = 0.0
        self._reps = 0
        self._performance: int | None = None
        self._paused_at: float | None = None
        self._paused_in_set = 0.0
        self._paused_in_all = 0.0

    def begin(self, now: float) -> None:
        """Record that the session began at `now`, s on its clock."""
        self._started_at = now
        exercise = self._plan.exercise.id
        record = SessionRecord(self._session_id, exercise, self._plan.choice.sets, self._wall())
        self._recorder.session_started(record)

    def take(self, events: Sequence[Event], now: float) -> None:
        """Record what happened up to `now`, s on the session's clock."""
        wall = self._wall()
        for event in events:
            match event:
                case PhaseStarted(performance=int(performance)):
                    if performance != self._performance:
                        self._performance = performance
                        self._paused_in_set = 0.0
                case Paused():
                    # Paused again in the countdown out of a pause: still the same one.
                    if self._paused_at is None:
                        self._paused_at = event.at
                case Resumed() if self._paused_at is not None:
                    self._paused_in_set += event.at - self._paused_at
                    self._paused_in_all += event.at - self._paused_at
                    self._paused_at = None
                case SetEvent():
                    self._record_set(event, now, wall)
                case SessionFinished() | SessionStopped():
                    self._end(event, now, wall)
                case _:
                    pass

    def _record_set(self, event: SetEvent, now: float, wall: datetime) -> None:
        finished = isinstance(event, SetFinished)
        self._reps += event.reps_done
        if not finished and event.reps_done == 0:
            return
        held = self._plan.exercise.reps is None
        worked = event.at - event.started_at - self._paused_in_set - self._standing(event.at)
        self._recorder.set_finished(
            SetRecord(
                session_id=self._session_id,
                performance=event.performance,
                exercise=self._plan.exercise.id,
                set=event.set,
                sets=event.sets,
                reps_done=0 if held else event.reps_done,
                reps_planned=None if held else event.reps,
                finished=finished,
                started_at=_wall_time(event.started_at, now, wall),
                ended_at=_wall_time(event.at, now, wall),
                seconds=max(0.0, round(worked, 3)),
            )
        )

    def _end(self, event: SessionFinished | SessionStopped, now: float, wall: datetime) -> None:
        finished = isinstance(event, SessionFinished)
        outcome = Outcome.FINISHED if finished else Outcome.STOPPED
        self._recorder.session_ended(self._session_id, outcome, _wall_time(event.at, now, wall))
        elapsed = event.at - self._started_at - self._paused_in_all - self._standing(event.at)
        self.summary = Summary(
            plan=self._plan,
            finished=finished,
            sets=event.sets_finished,
            reps=self._reps,
            seconds=max(0.0, elapsed),
        )

    def _standing(self, at: float) -> float:
        """Return how long the pause that is on at `at` has lasted, s."""
        return 0.0 if self._paused_at is None else at - self._paused_at


def _wall_time(at: float, now: float, wall: datetime) -> datetime:
    """Turn a time on the session's clock into wall time, `wall` being `now`."""
    return wall - timedelta(seconds=now - at)
