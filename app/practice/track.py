"""A plan as a session walks it: in whole microseconds, with every moment something is due."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple

from app.practice.timeline import HELD, PhaseKind, Plan, TimedPhase
from app.practice.transitions import COUNTDOWN_S

#: Microseconds in a second: whole numbers never drift, and floats hold them for 200 years.
US = 1_000_000
COUNTDOWN_US = COUNTDOWN_S * US
#: A set of fewer repetitions, and a hold of fewer microseconds, has no halfway to speak of.
HALFWAY_REPS = 4
HALFWAY_US = 10 * US
#: What is left of a hold when its end is announced; shorter holds than three times that are not.
ENDING_S = 5
_ENDING_US = ENDING_S * US


def to_us(seconds: float) -> int:
    """Round seconds to whole microseconds."""
    return round(seconds * US)


class MarkKind(Enum):
    """What is due at a mark."""

    TICK = auto()
    HALFWAY = auto()
    LAST_REP = auto()
    PHASE = auto()
    ENDING = auto()
    SET_END = auto()
    END = auto()


class Mark(NamedTuple):
    """Something due at `at` microseconds: `value` is the seconds left, or the phase's index."""

    at: int
    kind: MarkKind
    value: int


@dataclass(frozen=True, slots=True)
class Track:
    """The plan's phases and marks on one line, with the questions a session asks of it.

    Sets are numbered through all exercises here, from 1.

    Attributes:
        phases: the plan's.
        starts: start of each phase in microseconds; `total` is the end of the last.
        marks: all that is due, in order.
        set_of: for each phase the set it is a part of, leads to, or (a rest) follows.
        set_index: for each set the index of its first phase; 0 holds prepare.
        phase_mark: for each phase the mark it begins with (its last-rep or halfway mark where it
            has one).
        open_ended: the exercises, from 0, whose sets last until it is far enough.
        lead_in: for each phase that is counted down to, the first tick's mark, else -1.
    """

    phases: tuple[TimedPhase, ...]
    starts: tuple[int, ...]
    total: int
    marks: tuple[Mark, ...]
    set_of: tuple[int, ...]
    set_index: tuple[int, ...]
    phase_mark: tuple[int, ...]
    lead_in: tuple[int, ...]
    open_ended: frozenset[int]

    def index_at(self, position: int) -> int:
        """Return the index of the phase at a position, clamped to the track."""
        return max(0, bisect_right(self.starts, position) - 1)

    def end_of(self, index: int) -> int:
        """Return where a phase ends in microseconds."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else self.total

    def set_start(self, number: int) -> int:
        """Return where a set starts in microseconds."""
        return self.starts[self.set_index[number]]

    def again_index(self, index: int) -> int:
        """Return where the repetition, or the side's hold, that phase `index` is in begins."""
        here = self.phases[index]
        if here.kind is PhaseKind.HOLD_RIGHT:
            return index
        while (self.set_of[index - 1], self.phases[index - 1].rep) == (
            self.set_of[index],
            here.rep,
        ):
            index -= 1
        return index

    def rest_index(self, number: int) -> int | None:
        """Return the index of the rest or change after a set; None after the last."""
        return self.set_index[number + 1] - 1 if number + 1 < len(self.set_index) else None

    def mark_after(self, position: int) -> int:
        """Return the first mark that is due later than a position."""
        return bisect_right(self.marks, position, key=lambda mark: mark.at)


def lay_track(plan: Plan) -> Track:
    """Turn the plan into marks."""
    phases = plan.phases
    parts = enumerate(plan.parts)
    open_ended = frozenset(at for at, part in parts if part.exercise.open_ended)
    starts = tuple(to_us(phase.start_s) for phase in phases)
    total = to_us(plan.total_s)
    marks: list[Mark] = []
    set_of, set_index, phase_mark, lead_in = [], [0], [], []
    halfway: int | None = None
    for index, phase in enumerate(phases):
        start = starts[index]
        end = starts[index + 1] if index + 1 < len(starts) else total
        opens_set = phase.rep is not None and phases[index - 1].rep is None
        opens_rep = phase.rep is not None and phases[index - 1].rep != phase.rep
        reps = plan.parts[phase.part].choice.reps
        # What lasts until it is far enough has neither a middle nor a last repetition.
        has_end = phase.part not in open_ended
        if opens_set:
            set_index.append(index)
            has_half = has_end and reps >= HALFWAY_REPS
            halfway = _halfway_index(phases, index) if has_half else None
        leads = phase.kind in (PhaseKind.PREPARE, PhaseKind.CHANGE)
        set_of.append(len(set_index) if leads else len(set_index) - 1)
        if opens_set or phase.kind is PhaseKind.HOLD_RIGHT:
            lead_in.append(len(marks))
            marks += [
                Mark(start - left * US, MarkKind.TICK, left) for left in range(COUNTDOWN_S, 0, -1)
            ]
        else:
            lead_in.append(-1)
        if index and phase.rep is None:
            marks.append(Mark(start, MarkKind.SET_END, index - 1))
        phase_mark.append(len(marks))
        if opens_rep and has_end and phase.rep == reps > 1:
            marks.append(Mark(start, MarkKind.LAST_REP, index))
        elif index == halfway:
            marks.append(Mark(start, MarkKind.HALFWAY, index))
        marks.append(Mark(start, MarkKind.PHASE, index))
        if phase.kind in HELD and plan.parts[phase.part].exercise.reps is None:
            marks += marks_within_hold(start, end, index)
    marks.append(Mark(total, MarkKind.SET_END, len(phases) - 1))
    marks.append(Mark(total, MarkKind.END, len(phases) - 1))
    return Track(
        phases=phases,
        starts=starts,
        total=total,
        marks=tuple(marks),
        set_of=tuple(set_of),
        set_index=tuple(set_index),
        phase_mark=tuple(phase_mark),
        lead_in=tuple(lead_in),
        open_ended=open_ended,
    )


def _halfway_index(phases: Sequence[TimedPhase], first: int) -> int | None:
    """Return the first phase of a set that begins in its second half."""
    ours = list(takewhile(lambda at: phases[at].rep is not None, range(first, len(phases))))
    middle = (phases[ours[0]].start_s + phases[ours[-1]].end_s) / 2
    return next((at for at in ours if phases[at].start_s >= middle), None)


def marks_within_hold(start: int, end: int, index: int) -> list[Mark]:
    """Return what is due between a hold's start and its end, microseconds."""
    marks = []
    if end - start >= HALFWAY_US:
        marks.append(Mark((start + end) // 2, MarkKind.HALFWAY, index))
    if end - start >= 3 * _ENDING_US:
        marks.append(Mark(end - _ENDING_US, MarkKind.ENDING, index))
    return marks
