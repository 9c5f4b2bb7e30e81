"""All content together: movements, exercises and the lessons that refer to them."""

from __future__ import annotations

from pathlib import Path

from app.errors import Problem
from app.lessons.library import LessonLibrary
from app.locations import Locations
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.practice.library import read_exercises

ENGLISH = "en"


class Library:
    """The content in use: read as it is asked for, so that the start is quick.

    Attributes:
        movements, exercises, lessons: by id; what is broken is left out.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        exercises: dict[str, Exercise],
        lessons: LessonLibrary,
        problems: list[Problem],
    ) -> None:
        self.movements = movements
        self.exercises = exercises
        self.lessons = lessons
        self._problems = problems

    def read_all(self) -> list[Problem]:
        """Read what has not been read yet and return every mistake in all of it."""
        self.movements.read_all()
        self.lessons.read_all()
        return [*self.movements.problems, *self._problems, *self.lessons.problems]


def read_library(locations: Locations, language: str = ENGLISH) -> Library:
    """Find all content in a language; what is not translated stays English.

    A translated lesson has the file name of the English one.
    """
    words = locations.lessons(language)
    movements = MovementLibrary(locations.animations, words / "movements.toml")
    spoken = words / "exercises.toml"
    exercises, problems = read_exercises(
        locations.exercises, movements, spoken if spoken.is_file() else None
    )
    files: dict[str, Path] = {}
    for folder in (locations.lessons(ENGLISH), words):
        files.update({file.name: file for file in folder.glob("*.md")})
    if not files:
        what = "expected lesson files (NN-name.md)"
        problems.append(Problem(locations.lessons(ENGLISH), "", what))
    lessons = LessonLibrary([files[name] for name in sorted(files)], movements, exercises)
    return Library(movements, exercises, lessons, problems)


def languages(locations: Locations) -> list[str]:
    """Return the languages there are lessons in, English first."""
    folder = locations.lessons(ENGLISH).parent
    others = sorted(path.name for path in folder.glob("*/"))
    return [ENGLISH, *(name for name in others if name != ENGLISH)]
