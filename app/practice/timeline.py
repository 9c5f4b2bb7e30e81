"""The plan of a session: every phase at its absolute time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.practice.choice import Choice
from app.practice.exercise import Cues, Exercise


class PhaseKind(StrEnum):
    """What a phase asks for."""

    PREPARE = "prepare"
    DOWN = "down"
    HOLD = "hold"
    UP = "up"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of the plan.

    Attributes:
        start_s, end_s: seconds from the session's start.
        kind: what it asks for.
        set: from 1; prepare belongs to the set it leads to, a rest to the set it follows.
        rep: from 1; None in prepare and rest.
        cue: what is said when it starts.
    """

    start_s: float
    end_s: float
    kind: PhaseKind
    set: int
    rep: int | None
    cue: str

    @property
    def seconds(self) -> float:
        """Its length in seconds, in the whole milliseconds the plan is made of."""
        return round(self.end_s - self.start_s, 3)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole timeline of a session.

    Attributes:
        exercise: what is practised.
        choice: with which numbers.
        phases: one after the other without a hole, from 0.
    """

    exercise: Exercise
    choice: Choice
    phases: tuple[Phase, ...]

    @property
    def total_s(self) -> float:
        """Seconds from the start to the end of the last set."""
        return self.phases[-1].end_s


def build_plan(exercise: Exercise, choice: Choice) -> Plan:
    """Lay the session out: prepare, the sets and the rests between them."""
    cues = exercise.cues
    steps: list[tuple[PhaseKind, float, int, int | None, str]] = [
        (PhaseKind.PREPARE, choice.prepare_s, 1, None, cues.prepare)
    ]
    for number in range(1, choice.sets + 1):
        for rep in range(1, choice.reps + 1):
            last = rep == choice.reps > 1  # an only repetition is not announced as the last
            steps += [(kind, s, number, rep, cue) for kind, s, cue in _rep(choice, cues, last)]
        if number < choice.sets:
            steps.append((PhaseKind.REST, choice.rest_s, number, None, cues.rest))
    phases = []
    # Whole milliseconds are added up, so that no rounding adds up with them.
    start = 0
    for kind, seconds, number, in_set, cue in steps:
        end = start + round(seconds * 1000)
        phases.append(Phase(start / 1000, end / 1000, kind, number, in_set, cue))
        start = end
    return Plan(exercise, choice, tuple(phases))


def plan_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as `plan --json` prints it."""
    return {
        "exercise": plan.exercise.id,
        "sets": plan.choice.sets,
        "reps": plan.choice.reps,
        "phases": [
            {
                "start_s": phase.start_s,
                "end_s": phase.end_s,
                "kind": phase.kind.value,
                "set": phase.set,
                "rep": phase.rep,
                "cue": phase.cue,
            }
            for phase in plan.phases
        ],
    }


def _rep(choice: Choice, cues: Cues, last: bool) -> list[tuple[PhaseKind, float, str]]:
    parts = [
        (PhaseKind.DOWN, choice.down_s, cues.down),
        (PhaseKind.HOLD, choice.hold_s, cues.hold),
        (PhaseKind.UP, choice.up_s, cues.up),
    ]
    parts = [part for part in parts if part[1] > 0]
    if last:
        kind, seconds, _ = parts[0]
        parts[0] = (kind, seconds, cues.last)
    return parts
