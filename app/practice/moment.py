"""What figure, ring and digits read: one moment of a session."""

from __future__ import annotations

from dataclasses import dataclass

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import HELD, STANDING, PhaseKind, Plan
from app.practice.track import COUNTDOWN_US, US, MarkKind, Track, marks_within_hold
from app.practice.transitions import State, Trigger, is_legal

#: How long "halfway" is shown in a hold, microseconds.
_READ_US = 3 * US


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment, the same for everything that reads it.

    Attributes:
        state: what the session is doing.
        index: of the phase in the plan.
        kind: of the phase.
        fraction: of the phase that is over, 0 to 1.
        elapsed_s, remaining_s: seconds of the phase that are over, and that are left.
        part, parts: the exercise, from 0, and how many there are.
        exercise, choice: what is practised, or in a change-over is about to be.
        following: the exercise after this one; None in the last.
        set, sets, rep, reps: from 1, of this exercise; `rep` is None in prepare, rest and
            change.
        notice: "halfway", from the middle of a set or hold on for a moment; of a hold in its last
            seconds, that it ends. In the exercise's words; else empty.
        cue: of the phase; in a countdown, of what begins when it ends.
        previous_kind: of the phase before this one; None in the first.
        next_kind, next_cue, next_s: of the phase after this one, with its length in seconds;
            None, empty and 0 in the last.
        countdown: 3, 2, 1 before a set or a side, or out of a pause, else None.
    """

    state: State
    index: int
    kind: PhaseKind
    fraction: float
    elapsed_s: float
    remaining_s: float
    part: int
    parts: int
    exercise: Exercise
    choice: Choice
    following: Exercise | None
    set: int
    sets: int
    rep: int | None
    reps: int
    notice: str
    cue: str
    previous_kind: PhaseKind | None
    next_kind: PhaseKind | None
    next_cue: str
    next_s: float
    countdown: int | None

    @property
    def may_be_far_enough(self) -> bool:
        """Whether the learner can end the set by saying that it is far enough."""
        within = self.rep is not None and is_legal(self.state, Trigger.FAR_ENOUGH)
        return within and self.exercise.open_ended


def moment_at(plan: Plan, track: Track, state: State, position: int, resume_us: int) -> Moment:
    """Describe a position in microseconds; `resume_us` is what is left of a resume countdown."""
    index = track.index_at(position)
    phase = track.phases[index]
    after = track.phases[index + 1] if index + 1 < len(track.phases) else None
    exercise, choice = plan.parts[phase.part]
    later = plan.parts[phase.part + 1 :]
    start, end = track.starts[index], track.end_of(index)
    cue = phase.cue
    countdown = None
    if state is State.RESUMING and resume_us > 0:
        countdown = _seconds(resume_us)
    elif (
        state in (State.RUNNING, State.PAUSED)
        and phase.kind in STANDING
        and after is not None
        and end - position <= COUNTDOWN_US
    ):
        countdown = _seconds(end - position)
        cue = after.cue
    return Moment(
        state=state,
        index=index,
        kind=phase.kind,
        fraction=(position - start) / (end - start),
        elapsed_s=(position - start) / US,
        remaining_s=(end - position) / US,
        part=phase.part,
        parts=len(plan.parts),
        exercise=exercise,
        choice=choice,
        following=later[0].exercise if later else None,
        set=phase.set,
        sets=choice.sets,
        rep=phase.rep,
        reps=choice.reps,
        notice=_notice(track, state, exercise, index, position),
        cue=cue,
        previous_kind=track.phases[index - 1].kind if index else None,
        next_kind=after.kind if after else None,
        next_cue=after.cue if after else "",
        next_s=after.seconds if after else 0.0,
        countdown=countdown,
    )


def _notice(track: Track, state: State, exercise: Exercise, index: int, position: int) -> str:
    """Say what is said at the marks within a set, for as long as it takes to be read."""
    if state is not State.RUNNING:
        return ""
    first = track.marks[track.phase_mark[index]]
    if first.kind is MarkKind.HALFWAY:
        return exercise.cues.halfway
    start, end = track.starts[index], track.end_of(index)
    for mark in marks_within_hold(start, end, index) if exercise.reps is None else ():
        if track.phases[index].kind not in HELD:
            break
        if mark.kind is MarkKind.ENDING and position >= mark.at:
            return exercise.cues.last
        if mark.kind is MarkKind.HALFWAY and 0 <= position - mark.at < _READ_US:
            return exercise.cues.halfway
    return ""


def _seconds(left: int) -> int:
    """Round up, so that a countdown reads 3, 2, 1 and never 0."""
    return -(-left // US)
