"""What happens in a session, in the order it happens.

`at` is the planned time in seconds on the clock that `now` is read from: a late tick reports
when a thing was due, not when it was noticed. `part` is the exercise in the session, from 0.
`performance` counts every time a set of that exercise was begun in the session, from 1: a set
that is repeated is a performance of its own.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.practice.timeline import TimedPhase


class PauseReason(StrEnum):
    """Why a session paused."""

    USER = "user"
    GAP = "gap"


class Event(msgspec.Struct, frozen=True):
    """One thing that happened at `at`."""

    at: float


class PhaseStarted(Event, frozen=True):
    """A phase began, or began again after a pause.

    Attributes:
        phase: which.
        performance: of the set it is a part of; None in prepare, rest and change.
        opens_last_rep: a `LastRepStarted` of the same time comes before it.
    """

    phase: TimedPhase
    performance: int | None
    opens_last_rep: bool = False


class LastRepStarted(Event, frozen=True):
    """The last of several repetitions of a set began."""

    part: int
    set: int
    rep: int
    performance: int


class HalfwayReached(Event, frozen=True):
    """Half of a set's repetitions, or of a hold, is over.

    Attributes:
        cue: what is said.
        in_hold: within a hold; otherwise a part of a repetition begins at the same time.
    """

    part: int
    set: int
    performance: int
    cue: str
    in_hold: bool


class HoldEnding(Event, frozen=True):
    """A hold will be over in `seconds_left`.

    Attributes:
        cue: what is said.
    """

    part: int
    set: int
    performance: int
    cue: str
    seconds_left: int


class CountdownTicked(Event, frozen=True):
    """3, 2, 1 before a set or a side, or before a paused session goes on."""

    seconds_left: int


class SetEvent(Event, frozen=True):
    """A set came to an end.

    Attributes:
        part: the exercise.
        set: from 1, of its `sets`.
        reps_done: repetitions brought to their end, of `reps`.
        performance: see the module.
        started_at: when its first repetition began, on the clock of `now`; pauses in the set
            lie between it and `at`.
    """

    part: int
    set: int
    sets: int
    reps_done: int
    reps: int
    performance: int
    started_at: float


class SetFinished(SetEvent, frozen=True):
    """The last repetition of a set was done: time to store it."""


class SetSkipped(SetEvent, frozen=True):
    """The rest of a set was skipped."""


class SetAbandoned(SetEvent, frozen=True):
    """A set was left by going back or repeating it; it, or the one before, is performed again."""


class SetStopped(SetEvent, frozen=True):
    """The session was stopped in the middle of a set; `SessionStopped` follows."""


class LeadInStarted(Event, frozen=True):
    """A jump landed just before a set or its second side, where its countdown begins."""

    part: int
    set: int


class RestAdded(Event, frozen=True):
    """A rest was made longer by `seconds`: the one that is on, or the next one.

    Attributes:
        phase: the rest as it is now; it may also be the wait before a set or a side.
    """

    phase: TimedPhase
    seconds: int


class Paused(Event, frozen=True):
    """Time stands still from `at` on."""

    reason: PauseReason


class ResumeStarted(Event, frozen=True):
    """The countdown out of a pause began."""


class Resumed(Event, frozen=True):
    """Time goes on."""


class SessionFinished(Event, frozen=True):
    """The last set is over; `sets_finished` counts performances."""

    sets_finished: int


class SessionStopped(Event, frozen=True):
    """The user ended it early; `sets_finished` counts performances.

    Attributes:
        reps_done: repetitions done of the set that was under way; None between sets.
    """

    sets_finished: int
    reps_done: int | None
