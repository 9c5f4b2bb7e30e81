"""What is on pages with several exercises: chosen ones, or those of a week of the programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from app.body.anthropometry import Body
from app.movement.model import Movement
from app.movement.motion import motion_on
from app.picture.page_request import PlanRow, in_words
from app.practice.exercise import Exercise
from app.programme.programme import Item, Programme


def plan_of(
    exercises: Iterable[Exercise], movements: Mapping[str, Movement], body: Body
) -> tuple[PlanRow, ...]:
    """Return exercises as rows; without those whose movement is broken or out of reach."""
    found = []
    for exercise in exercises:
        movement = movements.get(exercise.movement)
        motion = motion_on(body, movement) if movement else None
        if motion is not None:
            found.append(PlanRow(exercise, in_words(motion, exercise)))
    return tuple(found)


def plan_of_week(
    week: int,
    programme: Programme,
    exercises: Mapping[str, Exercise],
    movements: Mapping[str, Movement],
    body: Body,
) -> tuple[PlanRow, ...]:
    """Return the exercises of a week, each once with the days it is done on."""
    days: dict[Item, list[int]] = {}
    for routine in programme.days:
        if routine.week == week:
            for item in routine.items:
                days.setdefault(item, []).append(routine.day or 0)
    rows: list[PlanRow] = []
    for item, numbers in days.items():
        exercise = exercises.get(item.exercise)
        numbered = [_with_numbers(exercise, item)] if exercise else []
        found = plan_of(numbered, movements, body)
        rows += [msgspec.structs.replace(row, days=tuple(numbers)) for row in found]
    return tuple(rows)


def weeks_of(programme: Programme) -> dict[int, str]:
    """Return the numbers of the weeks and what each is about."""
    return {routine.week: routine.title for routine in programme.days if routine.week}


def _with_numbers(exercise: Exercise, item: Item) -> Exercise:
    """Return an exercise with the numbers of its day, where that has some of its own."""
    sets, reps = item.sets or exercise.sets, item.reps or exercise.reps
    return msgspec.structs.replace(exercise, sets=sets, reps=reps)
