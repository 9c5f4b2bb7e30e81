"""What happens in a session, in the order it happens.

`at` is the planned time in seconds on the clock that `now` is read from: a late tick reports
when a thing was due, not when it was noticed. `performance` counts every time a set was
begun in the session, from 1: a set that is repeated is a performance of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.practice.timeline import Phase


class PauseReason(StrEnum):
    """Why a session paused."""

    USER = "user"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened at `at`."""

    at: float


@dataclass(frozen=True, slots=True)
class PhaseStarted(Event):
    """A phase began, or began again after a pause.

    Attributes:
        phase: which.
        performance: of the set it is a part of; None in prepare and rest.
        opens_last_rep: a `LastRepStarted` of the same time stands before it.
    """

    phase: Phase
    performance: int | None
    opens_last_rep: bool = False


@dataclass(frozen=True, slots=True)
class LastRepStarted(Event):
    """The last of several repetitions of a set began."""

    set: int
    rep: int
    performance: int


@dataclass(frozen=True, slots=True)
class CountdownTicked(Event):
    """3, 2, 1 before a set, or before a paused session goes on."""

    seconds_left: int


@dataclass(frozen=True, slots=True)
class SetEvent(Event):
    """A set came to an end.

    Attributes:
        set: from 1, of `sets`.
        reps_done: repetitions brought to their end, of `reps`.
        performance: see the module.
        started_at: when its first repetition began, on the clock of `now`; pauses in the set
            lie between it and `at`.
    """

    set: int
    sets: int
    reps_done: int
    reps: int
    performance: int
    started_at: float


@dataclass(frozen=True, slots=True)
class SetFinished(SetEvent):
    """The last repetition of a set was done: time to store it."""


@dataclass(frozen=True, slots=True)
class SetSkipped(SetEvent):
    """The rest of a set was skipped."""


@dataclass(frozen=True, slots=True)
class SetAbandoned(SetEvent):
    """A set was left by going back; it, or the one before, is performed anew."""


@dataclass(frozen=True, slots=True)
class SetStopped(SetEvent):
    """The session was stopped in the middle of a set; `SessionStopped` follows."""


@dataclass(frozen=True, slots=True)
class LeadInStarted(Event):
    """A jump landed just before a set, where its countdown begins."""

    set: int


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Time stands still from `at` on."""

    reason: PauseReason


@dataclass(frozen=True, slots=True)
class ResumeStarted(Event):
    """The countdown out of a pause began."""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """Time goes on."""


@dataclass(frozen=True, slots=True)
class SessionFinished(Event):
    """The last set is over; `sets_finished` counts performances."""

    sets_finished: int


@dataclass(frozen=True, slots=True)
class SessionStopped(Event):
    """The user ended it early; `sets_finished` counts performances.

    Attributes:
        reps_done: repetitions done of the set that was under way; None between sets.
    """

    sets_finished: int
    reps_done: int | None
