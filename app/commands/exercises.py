"""The exercise a command is about."""

from __future__ import annotations

from app.errors import UserError
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.practice.library import read_exercises


def find_exercise(exercise_id: str) -> Exercise:
    """Return an exercise by its id.

    Raises:
        UserError: there is none.
    """
    locations = find_locations()
    movements = MovementLibrary(locations.animations)
    exercises, problems = read_exercises(locations.exercises, movements)
    exercise = exercises.get(exercise_id)
    if exercise is None:
        known = ", ".join(exercises)
        told = [f"There is no exercise '{exercise_id}'; there are: {known}."]
        raise UserError("\n".join([*told, *map(str, problems)]))
    return exercise
