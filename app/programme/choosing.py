"""What there is to choose from: the next day of the programme, and the exercises by their weeks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.programme.done import DoneRule, in_order
from app.programme.programme import Programme, Routine
from app.records.model import Practised


class GroupKind(StrEnum):
    """What the exercises of a group have in common."""

    WEEKS = "weeks"
    HOMEWORK = "homework"
    MORE = "more"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class ExerciseGroup:
    """Exercises under one heading.

    Attributes:
        exercises: their ids.
        first, last: the weeks, from 1; 0 for the other kinds.
        title: what the weeks are about; empty for the other kinds.
    """

    kind: GroupKind
    exercises: tuple[str, ...]
    first: int = 0
    last: int = 0
    title: str = ""


def next_day(programme: Programme, practised: Iterable[Practised], now: datetime) -> Routine | None:
    """Return the practice day after the one done last; None where there is no programme.

    An exercise by itself counts for the day that comes next, or for the one just done where that
    lacks it. After the last day of all it is the last day again.

    Args:
        programme: the weeks, and what counts as done.
        practised: in the order it was recorded.
        now: wall time with its zone.
    """
    if not programme.days:
        return None
    days = {day.id: index for index, day in enumerate(programme.days)}
    rule, turn = programme.done, 0
    latest, done = programme.days[0], list[Practised]()  # the day done last, and what made it so
    began: dict[int, list[Practised]] = {}
    for one in in_order(practised, now):
        if one.programme not in (None, programme.id):
            continue
        if one.routine is None and _completes(rule, one, latest, done):
            done.append(one)
            continue
        at = turn if one.routine is None else days.get(one.routine)
        if at is None or one.exercise not in programme.days[at].exercises:
            continue
        recent = [*_recent(rule, began.pop(at, ()), one), one]
        if rule.is_day_done(programme.days[at].exercises, recent):
            turn, latest, done = min(at + 1, len(days) - 1), programme.days[at], recent
        else:
            began[at] = recent
    return programme.days[turn]


def _completes(rule: DoneRule, one: Practised, day: Routine, done: Sequence[Practised]) -> bool:
    """Tell whether an exercise is one that the day done last still lacked."""
    lacks = day.exercises - rule.exercises_done(done)
    return one.exercise in lacks and len(_recent(rule, done, one)) == len(done) > 0


def _recent(rule: DoneRule, done: Iterable[Practised], now: Practised) -> list[Practised]:
    return [one for one in done if now.started_at - one.started_at <= rule.within]


def group_exercises(
    programme: Programme, exercises: Iterable[str], own: Collection[str]
) -> list[ExerciseGroup]:
    """Return all exercises, each once, under the weeks it is first done in.

    Args:
        programme: the weeks and the homework.
        exercises: ids of all there are.
        own: those that are the user's alone.
    """
    left = [name for name in exercises if name not in own]
    groups: list[ExerciseGroup] = []
    for weeks in _weeks(programme):
        names = tuple(dict.fromkeys(item.exercise for day in weeks for item in day.items))
        new = tuple(name for name in names if name in left)
        if new:
            first, last = weeks[0].week or 0, weeks[-1].week or 0
            groups.append(ExerciseGroup(GroupKind.WEEKS, new, first, last, weeks[0].title))
        left = [name for name in left if name not in new]
    daily = {item.exercise for routine in programme.daily for item in routine.items}
    for kind, names in (
        (GroupKind.HOMEWORK, tuple(name for name in left if name in daily)),
        (GroupKind.MORE, tuple(name for name in left if name not in daily)),
        (GroupKind.OWN, tuple(name for name in exercises if name in own)),
    ):
        if names:
            groups.append(ExerciseGroup(kind, names))
    return groups


def _weeks(programme: Programme) -> list[list[Routine]]:
    """Return the days of weeks that follow each other with the same title and exercises."""
    found: list[list[Routine]] = []
    for day in programme.days:
        same = found and found[-1][-1].title == day.title
        known = {item.exercise for other in found[-1] for item in other.items} if same else set()
        if same and (
            found[-1][-1].week == day.week or known == {item.exercise for item in day.items}
        ):
            found[-1].append(day)
        else:
            found.append([day])
    return found
