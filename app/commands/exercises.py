"""The exercise a command is about."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.library import read_library
from app.locations import find_locations
from app.messages.message import Message
from app.practice.exercise import Exercise


def find_exercise(exercise_id: str, data_dir: Path | None = None) -> Exercise:
    """Return an exercise by its id, the user's own where there is one.

    Raises:
        UserError: there is none.
    """
    exercises = read_library(find_locations(data_dir), with_own=True).exercises
    exercise = exercises.get(exercise_id)
    if exercise is None:
        known = ", ".join(exercises)
        none = Message("commands.no-exercise", id=exercise_id, known=known)
        raise UserError(none, *(problem.message for problem in exercises.problems))
    return exercise
