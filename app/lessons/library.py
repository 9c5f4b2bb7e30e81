"""All lessons of a language, in order; what cannot be read is left out and named."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from app.errors import ContentError, Problem
from app.lessons.model import Lesson, Outline, Show
from app.lessons.reader import LessonFile
from app.movement.library import MovementLibrary
from app.units import placeholders_problems


class LessonLibrary:
    """The lessons of some files, in the order of the files.

    Heads are read at once, which is all a list of lessons needs; the rest of a lesson when it
    is asked for, so that the start is quick. `read_all` reads what is left.

    Attributes:
        problems: what is wrong with the files read so far, and with what they refer to.
    """

    def __init__(
        self, files: Iterable[Path], movements: MovementLibrary, exercises: Container[str]
    ) -> None:
        self.problems: list[Problem] = []
        self._movements, self._exercises = movements, exercises
        self._files: dict[str, LessonFile] = {}
        self._read: dict[str, Lesson] = {}
        for path in files:
            try:
                file = LessonFile(path)
            except ContentError as error:
                self.problems += error.problems
                continue
            lesson_id = file.outline.id
            if lesson_id in self._files:
                taken = f"expected an id of its own, '{lesson_id}' is taken"
                self.problems.append(Problem(path, "id", taken))
            else:
                self._files[lesson_id] = file

    def __iter__(self) -> Iterator[Lesson]:
        """Walk all lessons that can be read."""
        self.read_all()
        return iter(self._read[lesson_id] for lesson_id in self._files)

    def __len__(self) -> int:
        return len(self._files)

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """The lessons' heads, in their order."""
        return tuple(file.outline for file in self._files.values())

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in the order they are taught."""
        return tuple(self._files)

    def get(self, lesson_id: str) -> Lesson | None:
        """Return a lesson, or None where there is none or its file is broken."""
        if lesson_id not in self._read and lesson_id in self._files:
            self._load(lesson_id)
        return self._read.get(lesson_id)

    def read_all(self) -> None:
        """Read every lesson and leave out those that are broken."""
        for lesson_id in list(self._files):
            self.get(lesson_id)

    def _load(self, lesson_id: str) -> None:
        file = self._files[lesson_id]
        try:
            lesson = file.read()
            problems = _unknown(lesson, file.path, self._movements, self._exercises)
        except ContentError as error:
            problems = error.problems
        self.problems += problems
        if problems:
            del self._files[lesson_id]
        else:
            self._read[lesson_id] = lesson


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
