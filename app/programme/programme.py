"""The course and the homework: which exercises are done in a row, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from random import Random
from typing import NamedTuple

from app.programme.done import DoneRule
from app.programme.moving_on import MoveRule
from app.records.feedback import Felt

#: What the session that is drawn anew each week is recorded as.
THIS_WEEK = "this-week"
#: What the things hinged for in between are ticked off as.
PICK_UPS = "pick-ups"


class When(StrEnum):
    """The time of the day that homework belongs to."""

    MORNING = "morning"
    EVENING = "evening"
    ANY = "any"


class Item(NamedTuple):
    """An exercise of a routine; None leaves the number to the exercise or its user.

    Attributes:
        without: what the exercise needs that not everybody has, as "a band"; empty for nothing.
        other: the exercise to do instead without it.
        using: what to do the same exercise with instead, as "a broomstick".
    """

    exercise: str
    sets: int | None = None
    reps: int | None = None
    without: str = ""
    other: str | None = None
    using: str = ""

    @property
    def ways(self) -> frozenset[str]:
        """The exercises that count as this one."""
        return frozenset(filter(None, (self.exercise, self.other)))


@dataclass(frozen=True, slots=True)
class Routine:
    """Exercises to do in a row: a session of the course, a short version of it, or homework.

    Attributes:
        id: `week-1-day-2`, `short-basics`, `this-week`, or the homework's own.
        title: what the stage is about, or the homework's name.
        items: the exercises; there is at least one.
        week, day: from 1; None for what is no session of the course.
        when: of homework; None for everything else.
        mixed: whether the last set of each exercise is done at the end, in random order.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    week: int | None = None
    day: int | None = None
    when: When | None = None
    mixed: bool = False

    @property
    def exercises(self) -> frozenset[str]:
        """The ids of its exercises, substitutes among them."""
        return frozenset[str]().union(*self.ways)

    @property
    def ways(self) -> tuple[frozenset[str], ...]:
        """For each exercise, all that count as it."""
        return tuple(item.ways for item in self.items)

    @property
    def is_homework(self) -> bool:
        """Whether it is done every day, besides the course's practice."""
        return self.when is not None


class Help(NamedTuple):
    """What helps with what was felt: a lesson, and in it the movement that shows the fault."""

    lesson: str
    movement: str


class Knob(NamedTuple):
    """The one thing that makes a stage harder.

    Attributes:
        exercise: where it is turned.
        text: what to do, and when to do it.
        step_cm: how much farther from the wall the next time is, cm; None without a wall.
    """

    exercise: str
    text: str
    step_cm: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """Sessions with the same exercises.

    Attributes:
        text: a quiet line about it.
        first, last: its sessions, as indices of `Programme.days`.
        short: a few minutes instead of a session, which keep the habit.
        knob: None where nothing gets harder.
    """

    id: str
    title: str
    text: str
    first: int
    last: int
    short: Routine
    knob: Knob | None = None


@dataclass(frozen=True, slots=True)
class After:
    """One way to go on once the course is finished.

    Attributes:
        stage: whose sessions are done again; None for none.
        draw: one exercise of each is drawn for one session a week; empty for none.
    """

    id: str
    title: str
    text: str
    stage: str | None = None
    draw: tuple[tuple[str, ...], ...] = ()

    def routine(self, week: date) -> Routine | None:
        """Return the session of the week that begins on a day; None where nothing is drawn."""
        if not self.draw:
            return None
        chance = Random(f"{self.id} {week.isoformat()}")  # noqa: S311
        picked = [chance.choice(pool) for pool in self.draw]
        chance.shuffle(picked)
        return Routine(THIS_WEEK, self.title, tuple(map(Item, dict.fromkeys(picked))))


class AwayRule(NamedTuple):
    """After so many days without any practice, so many sessions one stage lower are suggested."""

    days: int = 21
    sessions: int = 2


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
        days: the sessions of the course, in order.
        daily: the homework.
        id: its id in the records.
        answers: what an answer after a session leads to.
        done: what counts as done.
        stages: what the sessions are grouped in, in order.
        after: what can follow the course.
        move: what moving on to the next stage takes.
        away: what is suggested after a long break.
        a_week: how many sessions a week has.
        rest_days: how many days between two sessions are suggested.
    """

    days: tuple[Routine, ...] = ()
    daily: tuple[Routine, ...] = ()
    id: str = ""
    answers: Mapping[Felt, Answer] = field(default_factory=dict)
    done: DoneRule = field(default_factory=DoneRule)
    stages: tuple[Stage, ...] = ()
    after: tuple[After, ...] = ()
    move: MoveRule = field(default_factory=MoveRule)
    away: AwayRule = field(default_factory=AwayRule)
    a_week: int = 3
    rest_days: int = 1

    @property
    def wall_step_cm(self) -> int:
        """How much farther from the wall to stand where the last time went well, cm."""
        steps = (stage.knob.step_cm for stage in self.stages if stage.knob and stage.knob.step_cm)
        return next(steps, 0)

    def routine(self, routine_id: str) -> Routine | None:
        """Return the session, short version or homework with an id; None where there is none."""
        every = (*self.days, *self.daily, *(stage.short for stage in self.stages))
        return next((routine for routine in every if routine.id == routine_id), None)

    def stage(self, stage_id: str) -> Stage | None:
        """Return a stage; None where there is none."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def stage_at(self, index: int) -> int:
        """Return which stage a session belongs to, from 0; the last one after all sessions."""
        found = (at for at, stage in enumerate(self.stages) if index <= stage.last)
        return next(found, len(self.stages) - 1)
