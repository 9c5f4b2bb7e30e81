"""All lessons of a language, in order; what cannot be read is left out and reported."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from app.content import Mistake, quote
from app.errors import Problem
from app.lessons.model import Lesson, Outline, Show, Step
from app.lessons.reader import LessonFile
from app.messages.message import Message
from app.movement.library import MovementLibrary
from app.units import placeholders_problems

_NO_BRACES = Message("content.braces")


class LessonLibrary:
    """The lessons of some files, in the order of the files.

    Heads are read at once, which is all that a list of lessons needs; the rest of a lesson is read
    when asked for, so that the start is quick. `read_all` reads what is left. A lesson whose
    movement or exercise is broken stays, without them.

    Attributes:
        problems: what is wrong with the files read so far and their references.
    """

    def __init__(self, files: Iterable[Path], movements: MovementLibrary) -> None:
        self.problems: list[Problem] = []
        self._movements = movements
        self._files: dict[str, LessonFile] = {}
        self._read: dict[str, Lesson] = {}
        for path in files:
            file = LessonFile(path)
            if file.outline is None:
                self.problems += file.problems + self._read_steps(file)[1]
            elif file.outline.id in self._files:
                taken = Message("content.id-taken", id=quote(file.outline.id))
                self.problems.append(Problem(path, "head.id", taken))
            else:
                self._files[file.outline.id] = file

    def __iter__(self) -> Iterator[Lesson]:
        """Yield all lessons that can be read."""
        self.read_all()
        return iter(self._read[lesson_id] for lesson_id in self._files)

    def __len__(self) -> int:
        return len(self._files)

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """The lessons' heads, in their order."""
        return tuple(file.outline for file in self._files.values() if file.outline)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in the order they are taught."""
        return tuple(self._files)

    def get(self, lesson_id: str) -> Lesson | None:
        """Return a lesson, or None where there is none or its file is broken."""
        if lesson_id not in self._read and lesson_id in self._files:
            self._load(lesson_id)
        return self._read.get(lesson_id)

    def read_all(
        self, exercises: Container[str] | None = None, pictures: Container[str] | None = None
    ) -> None:
        """Read every lesson, leave out the broken ones, and check their references."""
        for lesson_id, file in list(self._files.items()):
            lesson = self.get(lesson_id)
            problems = self._unknown_phases(lesson, file.path) if lesson else []
            if lesson is not None and pictures is not None:
                problems += _unknown_pictures(lesson, file.path, pictures)
            if problems:
                self.problems += problems
                del self._files[lesson_id], self._read[lesson_id]
            offer = file.outline.offer if file.outline else None
            if exercises is not None and offer is not None and offer.exercise not in exercises:
                what = Message("content.exercise", got=quote(offer.exercise))
                self.problems.append(Problem(file.path, "head.practice", what))

    def _load(self, lesson_id: str) -> None:
        file = self._files[lesson_id]
        steps, problems = self._read_steps(file)
        outline = file.outline
        if outline is not None:
            problems += _head_problems(outline, file.path)
        self.problems += problems
        if problems or outline is None:
            del self._files[lesson_id]
        else:
            self._read[lesson_id] = Lesson(
                outline.id, outline.title, outline.summary, outline.offer, tuple(steps.values())
            )

    def _read_steps(self, file: LessonFile) -> tuple[dict[int, Step], list[Problem]]:
        """Read the steps, and find references to things that do not exist."""
        steps, problems = file.read_steps()
        for index, step in steps.items():
            problems += [
                Problem(file.path, f"steps[{index}].{key}", what)
                for key, what in _step_problems(step, self._movements)
            ]
        return steps, problems

    def _unknown_phases(self, lesson: Lesson, file: Path) -> list[Problem]:
        """Return the moments whose phase their movement does not have.

        Checked once everything is read: the first picture should not wait for every movement.
        """
        found = []
        for index, step in enumerate(lesson.steps):
            movement = self._movements.get(step.show.movement or "")
            if movement is None or step.show.at is None:
                continue
            names = [phase.name for phase in movement.phases]
            wanted = step.show.at.phase
            if wanted not in names:
                what = Message("content.choice", known=", ".join(names), got=quote(wanted))
                found.append(Problem(file, f"steps[{index}].at.phase", what))
        return found


def _unknown_pictures(lesson: Lesson, file: Path, pictures: Container[str]) -> list[Problem]:
    return [
        Problem(
            file,
            f"steps[{index}].picture",
            Message("content.picture", got=quote(step.show.picture)),
        )
        for index, step in enumerate(lesson.steps)
        if step.show.picture is not None and step.show.picture not in pictures
    ]


def _head_problems(outline: Outline, file: Path) -> list[Problem]:
    return [
        Problem(file, f"head.{key}", _NO_BRACES)
        for key, text in (("title", outline.title), ("summary", outline.summary))
        if _has_braces(text)
    ]


def _step_problems(step: Step, movements: MovementLibrary) -> list[Mistake]:
    found = _missing(step.show, movements)
    found += [("text", what) for what in placeholders_problems(step.text)]
    cells = [*step.table.columns, *sum(step.table.rows, ())] if step.table else []
    if any(map(_has_braces, cells)):
        found.append(("table", _NO_BRACES))
    if _has_braces(step.title):
        found.append(("title", _NO_BRACES))
    return found


def _has_braces(text: str) -> bool:
    return "{" in text or "}" in text


def _missing(show: Show, movements: MovementLibrary) -> list[Mistake]:
    return [
        (key, Message("content.movement", got=quote(movement_id)))
        for key, movement_id in (("movement", show.movement), ("beside", show.beside))
        if movement_id is not None and movement_id not in movements.names
    ]
