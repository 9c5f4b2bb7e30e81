"""All content together: movements, exercises and the lessons that refer to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.errors import Problem
from app.lessons.library import LessonLibrary
from app.locations import Locations
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.practice.library import read_exercises

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, and what could not.

    Attributes:
        movements, exercises, lessons: the content in use, by id.
        problems: every mistake found; the items they stand in are left out.
    """

    movements: MovementLibrary
    exercises: dict[str, Exercise]
    lessons: LessonLibrary
    problems: list[Problem]


def read_library(locations: Locations, language: str = ENGLISH) -> Library:
    """Read all content in a language; what is not translated stays English."""
    folder = locations.lessons(language)
    movements = MovementLibrary(locations.animations, folder / "movements.toml")
    known = movements.load_all()
    words = folder / "exercises.toml"
    exercises, problems = read_exercises(
        locations.exercises, known.keys(), words if words.is_file() else None
    )
    lessons_folder = _lessons_folder(locations, language)
    files = sorted(lessons_folder.glob("*.md"))
    if not files:
        problems.append(Problem(lessons_folder, "", "expected lesson files (NN-name.md)"))
    lessons = LessonLibrary(files, movements, exercises)
    return Library(
        movements, exercises, lessons, [*movements.problems, *problems, *lessons.problems]
    )


def languages(locations: Locations) -> list[str]:
    """Return the languages there are lessons in, English first."""
    folder = locations.lessons(ENGLISH).parent
    others = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return [ENGLISH, *(name for name in others if name != ENGLISH)]


def _lessons_folder(locations: Locations, language: str) -> Path:
    folder = locations.lessons(language)
    return folder if any(folder.glob("*.md")) else locations.lessons(ENGLISH)
