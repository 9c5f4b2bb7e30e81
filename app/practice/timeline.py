"""The plan of a session: every phase at its absolute time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from app.practice.choice import Choice
from app.practice.exercise import Cues, Exercise

#: The rest in which the place and the things of the next exercise are made ready, seconds.
CHANGE_S = 30.0


class PhaseKind(StrEnum):
    """What a phase asks for."""

    PREPARE = "prepare"
    DOWN = "down"
    HOLD = "hold"
    UP = "up"
    TOP = "top"
    #: A whole repetition at the learner's own pace.
    REP = "rep"
    HOLD_LEFT = "hold_left"
    SWITCH = "switch"
    HOLD_RIGHT = "hold_right"
    REST = "rest"
    CHANGE = "change"


#: Kinds in which the learner stands and waits for what comes.
STANDING = frozenset({PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.REST, PhaseKind.CHANGE})
#: Kinds in which a position is held for as long as the set says.
HELD = frozenset({PhaseKind.HOLD, PhaseKind.HOLD_LEFT, PhaseKind.HOLD_RIGHT})


class Part(NamedTuple):
    """One exercise of a session, with the numbers it is practised with."""

    exercise: Exercise
    choice: Choice


class Place(NamedTuple):
    """A set of a session: the exercise, from 0, and the set in it, from 1."""

    part: int
    set: int


START = Place(0, 1)

#: What is printed of a phase.
_PRINTED = ("start_s", "end_s", "kind", "set", "rep", "cue")


def place_after(parts: Sequence[Part], place: Place) -> Place | None:
    """Return the set that follows a set; None after the last."""
    if place.set < parts[place.part].choice.sets:
        return Place(place.part, place.set + 1)
    return Place(place.part + 1, 1) if place.part + 1 < len(parts) else None


@dataclass(frozen=True, slots=True)
class TimedPhase:
    """One stretch of the plan.

    Attributes:
        start_s, end_s: seconds from the session's start.
        kind: what it asks for.
        set: from 1; prepare and change belong to the set they lead to, a rest to the set it
            follows.
        rep: from 1; None in prepare, rest and change. Both sides of a set are one.
        cue: what is said when it starts.
        part: which exercise of the session, from 0.
    """

    start_s: float
    end_s: float
    kind: PhaseKind
    set: int
    rep: int | None
    cue: str
    part: int

    @property
    def seconds(self) -> float:
        """Its length in seconds, in the whole milliseconds the plan is made of."""
        return round(self.end_s - self.start_s, 3)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole timeline of a session.

    Attributes:
        parts: the exercises, one after the other; there is at least one.
        phases: one after the other without a hole, from 0.
        title: what the user calls it.
        routine: id of the day or the homework this is; None for a single exercise.
        programme: id of the programme the routine belongs to.
    """

    parts: tuple[Part, ...]
    phases: tuple[TimedPhase, ...]
    title: str
    routine: str | None = None
    programme: str | None = None

    @property
    def exercise(self) -> Exercise:
        """The first exercise, which as a rule is the only one."""
        return self.parts[0].exercise

    @property
    def choice(self) -> Choice:
        """The numbers of the first exercise."""
        return self.parts[0].choice

    @property
    def total_s(self) -> float:
        """Seconds from the start to the end of the last set."""
        return self.phases[-1].end_s

    def lengthened(self, index: int, seconds: int) -> Plan:
        """Return the plan with one phase longer, and all that comes after it later."""
        phases = [
            replace(
                phase,
                start_s=phase.start_s + seconds if at > index else phase.start_s,
                end_s=phase.end_s + seconds if at >= index else phase.end_s,
            )
            for at, phase in enumerate(self.phases)
        ]
        return replace(self, phases=tuple(phases))


class _Step(NamedTuple):
    kind: PhaseKind
    seconds: float
    cue: str
    set: int
    rep: int | None
    part: int


def build_plan(exercise: Exercise, choice: Choice) -> Plan:
    """Lay out a session of one exercise: prepare, the sets and the rests between them."""
    return build_session([Part(exercise, choice)], exercise.title)


def build_session(
    parts: Sequence[Part],
    title: str,
    *,
    routine: str | None = None,
    programme: str | None = None,
    change_s: float = CHANGE_S,
    first: Place = START,
) -> Plan:
    """Lay out a session of exercises in a row.

    Args:
        parts: the exercises; at least one.
        title: what the user calls it.
        routine: id of the day or the homework this is.
        programme: id of the programme the routine belongs to.
        change_s: seconds from one exercise to the next.
        first: the set to begin with, to go on with an interrupted session.
    """
    phases = []
    # Whole milliseconds are added up, so that no rounding adds up with them.
    start = 0
    for kind, seconds, cue, number, rep, part in _steps(parts, change_s, first):
        end = start + round(seconds * 1000)
        phases.append(TimedPhase(start / 1000, end / 1000, kind, number, rep, cue, part))
        start = end
    return Plan(tuple(parts), tuple(phases), title, routine, programme)


def plan_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as `plan --json` prints it.

    Of one exercise it has its id and numbers; of a routine, its id, those of all its exercises,
    and in each phase which one it belongs to.
    """
    numbers = [
        {"exercise": exercise.id, "sets": choice.sets, "reps": choice.reps}
        for exercise, choice in plan.parts
    ]
    phases = [{name: getattr(phase, name) for name in _PRINTED} for phase in plan.phases]
    if plan.routine is None:
        return {**numbers[0], "phases": phases}
    for written, phase in zip(phases, plan.phases, strict=True):
        written["exercise"] = plan.parts[phase.part].exercise.id
    return {"routine": plan.routine, "exercises": numbers, "phases": phases}


def _steps(parts: Sequence[Part], change_s: float, first: Place) -> Iterator[_Step]:
    for part in range(first.part, len(parts)):
        exercise, choice = parts[part]
        cues = exercise.cues
        begin = first.set if part == first.part else 1
        if part == first.part:
            yield _Step(PhaseKind.PREPARE, choice.prepare_s, cues.prepare, begin, None, part)
        else:
            yield _Step(PhaseKind.CHANGE, change_s, cues.prepare, begin, None, part)
        for number in range(begin, choice.sets + 1):
            for rep in range(1, choice.reps + 1):
                # An only repetition is not announced as the last.
                last = rep == choice.reps > 1 and not exercise.open_ended
                for kind, seconds, cue in _rep(choice, cues, last):
                    yield _Step(kind, seconds, cue, number, rep, part)
            if number < choice.sets:
                yield _Step(PhaseKind.REST, choice.rest_s, cues.rest, number, None, part)


def _rep(choice: Choice, cues: Cues, last: bool) -> list[tuple[PhaseKind, float, str]]:
    if choice.switch_s:
        return [
            (PhaseKind.HOLD_LEFT, choice.hold_s, cues.hold_left),
            (PhaseKind.SWITCH, choice.switch_s, cues.switch),
            (PhaseKind.HOLD_RIGHT, choice.hold_s, cues.hold_right),
        ]
    parts = [
        (PhaseKind.DOWN, choice.down_s, cues.down),
        (PhaseKind.HOLD, choice.hold_s, cues.hold),
        (PhaseKind.UP, choice.up_s, cues.up),
        (PhaseKind.TOP, choice.top_s, cues.top),
    ]
    parts = [part for part in parts if part[1] > 0]
    if choice.own_pace:
        parts = [(PhaseKind.REP, sum(seconds for _, seconds, _ in parts), parts[0][2])]
    if last:
        kind, seconds, _ = parts[0]
        parts[0] = (kind, seconds, cues.last)
    return parts
