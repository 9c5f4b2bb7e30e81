"""Read the exercises, and their words in another language, from TOML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from app.content import Mistake, id_fault, quote, read_tables, try_convert, unknown_id
from app.errors import Problem
from app.messages.message import Message
from app.movement.model import Label, Movement
from app.movement.props import PROP_DEFAULTS
from app.practice.exercise import Exercise
from app.practice.exercise_texts import ExerciseTexts, translated
from app.practice.limits import LIMITS

#: Ends the name of a copy that `app.files.keep_copy` keeps.
KEPT = re.compile(r"(-kept-\d{8}-\d{6}(-\d+)?)+\Z")
_TABLE = "exercise"


def read_exercises(
    file: Path, movement_ids: Collection[str], words: Path | None = None
) -> tuple[dict[str, Exercise], list[Problem]]:
    """Read every good exercise by its id, in the file's order, and every mistake.

    Args:
        file: the exercises, one `[[exercise]]` each.
        movement_ids: the movements there are.
        words: texts in another language, one `[[exercise]]` each with the id of the exercise
            and whichever texts are translated; the others stay English.
    """
    found: dict[str, Exercise] = {}
    tables, problems = read_tables(file, _TABLE)
    for key, table in tables:
        exercise, wrong = try_convert(
            table, Exercise, file, key, lambda made: mistakes(made, movement_ids, found)
        )
        if exercise is not None:
            found[exercise.id] = exercise
        problems += wrong
    if words is not None:
        problems += _translate(words, found)
    return found, problems


def _translate(file: Path, exercises: dict[str, Exercise]) -> list[Problem]:
    """Put the words of `file` into `exercises`; return the mistakes."""
    tables, problems = read_tables(file, _TABLE)
    seen: set[str] = set()
    for key, table in tables:
        words, wrong = try_convert(
            table, ExerciseTexts, file, key, lambda made: _word_mistakes(made, exercises, seen)
        )
        if words is not None:
            seen.add(words.id)
            exercises[words.id] = translated(exercises[words.id], words)
        problems += wrong
    return problems


def _word_mistakes(
    words: ExerciseTexts, exercises: Collection[str], others: Collection[str]
) -> Iterator[Mistake]:
    if words.id not in exercises:
        yield "id", unknown_id(words.id, exercises)
    elif words.id in others:
        yield "id", _twice(words.id)
    for name in _blank(msgspec.to_builtins(words)):
        yield name, Message("content.blank")


def mistakes(
    exercise: Exercise, movement_ids: Collection[str], others: Collection[str]
) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    if wrong := id_fault(exercise.id):
        yield "id", wrong
    elif KEPT.search(exercise.id):
        yield "id", Message("content.kept-id")
    elif exercise.id in others:
        yield "id", _twice(exercise.id)
    if exercise.movement not in movement_ids:
        yield "movement", unknown_id(exercise.movement, movement_ids)
    if exercise.reps is None and exercise.hold_s is None:
        yield "reps", Message("content.reps-or-hold")
    elif exercise.reps is not None and exercise.hold_s is not None:
        yield "hold_s", Message("content.reps-and-hold")
    elif exercise.reps is not None and exercise.tempo is None:
        yield "tempo", Message("content.no-tempo")
    elif exercise.hold_s is not None and exercise.tempo is not None:
        yield "tempo", Message("content.tempo-of-hold")
    if exercise.sides and exercise.hold_s is None:
        yield "sides", Message("content.sides-held")
    if exercise.sides and exercise.switch_s is None:
        yield "switch_s", Message("content.no-switch")
    elif exercise.switch_s is not None and not exercise.sides:
        yield "switch_s", Message("content.switch-sides")
    if exercise.continuous and (exercise.hold_s is None or exercise.sides):
        yield "continuous", Message("content.continuous")
    if exercise.open_ended and exercise.reps is None:
        yield "open_ended", Message("content.open-ended")
    if exercise.hand_free != bool(exercise.cues.hold_on):
        yield "cues.hold_on" if exercise.hand_free else "hand_free", Message("content.hold-on")
    if exercise.easier == exercise.id:
        yield "easier", Message("content.easier-itself")
    yield from _tempo_mistakes(exercise)
    for name in _spoken(exercise):
        if not getattr(exercise.cues, name):
            yield f"cues.{name}", Message("content.no-cue")
    for name in _blank(msgspec.to_builtins(exercise)):
        yield name, Message("content.blank")


def movement_mistakes(exercise: Exercise, movements: Mapping[str, Movement]) -> Iterator[Mistake]:
    """Yield (key, what was expected) where an exercise does not go with its movement."""
    movement = movements.get(exercise.movement)
    if movement is None:
        return
    if movement.label is Label.WRONG:
        yield "movement", Message("content.wrong-movement", movement=movement.id)
    if exercise.sides and not movement.has_sides:
        yield "sides", Message("content.no-sides", movement=movement.id)
    if exercise.hand_free and any(prop.kind in PROP_DEFAULTS for prop in movement.props):
        yield "hand_free", Message("content.hands-full", movement=movement.id)


def easier_problems(file: Path, exercises: Mapping[str, Exercise]) -> list[Problem]:
    """Return where there is no such easier exercise; the user's own may name the program's."""
    return [
        Problem(file, f"{exercise.id}.easier", unknown_id(exercise.easier, exercises))
        for exercise in exercises.values()
        if exercise.easier is not None and exercise.easier not in exercises
    ]


def _tempo_mistakes(exercise: Exercise) -> Iterator[Mistake]:
    tempo = exercise.tempo
    if tempo is None:
        return
    if tempo.total == 0:
        yield "tempo", Message("content.no-time")
    for name in tempo.__struct_fields__:
        value = getattr(tempo, name)
        limit = LIMITS[f"{name}_s"]
        if value != 0 and not limit.holds(value):
            wrong = Message("content.seconds", low=limit.low, high=limit.high, value=value)
            yield f"tempo.{name}", wrong


def _spoken(exercise: Exercise) -> tuple[str, ...]:
    """Return the cues that this kind of set can come to; a user may add a hold to a repetition."""
    if exercise.sides:
        return ("hold_left", "switch", "hold_right")
    return ("hold",) if exercise.reps is None else ("down", "hold", "up", "top")


def _blank(texts: dict[str, Any]) -> Iterator[str]:
    """Yield the key of every text of only white space."""
    for name, value in texts.items():
        if isinstance(value, dict):
            yield from (f"{name}.{inner}" for inner in _blank(value))
        elif isinstance(value, str) and value and not value.strip():
            yield name


def _twice(name: str) -> Message:
    return Message("content.exercise-taken", id=quote(name))
