"""The user's own exercises: changed ones and new ones, a file each in a folder of theirs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

import msgspec
import tomli_w

from app.content import MAX_BYTES, MAX_ID, find_files, parse_toml, quote, try_convert
from app.errors import ContentError, Problem, UserError
from app.files import keep_copy, read_regular_file, reason, write_whole
from app.messages.message import Message
from app.movement.model import Movement
from app.practice.exercise import NAME_LENGTH, Exercise
from app.practice.library import KEPT, mistakes, movement_mistakes, read_exercises

#: More files than anyone writes; the rest are left out and reported.
MAX_FILES = 200
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 60
#: What tells a second exercise from the first: at the end of its id, and of its title.
_ID_NUMBER, _TITLE_NUMBER = re.compile(r"-\d{1,6}\Z"), re.compile(r" \(\d{1,6}\)\Z")


class Origin(StrEnum):
    """Where an exercise comes from."""

    BUILT_IN = "built-in"
    CHANGED = "changed"
    NEW = "new"


class OwnExercises:
    """The files of one folder, `ID.toml` each, in the format of `resources/exercises.toml`.

    Attributes:
        folder: where they are; made when first written to.
        found: by id, those that can be used, in the order of their names.
        problems: what is wrong with the others.
    """

    def __init__(
        self,
        folder: Path,
        movement_ids: Collection[str],
        built_in: Collection[str] = (),
        movements: Mapping[str, Movement] = MappingProxyType({}),
    ) -> None:
        """Read the folder.

        Args:
            folder: where they are.
            movement_ids: the movements there are.
            built_in: the ids of the program's exercises.
            movements: the movements themselves, read where an exercise has to go with one.
        """
        self.folder = folder
        self._movements = movements
        self._built_in = built_in
        self._movement_ids = movement_ids
        self.found: dict[str, Exercise] = {}
        self.problems: list[Problem] = []
        self._read()

    def file(self, exercise_id: str) -> Path:
        """Return the file an exercise is kept in."""
        return self.folder / f"{exercise_id}.toml"

    def origin(self, exercise_id: str) -> Origin:
        """Tell whether an exercise is the program's, a changed one or the user's alone."""
        if exercise_id not in self.found:
            return Origin.BUILT_IN
        return Origin.CHANGED if exercise_id in self._built_in else Origin.NEW

    def is_taken(self, exercise_id: str) -> bool:
        """Tell whether there is an exercise with an id, or a file in its place."""
        return exercise_id in self._built_in or self.file(exercise_id).exists()

    def keep(self, exercise: Exercise) -> None:
        """Write an exercise into its file, in place of what was there.

        Raises:
            UserError: it cannot be written, or another file is there that is no exercise so far;
                what is there stays.
            ContentError: it would not be read again.
        """
        file = self.file(exercise.id)
        if exercise.id not in self.found and os.path.lexists(file):
            raise UserError("files.in-the-way", file=file)
        data = to_toml(exercise)
        problems = self._problems_of(data, file)
        if problems:
            raise ContentError(problems)
        write_whole(file, data)
        self.found[exercise.id] = exercise

    def drop(self, exercise_id: str, now: datetime) -> Exercise:
        """Take an exercise away and return it; a copy of its file is kept beside it.

        Raises:
            UserError: its file cannot be taken away.
        """
        file = self.file(exercise_id)
        try:
            if keep_copy(file, read_regular_file(file, MAX_BYTES), now) is None:
                raise UserError("files.no-copy", file=file)
            file.unlink(missing_ok=True)
        except FileNotFoundError:
            pass  # it is gone already
        except OSError as error:
            raise UserError("files.not-removed", file=file, reason=reason(error)) from error
        return self.found.pop(exercise_id)

    def read_file(self, file: Path) -> Exercise:
        """Read an exercise that someone shared.

        Raises:
            ContentError: it cannot be used; with every mistake in it.
        """
        exercise = read_shared(file, self._movement_ids)
        if wrong := self._unfit(exercise, file):
            raise ContentError(wrong)
        return exercise

    def _unfit(self, exercise: Exercise, file: Path) -> list[Problem]:
        return [
            Problem(file, f"exercise[0].{key}", expected)
            for key, expected in movement_mistakes(exercise, self._movements)
        ]

    def _problems_of(self, data: bytes, file: Path) -> list[Problem]:
        table = parse_toml(data.decode(), file)["exercise"][0]
        ids = self._movement_ids
        made, problems = try_convert(
            table, Exercise, file, "exercise[0]", lambda one: mistakes(one, ids, ())
        )
        return problems or (self._unfit(made, file) if made else [])

    def _read(self) -> None:
        try:
            found = find_files(self.folder, ".toml")
        except ContentError as error:
            self.problems += error.problems
            return
        files = [file for file in found if not KEPT.search(file.stem)]
        for file in files[:MAX_FILES]:
            try:
                exercise = self.read_file(file)
            except ContentError as error:
                self.problems += error.problems
                continue
            if exercise.id != file.stem:
                name, got = quote(file.stem), quote(exercise.id)
                expected = Message("content.file-name", name=name, id=got)
                self.problems.append(Problem(file, "exercise[0].id", expected))
            else:
                self.found[exercise.id] = exercise
        if len(files) > MAX_FILES:
            left = len(files) - MAX_FILES
            expected = Message("content.too-many-files", most=MAX_FILES, n=left)
            self.problems.append(Problem(self.folder, "", expected))


def read_shared(file: Path, movement_ids: Collection[str]) -> Exercise:
    """Read a file of exactly one exercise.

    Raises:
        ContentError: with every mistake in it.
    """
    found, problems = read_exercises(file, movement_ids)
    if problems:
        raise ContentError(problems)
    if len(found) != 1:
        what = Message("content.one-exercise", count=len(found))
        raise ContentError([Problem(file, "exercise", what)])
    return next(iter(found.values()))


def to_toml(exercise: Exercise) -> bytes:
    """Return an exercise as the content of its file; what it does not have is left out."""
    return tomli_w.dumps({"exercise": [_filled(msgspec.to_builtins(exercise))]}).encode()


def new_id(title: str, taken: Callable[[str], bool]) -> str:
    """Make an id of a title that nothing has: `Slow motion` to `slow-motion`, `slow-motion-2`."""
    stem = _NO_LETTER.sub("-", title.lower())[:_LONGEST_ID].strip("-")
    stem = KEPT.sub("", stem) or "exercise"
    return _counted_on(stem, taken, _ID_NUMBER, "-{}", MAX_ID)


def new_title(title: str, taken: Callable[[str], bool]) -> str:
    """Make a title that nothing has: `Slow motion` to `Slow motion (2)`, and that to `(3)`."""
    return _counted_on(title, taken, _TITLE_NUMBER, " ({})", NAME_LENGTH)


def _counted_on(
    name: str, taken: Callable[[str], bool], old: re.Pattern[str], new: str, longest: int
) -> str:
    """Return a name, or where it is taken the first with a number that is not."""
    stem, count = old.sub("", name) or name, 2
    while taken(name):
        number = new.format(count)
        name = stem[: longest - len(number)].rstrip() + number
        count += 1
    return name


def _filled(table: dict[str, object]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for name, value in table.items():
        inner = _filled(value) if isinstance(value, dict) else value
        if inner is not None and inner is not False and inner not in ("", {}):
            kept[name] = inner
    return kept
