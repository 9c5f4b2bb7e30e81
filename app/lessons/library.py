"""All lessons of a language, in order; what cannot be read is left out and named."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from app.errors import ContentError, Problem
from app.lessons.model import Lesson, Show
from app.lessons.reader import read_lesson
from app.movement.library import MovementLibrary
from app.units import placeholders_problems


class LessonLibrary:
    """The lessons of some files, in the order of the files.

    Attributes:
        problems: what was wrong with the files, and with what they refer to.
    """

    def __init__(
        self,
        files: Iterable[Path],
        movements: MovementLibrary,
        exercises: Container[str],
    ) -> None:
        self.problems: list[Problem] = []
        self._lessons: dict[str, Lesson] = {}
        for file in files:
            try:
                lesson = read_lesson(file)
            except ContentError as error:
                self.problems += error.problems
                continue
            problems = _unknown(lesson, file, movements, exercises)
            if lesson.id in self._lessons:
                problems.append(Problem(file, "id", f"expected its own id, '{lesson.id}' is taken"))
            self.problems += problems
            if not problems:
                self._lessons[lesson.id] = lesson

    def __iter__(self) -> Iterator[Lesson]:
        return iter(self._lessons.values())

    def __len__(self) -> int:
        return len(self._lessons)

    def get(self, lesson_id: str) -> Lesson | None:
        """Return a lesson, or None where there is none."""
        return self._lessons.get(lesson_id)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in the order they are taught."""
        return tuple(self._lessons)


def _unknown(
    lesson: Lesson, file: Path, movements: MovementLibrary, exercises: Container[str]
) -> list[Problem]:
    """Return what the lesson refers to and is not there, and units it writes wrongly."""
    found: list[Problem] = []
    if lesson.offer.exercise not in exercises:
        found.append(
            Problem(file, "head.practice", f"expected an exercise, got '{lesson.offer.exercise}'")
        )
    for index, step in enumerate(lesson.steps):
        where = f"steps[{index}]"
        found += [
            Problem(file, f"{where}.{key}", what) for key, what in _missing(step.show, movements)
        ]
        found += [Problem(file, f"{where}.text", what) for what in placeholders_problems(step.text)]
    return found


def _missing(show: Show, movements: MovementLibrary) -> list[tuple[str, str]]:
    found = [
        (key, f"expected a movement, got '{movement_id}'")
        for key, movement_id in (("movement", show.movement), ("beside", show.beside))
        if movement_id is not None and movement_id not in movements
    ]
    movement = movements.get(show.movement)
    if movement is not None and show.at is not None:
        names = [phase.name for phase in movement.phases]
        if show.at.phase not in names:
            found.append(("at.phase", f"expected one of {', '.join(names)}, got '{show.at.phase}'"))
    return found
