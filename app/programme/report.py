"""What a person did in the course, summed up at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.practice.exercise import Ask
from app.programme.after import ANSWERS
from app.programme.course import Course, CourseSession
from app.programme.measures import Stick, Wall, find_stick, find_wall
from app.programme.programme import Programme
from app.records.feedback import Feedback, Felt
from app.records.queries import Queries
from app.records.tally import Tally


@dataclass(frozen=True, slots=True)
class StageReport:
    """The sessions of one stage."""

    title: str
    sessions: tuple[CourseSession, ...]


@dataclass(frozen=True, slots=True)
class CourseReport:
    """What was done from the first session of the course to the last one that was new.

    Attributes:
        began_on, ended_on: the days of those sessions.
        done, total: how many sessions were done, each counted once, and how many there are.
        tally: the sets, repetitions and time of the course's exercises in these days, homework
            and repeated sessions included.
        stages: in their order.
        felt: how often each answer was given to where it was felt.
        as_shown, asked: how often it went as shown, of how many answers.
        efforts: the first and the last effort given; None without two answers.
        wall: how far the wall was in these days; None where that was not told.
        stick: in how many checks the stick stayed on; None without any.
    """

    began_on: date
    ended_on: date
    done: int
    total: int
    tally: Tally
    stages: tuple[StageReport, ...]
    felt: Mapping[Felt, int]
    as_shown: int
    asked: int
    efforts: tuple[int, int] | None
    wall: Wall | None
    stick: Stick | None


def find_report(course: Course, records: Queries) -> CourseReport | None:
    """Sum up the course so far; None where none of its sessions was done.

    Raises:
        UserError: the records cannot be read.
    """
    days = [one.done_on for one in course.sessions if one.done_on is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    exercises = _exercises(course.programme)
    entries = [
        entry
        for day in records.days_between(first, last)
        for entry in day.entries
        if entry.exercise in exercises
    ]
    answers = [
        one
        for day, given in sorted(records.feedback(first).items())
        if day <= last
        for one in given
    ]
    shown = [one.done_as_shown for one in answers if one.done_as_shown is not None]
    return CourseReport(
        began_on=first,
        ended_on=last,
        done=course.done,
        total=course.total,
        tally=Tally(
            sum(entry.sets for entry in entries),
            sum(entry.reps for entry in entries),
            sum(entry.seconds for entry in entries),
        ),
        stages=tuple(
            StageReport(stage.title, course.sessions[stage.first : stage.last + 1])
            for stage in course.programme.stages
        ),
        # How steady a stand on one leg was is not where a hinge was felt.
        felt=Counter(one.felt for one in answers if one.felt in ANSWERS[Ask.HINGE]),
        as_shown=sum(shown),
        asked=len(shown),
        efforts=_efforts(answers),
        wall=find_wall(answers, course.programme.wall_step_cm),
        stick=find_stick(answers),
    )


def _exercises(programme: Programme) -> set[str]:
    """Return all exercises of the course and the homework, substitutes among them."""
    shorts = (stage.short for stage in programme.stages)
    routines = (*programme.days, *programme.daily, *shorts)
    return set[str]().union(*(routine.exercises for routine in routines))


def _efforts(answers: Sequence[Feedback]) -> tuple[int, int] | None:
    given = [one.effort for one in answers if one.effort is not None]
    return (given[0], given[-1]) if len(given) > 1 else None
