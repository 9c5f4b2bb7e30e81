"""What there is to choose from: the exercises by the weeks they begin in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.programme.programme import Programme, Routine


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
