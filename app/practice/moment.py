"""What figure, ring and digits read: one moment of a session."""

from __future__ import annotations

from dataclasses import dataclass

from app.practice.timeline import PhaseKind
from app.practice.track import COUNTDOWN_US, US, Track
from app.practice.transitions import State


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment; the same whoever reads it.

    Attributes:
        state: what the session is doing.
        index: of the phase in the plan.
        kind: of the phase.
        fraction: of the phase that is over, 0 to 1.
        remaining_s: seconds left of the phase.
        set, sets, rep, reps: from 1; `rep` is None in prepare and rest.
        cue: of the phase; in a countdown, of what begins when it ends.
        next_kind, next_cue: of the phase after this one; None and empty in the last.
        countdown: 3, 2, 1 before a set or out of a pause, else None.
    """

    state: State
    index: int
    kind: PhaseKind
    fraction: float
    remaining_s: float
    set: int
    sets: int
    rep: int | None
    reps: int
    cue: str
    next_kind: PhaseKind | None
    next_cue: str
    countdown: int | None


def moment_at(
    track: Track, sets: int, reps: int, state: State, position: int, resume_us: int
) -> Moment:
    """Describe a position in microseconds; `resume_us` is what is left of a resume countdown."""
    index = track.index_at(position)
    phase = track.phases[index]
    following = track.phases[index + 1] if index + 1 < len(track.phases) else None
    start, end = track.starts[index], track.end_of(index)
    cue = phase.cue
    countdown = None
    if state is State.RESUMING and resume_us > 0:
        countdown = _seconds(resume_us)
    elif (
        state in (State.RUNNING, State.PAUSED)
        and phase.rep is None
        and following is not None
        and end - position <= COUNTDOWN_US
    ):
        countdown = _seconds(end - position)
        cue = following.cue
    return Moment(
        state=state,
        index=index,
        kind=phase.kind,
        fraction=(position - start) / (end - start),
        remaining_s=(end - position) / US,
        set=phase.set,
        sets=sets,
        rep=phase.rep,
        reps=reps,
        cue=cue,
        next_kind=following.kind if following else None,
        next_cue=following.cue if following else "",
        countdown=countdown,
    )


def _seconds(left: int) -> int:
    """Round up, so that a countdown reads 3, 2, 1 and never 0."""
    return -(-left // US)
