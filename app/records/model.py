"""What a record is: plain, checked values, in wall time with its offset."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

import msgspec

from app.records.checks import need_text, need_whole, need_zone
from app.records.correction import Correction
from app.records.decision import Decision
from app.records.feedback import Feedback, PainNoteDismissed


def new_id() -> str:
    """Return an id that no other computer makes."""
    return uuid4().hex


class Outcome(StrEnum):
    """How a practice session ended.

    FINISHED came to its end, whatever was skipped on the way; what counts as done is for the
    programme to say. STOPPED may be gone on with.
    """

    FINISHED = "finished"
    STOPPED = "stopped"


class SessionRecord(msgspec.Struct, frozen=True):
    """One exercise practised in one go, as it begins.

    Attributes:
        session_id: made once, when it starts, by `new_id()`.
        sets: how many were planned.
        started_at: with its time zone.
        run: shared by the exercises that were practised in a row; None in older records.
        routine: the day or the homework they belong to; None for a single exercise.
        programme: the programme the routine belongs to.
        title: what the exercise is called, for when it is gone; None in older records.
    """

    session_id: str
    exercise: str
    sets: int
    started_at: datetime
    run: str | None = None
    routine: str | None = None
    programme: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        need_text(session_id=self.session_id, exercise=self.exercise)
        need_whole(1, sets=self.sets)
        need_zone(started_at=self.started_at)


class SetRecord(msgspec.Struct, frozen=True):
    """One performed set.

    Attributes:
        performance: the number of this set among those performed in the session, from 1. It is
            not `set`: someone who goes back does set 2 twice, as performances 2 and 3.
        set, sets: the set in the plan, from 1, and how many the plan has.
        reps_done: whole repetitions; 0 for a held position.
        reps_planned: None for a held position.
        finished: whether the set was done to its end; with sides, on both.
        started_at, ended_at: wall time with its zone.
        seconds: time under work on the session's own clock, pauses left out.
        id: unique across computers.
    """

    session_id: str
    performance: int
    exercise: str
    set: int
    sets: int
    reps_done: int
    reps_planned: int | None
    finished: bool
    started_at: datetime
    ended_at: datetime
    seconds: float
    id: str = msgspec.field(default_factory=new_id)

    def __post_init__(self) -> None:
        need_text(session_id=self.session_id, exercise=self.exercise, id=self.id)
        need_whole(1, performance=self.performance, set=self.set, sets=self.sets)
        need_whole(0, reps_done=self.reps_done, reps_planned=self.reps_planned or 0)
        need_zone(started_at=self.started_at, ended_at=self.ended_at)
        if not 0 <= self.seconds < float("inf"):
            raise ValueError(f"seconds: expected 0 or more, got {self.seconds}")


class SessionEnd(msgspec.Struct, frozen=True):
    """The end of a practice session."""

    session_id: str
    outcome: Outcome
    ended_at: datetime

    def __post_init__(self) -> None:
        need_text(session_id=self.session_id)
        need_zone(ended_at=self.ended_at)


class PartInProgress(msgspec.Struct, frozen=True):
    """One exercise of a session in progress.

    Attributes:
        sets: how many are planned.
        choice: the numbers it is practised with, as in `Choice`, which takes too long to import.
    """

    exercise: str
    session_id: str
    sets: int
    choice: dict[str, bool | int | float]


class SessionInProgress(msgspec.Struct, frozen=True):
    """A session in progress or stopped, so that going on with it can be offered.

    Attributes:
        run: made once, when it starts.
        title: what the user calls it.
        routine: the day or the homework it is; None for a single exercise.
        parts: its exercises.
        part, set: the set it is in or waits for, as in `app.practice.timeline.Place`.
        performance: the number that set has among those performed of its exercise, from 1.
        at: when it got there, wall time with its zone.
        programme: the programme the routine belongs to.
    """

    run: str
    title: str
    routine: str | None
    parts: tuple[PartInProgress, ...]
    part: int
    set: int
    performance: int
    at: datetime
    programme: str | None = None

    def __post_init__(self) -> None:
        need_text(run=self.run, title=self.title)
        need_whole(0, part=self.part)
        need_whole(1, parts=len(self.parts), set=self.set, performance=self.performance)
        need_whole(self.part + 1, parts=len(self.parts))
        need_zone(at=self.at)


class SessionClosed(msgspec.Struct, frozen=True):
    """A session is no longer in progress: finished, or not to be gone on with."""

    run: str

    def __post_init__(self) -> None:
        need_text(run=self.run)


class LessonPlace(msgspec.Struct, frozen=True):
    """Where the learner is: a lesson and its step, from 0."""

    lesson: str
    step: int

    def __post_init__(self) -> None:
        need_text(lesson=self.lesson)
        need_whole(0, step=self.step)


class LessonFinish(msgspec.Struct, frozen=True):
    """A lesson read to its end."""

    lesson: str
    finished_at: datetime

    def __post_init__(self) -> None:
        need_text(lesson=self.lesson)
        need_zone(finished_at=self.finished_at)


class SafetyAnswers(msgspec.Struct, frozen=True):
    """The answers to the safety questions at one time; only the latest count.

    Attributes:
        answers: question id -> whether it was answered with yes.
        support: whether "I have support at hand" was confirmed.
        cleared: whether a professional had cleared the learner to practise by then.
        id: unique across computers.
    """

    answered_at: datetime
    answers: Mapping[str, bool] = {}
    support: bool = False
    id: str = msgspec.field(default_factory=new_id)
    cleared: bool = False

    def __post_init__(self) -> None:
        need_text(id=self.id)
        need_zone(answered_at=self.answered_at)


Record = (
    SessionRecord
    | SetRecord
    | SessionEnd
    | SessionInProgress
    | SessionClosed
    | LessonPlace
    | LessonFinish
    | SafetyAnswers
    | Decision
    | Feedback
    | PainNoteDismissed
    | Correction
)


class LessonProgress(NamedTuple):
    """How far a lesson was read: the step it was left at (from 0), and when it was first done."""

    lesson: str
    step: int
    finished_at: datetime | None


class Practised(NamedTuple):
    """One exercise of a session, as the programme needs to know it.

    Attributes:
        planned, finished: how many sets were.
        routine: the day or the homework it belongs to; None for a single exercise.
        programme: the programme the routine belongs to.
    """

    exercise: str
    planned: int
    finished: int
    started_at: datetime
    routine: str | None = None
    programme: str | None = None


class Entry(NamedTuple):
    """One exercise on one day, its sets, repetitions and seconds counted as in `Tally`."""

    exercise: str
    sets: int
    reps: int
    seconds: float


class Day(NamedTuple):
    """What was done in the sessions that began on one day, in the order it was begun."""

    date: date
    entries: tuple[Entry, ...]


def local_now() -> datetime:
    """Return the wall time with the offset it has here."""
    now = datetime.now(tz=UTC)
    try:
        return now.astimezone()
    except (ValueError, OverflowError):  # TZ says a day or more, which no place on Earth has
        return now
