"""All content together: movements, exercises, pictures, pairs, lessons and the programme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.content import find_files
from app.errors import ContentError, Problem
from app.lessons.library import LessonLibrary
from app.locations import Locations
from app.messages.message import Message
from app.movement.library import MovementLibrary

if TYPE_CHECKING:
    from app.lessons.pairs import Pair
    from app.lessons.people import Person
    from app.lessons.picture import Picture
    from app.lessons.picture_reader import PictureFile
    from app.practice.exercise import Exercise
    from app.practice.own import OwnExercises
    from app.programme.programme import Programme

ENGLISH = "en"


class Library:
    """The content in use: read as it is asked for, so that the start is quick.

    Attributes:
        movements, exercises, pictures, lessons: by id; what is broken is left out.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        exercises: Exercises,
        pictures: Pictures,
        lessons: LessonLibrary,
        locations: Locations,
        words: Path,
    ) -> None:
        self._locations, self._words_folder = locations, words
        self.movements = movements
        self.exercises = exercises
        self.pictures = pictures
        self.lessons = lessons

    @property
    def programme(self) -> Programme:
        """The six weeks, the homework and the answers, read when first asked for."""
        return self._programme[0]

    @property
    def programme_problems(self) -> list[Problem]:
        """What is wrong with the programme and with what answers lead to."""
        return self._programme[1]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What can be compared, read when first asked for."""
        return self._pairs[0]

    @property
    def people(self) -> tuple[Person, ...]:
        """Who the figure can be drawn as, read when first asked for."""
        return self._people[0]

    def read_all(self) -> list[Problem]:
        """Read what has not been read yet and return every mistake in all of it."""
        for _ in self.read_on():
            pass
        return self.problems

    def read_on(self) -> Iterator[None]:
        """Read what has not been read yet in small steps."""
        yield from self.movements.read_on()
        self.lessons.read_all(self.exercises, self.pictures.names)

    @property
    def problems(self) -> list[Problem]:
        """Every mistake found so far."""
        return [
            *self.movements.problems,
            *self.exercises.problems,
            *self.programme_problems,
            *self.pictures.problems,
            *self.lessons.problems,
            *self._pairs[1],
            *self._people[1],
        ]

    @cached_property
    def _programme(self) -> tuple[Programme, list[Problem]]:
        from dataclasses import replace

        from app.programme.after import read_answers
        from app.programme.reader import read_programme

        words = _spoken(self._words_folder / "programme.toml")
        programme, problems = read_programme(self._locations.programme, self.exercises, words)
        answers, wrong = read_answers(self._locations.answers, self.lessons, self.movements.names)
        return replace(programme, answers=answers), [*problems, *wrong]

    @cached_property
    def _pairs(self) -> tuple[tuple[Pair, ...], list[Problem]]:
        from app.lessons.pairs import read_pairs

        words = _spoken(self._words_folder / "pairs.toml")
        return read_pairs(self._locations.pairs, self.movements.names, words)

    @cached_property
    def _people(self) -> tuple[tuple[Person, ...], list[Problem]]:
        from app.lessons.people import read_people

        return read_people(self._locations.people)


class Exercises(Mapping[str, "Exercise"]):
    """The exercises by id, read when one is first asked for.

    The user's own follow the program's; one with the id of one of the program's replaces it.
    """

    def __init__(
        self,
        file: Path,
        movements: MovementLibrary,
        words: Path | None,
        own: Path | None = None,
    ) -> None:
        self._source = file, movements.names, words
        self._movements, self._own_folder = movements, own

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the exercises; those are left out."""
        return [*self._read[1], *(self.own.problems if self.own else ())]

    @cached_property
    def own(self) -> OwnExercises | None:
        """The user's own, which can be changed; None where only the program's are wanted."""
        if self._own_folder is None:
            return None
        from app.practice.own import OwnExercises

        built_in, movements = self._read[0].keys(), self._movements
        return OwnExercises(self._own_folder, movements.names, built_in, movements)

    def __getitem__(self, exercise_id: str) -> Exercise:
        found = self.own.found.get(exercise_id) if self.own else None
        return found or self._read[0][exercise_id]

    def __iter__(self) -> Iterator[str]:
        own = self.own.found if self.own else {}
        return iter([*self._read[0], *(name for name in own if name not in self._read[0])])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @cached_property
    def _read(self) -> tuple[dict[str, Exercise], list[Problem]]:
        from app.practice.library import easier_problems, read_exercises

        found, problems = read_exercises(*self._source)
        return found, [*problems, *easier_problems(self._source[0], found)]


class Pictures(Mapping[str, "Picture"]):
    """The teaching pictures by id, read when one is first asked for."""

    def __init__(self, file: Path, movements: MovementLibrary, words: Path | None) -> None:
        self._source = file, movements, words

    @property
    def names(self) -> Collection[str] | None:
        """The ids of all pictures, good or broken; None where their file cannot be read."""
        return self._read.names

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the pictures; those are left out."""
        return self._read.problems

    def __getitem__(self, picture_id: str) -> Picture:
        return self._read.pictures[picture_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read.pictures)

    def __len__(self) -> int:
        return len(self._read.pictures)

    @cached_property
    def _read(self) -> PictureFile:
        from app.lessons.picture_reader import read_pictures

        return read_pictures(*self._source)


def read_library(
    locations: Locations, language: str = ENGLISH, *, with_own: bool = False
) -> Library:
    """Find all content in a language; what is not translated stays English.

    A translated lesson has the file name of the English one. The user's own exercises belong to
    it `with_own` only.
    """
    words = locations.lessons(language)
    movements = MovementLibrary(locations.animations, _spoken(words / "movements.toml"))
    spoken = _spoken(words / "exercises.toml")
    own = locations.own_exercises if with_own else None
    exercises = Exercises(locations.exercises, movements, spoken, own)
    pictures = Pictures(locations.pictures, movements, _spoken(words / "pictures.toml"))
    files: dict[str, Path] = {}
    unreadable: list[Problem] = []
    for folder in (locations.lessons(ENGLISH), words):
        try:
            files.update({file.name: file for file in find_files(folder, ".md")})
        except ContentError as error:
            unreadable += error.problems
    lessons = LessonLibrary([files[name] for name in sorted(files)], movements)
    lessons.problems += dict.fromkeys(unreadable)
    if not files and not unreadable:
        none = Message("content.no-lessons")
        lessons.problems.append(Problem(locations.lessons(ENGLISH), "", none))
    return Library(movements, exercises, pictures, lessons, locations, words)


def _spoken(words: Path) -> Path | None:
    """Return a file of translated texts where there is one."""
    return words if words.is_file() else None


def languages(locations: Locations) -> list[str]:
    """Return the languages there are lessons in, English first."""
    folder = locations.lessons(ENGLISH).parent
    others = sorted(path.name for path in folder.glob("*/"))
    return [ENGLISH, *(name for name in others if name != ENGLISH)]
