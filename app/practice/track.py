"""A plan as a session walks it: in whole microseconds, with every moment something is due."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from app.practice.timeline import Phase, Plan
from app.practice.transitions import COUNTDOWN_S

#: Microseconds in a second: whole numbers never drift, and floats hold them for 200 years.
US = 1_000_000
COUNTDOWN_US = COUNTDOWN_S * US


def to_us(seconds: float) -> int:
    """Round seconds to whole microseconds."""
    return round(seconds * US)


class MarkKind(Enum):
    """What is due at a mark."""

    TICK = auto()
    LAST_REP = auto()
    PHASE = auto()
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

    Attributes:
        phases: the plan's.
        starts: start of each phase in microseconds; `total` is the end of the last.
        marks: all that is due, in order.
        set_index: for each set, from 1, the index of its first phase; 0 holds prepare.
        phase_mark: for each phase the mark it begins with (its last-rep mark where it has one).
        lead_in_mark: for each set, from 1, the mark of its first countdown tick.
    """

    phases: tuple[Phase, ...]
    starts: tuple[int, ...]
    total: int
    marks: tuple[Mark, ...]
    set_index: tuple[int, ...]
    phase_mark: tuple[int, ...]
    lead_in_mark: tuple[int, ...]

    def index_at(self, position: int) -> int:
        """Return the index of the phase at a position, clamped to the track."""
        return max(0, bisect_right(self.starts, position) - 1)

    def end_of(self, index: int) -> int:
        """Return where a phase ends in microseconds."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else self.total

    def set_start(self, number: int) -> int:
        """Return where a set starts in microseconds."""
        return self.starts[self.set_index[number]]

    def rep_index(self, index: int) -> int:
        """Return the index of the first phase of the repetition that phase `index` is in."""
        here = self.phases[index]
        while (self.phases[index - 1].set, self.phases[index - 1].rep) == (here.set, here.rep):
            index -= 1
        return index

    def rest_index(self, number: int) -> int | None:
        """Return the index of the rest after a set; None after the last."""
        return self.set_index[number + 1] - 1 if number + 1 < len(self.set_index) else None


def lay_track(plan: Plan) -> Track:
    """Turn the plan into marks."""
    phases = plan.phases
    starts = tuple(to_us(phase.start_s) for phase in phases)
    marks: list[Mark] = []
    set_index, phase_mark, lead_in_mark = [0], [], [0]
    last_rep = plan.choice.reps
    for index, phase in enumerate(phases):
        opens_set = phase.rep == 1 and phases[index - 1].rep is None
        opens_rep = phase.rep is not None and phases[index - 1].rep != phase.rep
        if opens_set:
            set_index.append(index)
            lead_in_mark.append(len(marks))
            marks += [
                Mark(starts[index] - left * US, MarkKind.TICK, left)
                for left in range(COUNTDOWN_S, 0, -1)
            ]
        if index and phase.rep is None:
            marks.append(Mark(starts[index], MarkKind.SET_END, index - 1))
        phase_mark.append(len(marks))
        if opens_rep and phase.rep == last_rep > 1:
            marks.append(Mark(starts[index], MarkKind.LAST_REP, index))
        marks.append(Mark(starts[index], MarkKind.PHASE, index))
    total = to_us(plan.total_s)
    marks.append(Mark(total, MarkKind.SET_END, len(phases) - 1))
    marks.append(Mark(total, MarkKind.END, len(phases) - 1))
    return Track(
        phases=phases,
        starts=starts,
        total=total,
        marks=tuple(marks),
        set_index=tuple(set_index),
        phase_mark=tuple(phase_mark),
        lead_in_mark=tuple(lead_in_mark),
    )
