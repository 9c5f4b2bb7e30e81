"""`check`: find every mistake in the lessons and all other content."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from app.body.anthropometry import Body
from app.content import parse_toml, read_text
from app.errors import ContentError, Problem, UserError
from app.lessons.library import LessonLibrary
from app.lessons.pairs import read_pairs
from app.lessons.people import read_people
from app.lessons.picture_reader import read_pictures
from app.library import languages, read_library
from app.locations import Locations, find_locations
from app.messages.message import Message
from app.movement.audit import broken_checks
from app.movement.library import MovementLibrary
from app.movement.model import Movement
from app.movement.motion import Motion, PoseError
from app.movement.reader import read_movement
from app.practice.exercise import Exercise
from app.practice.library import movement_mistakes, read_exercises
from app.programme.after import read_answers
from app.programme.reader import read_programme


def run_check(files: list[Path], data_dir: Path | None = None) -> int:
    """Check some files, or all content, the user's own too; return 1 where anything is wrong."""
    locations = find_locations(data_dir)
    problems = _check_files(files, locations) if files else _check_all(locations)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"Problems found: {len(problems)}", file=sys.stderr)
        return 1
    print("No problems found.")
    return 0


def _check_all(locations: Locations) -> list[Problem]:
    problems: list[Problem] = []
    for language in languages(locations):
        library = read_library(locations, language, with_own=True)
        problems += library.read_all()
        movements = library.movements.names
        problems += read_answers(locations.answers, library.lessons, movements, whole=True)[1]
    # Those of the user are looked at where they are read.
    built_in = read_library(locations).exercises
    problems += _unfit(built_in, library.movements, locations.exercises)
    for movement in library.movements.values():
        problems += _false_claims(movement, locations.animations / f"{movement.id}.toml")
    # Untranslated content is read in every language.
    return list(dict.fromkeys(problems))


def _check_files(files: list[Path], locations: Locations) -> list[Problem]:
    problems: list[Problem] = []
    for file in files:
        if file.suffix == ".md":
            problems += _check_lesson(file, locations)
        elif file.suffix == ".toml":
            problems += _check_toml(file, locations)
        else:
            problems.append(Problem(file, "", Message("content.ending")))
    return problems


def _check_toml(file: Path, locations: Locations) -> list[Problem]:
    try:
        tables = parse_toml(read_text(file), file)
        if "stage" in tables or file.name == locations.programme.name:
            return read_programme(file, read_library(locations).exercises)[1]
        if "exercise" in tables or file.name == locations.exercises.name:
            movements = MovementLibrary(locations.animations)
            exercises, problems = read_exercises(file, movements)
            return [*problems, *_unfit(exercises, movements, file)]
        if "answer" in tables or file.name == locations.answers.name:
            library = read_library(locations)
            return read_answers(file, library.lessons, library.movements.names, whole=True)[1]
        if "person" in tables or file.name == locations.people.name:
            return read_people(file)[1]
        if "pair" in tables or file.name == locations.pairs.name:
            return read_pairs(file, MovementLibrary(locations.animations).names)[1]
        if "picture" in tables or file.name == locations.pictures.name:
            return read_pictures(file, MovementLibrary(locations.animations)).problems
        movement = read_movement(file)
    except ContentError as error:
        return error.problems
    return _false_claims(movement, file)


def _check_lesson(file: Path, locations: Locations) -> list[Problem]:
    library = read_library(locations)
    lessons = LessonLibrary([file], library.movements)
    lessons.read_all(library.exercises, library.pictures.names)
    return lessons.problems


def _unfit(
    exercises: Mapping[str, Exercise], movements: MovementLibrary, file: Path
) -> list[Problem]:
    """Return where an exercise does not go with its movement."""
    return [
        Problem(file, f"{exercise.id}.{key}", expected)
        for exercise in exercises.values()
        for key, expected in movement_mistakes(exercise, movements)
    ]


def _false_claims(movement: Movement, file: Path) -> list[Problem]:
    """Return where a movement breaks other checks than it declares, on the default body."""
    try:
        found = broken_checks(Motion(movement, Body()))
    except UserError as error:
        key = error.key if isinstance(error, PoseError) else "phases"
        return [Problem(file, key, Message("movement.pose", reason=error.messages[0]))]
    if found == movement.breaks:
        return []
    told = Message("movement.breaks-nothing")
    if found:
        told = Message("movement.breaks", checks=", ".join(sorted(found)))
    return [Problem(file, "breaks", told)]
