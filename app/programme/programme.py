"""The six weeks and the homework: which exercises are done in a row, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Part
from app.programme.done import DoneRule
from app.records.feedback import Felt


class When(StrEnum):
    """The time of the day that homework belongs to."""

    MORNING = "morning"
    EVENING = "evening"
    ANY = "any"


class Item(NamedTuple):
    """An exercise of a routine; None leaves the number to the exercise or its user."""

    exercise: str
    sets: int | None = None
    reps: int | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """Exercises to do in a row: a practice day of a week, or homework.

    Attributes:
        id: `week-1-day-2`, or the homework's own.
        title: what the week is about, or the homework's name.
        items: the exercises; there is at least one.
        week, day: from 1; None for homework.
        when: of homework; None for a day.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    week: int | None = None
    day: int | None = None
    when: When | None = None

    @property
    def exercises(self) -> frozenset[str]:
        """The ids of its exercises."""
        return frozenset(item.exercise for item in self.items)

    @property
    def is_homework(self) -> bool:
        """Whether it is done every day, besides the programme's practice."""
        return self.when is not None


class Help(NamedTuple):
    """What helps with what was felt: a lesson, and in it the movement that shows the fault."""

    lesson: str
    movement: str


class Next(StrEnum):
    """What an answer changes: an easier exercise, a lesson first, or the same once more."""

    EASIER = "easier"
    LESSON = "lesson"
    REPEAT = "repeat"


class Answer(NamedTuple):
    """What an answer after a session leads to.

    Attributes:
        help: what shows what is behind it; None where all is well.
        next: what it changes about what comes next; None where nothing.
        twice: the same where the answer before was the same; None for `next`.
    """

    help: Help | None = None
    next: Next | None = None
    twice: Next | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """The whole programme.

    Attributes:
        days: the practice days of all weeks, in order.
        daily: the homework.
        id: its id in the records.
        answers: what an answer after a session leads to.
        done: what counts as done.
    """

    days: tuple[Routine, ...] = ()
    daily: tuple[Routine, ...] = ()
    id: str = ""
    answers: Mapping[Felt, Answer] = field(default_factory=dict)
    done: DoneRule = field(default_factory=DoneRule)

    def routine(self, routine_id: str) -> Routine | None:
        """Return the day or the homework with an id; None where there is none."""
        every = (*self.days, *self.daily)
        return next((routine for routine in every if routine.id == routine_id), None)


def parts_of(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    choose: Callable[[Exercise, Item], Choice] | None = None,
) -> list[Part]:
    """Return what `build_session` makes a session of.

    Args:
        routine: a day or homework.
        exercises: by id; those that could not be read are left out.
        choose: the numbers of an exercise, those of its item among them; without it the
            exercise's own.

    Raises:
        UserError: the numbers do not fit the exercise.
    """
    pick = choose or (lambda exercise, item: Choice.of(exercise, sets=item.sets, reps=item.reps))
    found = ((exercises.get(item.exercise), item) for item in routine.items)
    return [
        Part(exercise, pick(exercise, item)) for exercise, item in found if exercise is not None
    ]
