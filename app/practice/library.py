"""Read the exercises, and their words in another language, out of TOML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.content import id_fault, quote, read_tables, try_convert
from app.errors import Problem
from app.practice.exercise import Exercise
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
        exercise, wrong = try_convert(table, Exercise, file, key)
        if exercise is not None:
            wrong += [
                Problem(file, f"{key}.{name}", expected)
                for name, expected in mistakes(exercise, movement_ids, found)
            ]
            if not wrong:
                found[exercise.id] = exercise
        problems += wrong
    if words is not None:
        problems += _translate(words, found)
    return found, problems


def _translate(file: Path, exercises: dict[str, Exercise]) -> list[Problem]:
    """Put the words of `file` into `exercises`; return the mistakes."""
    from app.practice.words import ExerciseWords, translated

    tables, problems = read_tables(file, _TABLE)
    seen: set[str] = set()
    for key, table in tables:
        words, wrong = try_convert(table, ExerciseWords, file, key)
        if words is not None:
            if words.id not in exercises:
                wrong.append(Problem(file, f"{key}.id", _unknown(words.id, exercises)))
            elif words.id in seen:
                wrong.append(Problem(file, f"{key}.id", _twice(words.id)))
            wrong += [
                Problem(file, f"{key}.{name}", "expected text, got only spaces")
                for name in _blank(msgspec.to_builtins(words))
            ]
            if not wrong:
                seen.add(words.id)
                exercises[words.id] = translated(exercises[words.id], words)
        problems += wrong
    return problems


def mistakes(
    exercise: Exercise, movement_ids: Collection[str], others: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield (key, what was expected) for all that the types cannot say."""
    if wrong := id_fault(exercise.id):
        yield "id", wrong
    elif KEPT.search(exercise.id):
        yield "id", "expected another id: this one is taken for a kept copy of an exercise"
    elif exercise.id in others:
        yield "id", _twice(exercise.id)
    if exercise.movement not in movement_ids:
        yield "movement", _unknown(exercise.movement, movement_ids)
    if exercise.reps is None and exercise.hold_s is None:
        yield "reps", "missing; expected either reps (with a tempo) or hold_s"
    elif exercise.reps is not None and exercise.hold_s is not None:
        yield "hold_s", "expected either reps or hold_s, not both"
    elif exercise.reps is not None and exercise.tempo is None:
        yield "tempo", "missing; expected a table with down, hold, up and top in seconds"
    elif exercise.hold_s is not None and exercise.tempo is not None:
        yield "tempo", "expected none where the set is one hold"
    if exercise.sides and exercise.hold_s is None:
        yield "sides", "expected only with hold_s: what has sides is held"
    if exercise.sides and exercise.switch_s is None:
        yield "switch_s", "missing; expected the seconds between the two sides"
    elif exercise.switch_s is not None and not exercise.sides:
        yield "switch_s", "expected only with sides = true"
    yield from _tempo_mistakes(exercise)
    for name in _spoken(exercise):
        if not getattr(exercise.cues, name):
            yield f"cues.{name}", "missing; expected what is said then"
    for name in _blank(msgspec.to_builtins(exercise)):
        yield name, "expected text, got only spaces"


def _tempo_mistakes(exercise: Exercise) -> Iterator[tuple[str, str]]:
    tempo = exercise.tempo
    if tempo is None:
        return
    if tempo.total == 0:
        yield "tempo", "expected at least one of down, hold, up and top above 0"
    for name in tempo.__struct_fields__:
        value = getattr(tempo, name)
        limit = LIMITS[f"{name}_s"]
        if value != 0 and not limit.holds(value):
            yield f"tempo.{name}", f"expected 0 or seconds {limit}, got {value:g}"


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


def _unknown(name: str, known: Collection[str]) -> str:
    listed = ", ".join(sorted(known)) or "none, for there are none"
    return f"unknown id {quote(name)}; expected one of {listed}"


def _twice(name: str) -> str:
    return f"expected an id of its own; {quote(name)} is taken by an earlier exercise"
