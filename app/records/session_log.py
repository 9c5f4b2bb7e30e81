"""What a session's events mean for the records, in wall time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from app.practice.events import (
    Event,
    Paused,
    PhaseStarted,
    Resumed,
    SessionFinished,
    SessionStopped,
    SetEvent,
    SetFinished,
    SetSkipped,
)
from app.practice.timeline import Place, Plan, place_after
from app.records.model import (
    Outcome,
    PartInProgress,
    SessionClosed,
    SessionEnd,
    SessionInProgress,
    SessionRecord,
    SetRecord,
    local_now,
    new_id,
)
from app.records.records import Records
from app.records.tally import Tally, tally
from app.records.unfinished import Unfinished


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done in a session, before it was interrupted too.

    Attributes:
        run: identifies the session, as in its records.
        finished: whether it came to its end; else it was stopped.
        parts: what was done of each exercise.
    """

    run: str
    plan: Plan
    finished: bool
    parts: tuple[Tally, ...]

    @property
    def done(self) -> Tally:
        """What was done in all."""
        sets, reps, seconds = map(sum, zip(*self.parts, strict=True))
        return Tally(int(sets), int(reps), round(seconds, 3))


class SessionLog:
    """Records one session and sums it up: each exercise gets a record of its own.

    Attributes:
        summary: what was done; None until the session is over.
    """

    def __init__(
        self,
        plan: Plan,
        records: Records,
        wall: Callable[[], datetime] = local_now,
        goes_on: Unfinished | None = None,
    ) -> None:
        self.summary: Summary | None = None
        self._plan = plan
        self._records = records
        self._wall = wall
        self._run = goes_on.run if goes_on else new_id()
        made = goes_on.session_ids if goes_on else (new_id() for _ in plan.parts)
        self._parts = tuple(
            PartInProgress(part.exercise.id, session_id, part.choice.sets, asdict(part.choice))
            for part, session_id in zip(plan.parts, made, strict=True)
        )
        self._performed = list(goes_on.performed) if goes_on else [0] * len(plan.parts)
        #: Exercises whose record was begun, and those whose record was ended.
        self._begun: set[int] = set()
        self._ended: set[int] = set()
        self._part = plan.phases[0].part
        self._place: tuple[Place, int] | None = None
        self._sets = list(goes_on.sets) if goes_on else []
        self._performance: tuple[int, int] | None = None
        self._paused_at: float | None = None
        self._paused_in_set = 0.0

    def begin(self) -> None:
        """Record that the session began."""
        wall = self._wall()
        first = self._plan.phases[0]
        for part in self._parts[: first.part]:
            # A crash may have come before the end of its last set was recorded.
            self._records.put(SessionEnd(part.session_id, Outcome.FINISHED, wall))
        self._begin_part(first.part, wall)
        self._save_place(Place(first.part, first.set), wall)

    def take(self, events: Sequence[Event], now: float) -> None:
        """Record what happened up to `now`, s on the session's clock."""
        wall = self._wall()
        for event in events:
            match event:
                case PhaseStarted(performance=int(performance), phase=phase):
                    if (phase.part, performance) != self._performance:
                        self._performance = phase.part, performance
                        self._performed[phase.part] = performance
                        self._paused_in_set = 0.0
                        self._begin_part(phase.part, _wall_time(event.at, now, wall))
                        self._save_place(Place(phase.part, phase.set), wall, performance)
                case Paused():
                    # Paused again in the countdown out of a pause: still the same one.
                    if self._paused_at is None:
                        self._paused_at = event.at
                case Resumed() if self._paused_at is not None:
                    self._paused_in_set += event.at - self._paused_at
                    self._paused_at = None
                case SetEvent():
                    self._record_set(event, now, wall)
                    if isinstance(event, SetFinished | SetSkipped):
                        self._go_on(event, now, wall)
                case SessionFinished() | SessionStopped():
                    self._end(event, now, wall)
                case _:
                    pass

    def _begin_part(self, part: int, at: datetime) -> None:
        self._part = part
        if part in self._begun:
            return
        self._begun.add(part)
        record = self._parts[part]
        self._records.put(
            SessionRecord(
                session_id=record.session_id,
                exercise=record.exercise,
                sets=record.sets,
                started_at=at,
                run=self._run,
                routine=self._plan.routine,
                programme=self._plan.programme,
                title=self._plan.parts[part].exercise.title,
            )
        )

    def _end_part(self, outcome: Outcome, at: datetime) -> None:
        if self._part not in self._ended:
            self._ended.add(self._part)
            self._records.put(SessionEnd(self._parts[self._part].session_id, outcome, at))

    def _record_set(self, event: SetEvent, now: float, wall: datetime) -> None:
        finished = isinstance(event, SetFinished)
        worked = event.at - event.started_at - self._paused_in_set - self._standing(event.at)
        seconds = max(0.0, round(worked, 3))
        if not finished and not seconds:
            return
        part = self._parts[event.part]
        held = self._plan.parts[event.part].exercise.reps is None
        record = SetRecord(
            session_id=part.session_id,
            performance=event.performance,
            exercise=part.exercise,
            set=event.set,
            sets=event.sets,
            reps_done=0 if held else event.reps_done,
            reps_planned=None if held else event.reps,
            finished=finished,
            started_at=_wall_time(event.started_at, now, wall),
            ended_at=_wall_time(event.at, now, wall),
            seconds=seconds,
        )
        self._sets.append(record)
        self._records.put(record)

    def _go_on(self, event: SetEvent, now: float, wall: datetime) -> None:
        """Record that a set was left for the one after it."""
        if event.set == event.sets:
            self._end_part(Outcome.FINISHED, _wall_time(event.at, now, wall))
        place = place_after(self._plan.parts, Place(event.part, event.set))
        if place is not None:
            self._save_place(place, wall)

    def _save_place(self, place: Place, wall: datetime, performance: int | None = None) -> None:
        """Record the set that the session is in or waits for, unless that is known."""
        number = performance or self._performed[place.part] + 1
        if self._place == (place, number):
            return
        self._place = place, number
        self._records.put(
            SessionInProgress(
                run=self._run,
                title=self._plan.title,
                routine=self._plan.routine,
                parts=self._parts,
                part=place.part,
                set=place.set,
                performance=number,
                at=wall,
                programme=self._plan.programme,
            )
        )

    def _end(self, event: SessionFinished | SessionStopped, now: float, wall: datetime) -> None:
        finished = isinstance(event, SessionFinished)
        outcome = Outcome.FINISHED if finished else Outcome.STOPPED
        self._end_part(outcome, _wall_time(event.at, now, wall))
        if finished:  # what was stopped can be gone on with
            self._records.put(SessionClosed(self._run))
        self.summary = Summary(
            run=self._run,
            plan=self._plan,
            finished=finished,
            parts=tuple(
                tally(one for one in self._sets if one.session_id == part.session_id)
                for part in self._parts
            ),
        )

    def _standing(self, at: float) -> float:
        """Return how long the pause that is on at `at` has lasted, s."""
        return 0.0 if self._paused_at is None else at - self._paused_at


def _wall_time(at: float, now: float, wall: datetime) -> datetime:
    """Turn a time on the session's clock into wall time, `wall` being `now`."""
    return wall - timedelta(seconds=now - at)
