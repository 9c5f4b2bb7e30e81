"""An exercise while its user writes it: what can be set, how it begins, what is wrong with it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from app.movement.model import Label, MoveKind, Movement
from app.practice.exercise import (
    NAME_LENGTH,
    PART_NAME_LENGTH,
    SENTENCES_LENGTH,
    WORDS_LENGTH,
    Cues,
    Exercise,
    Tempo,
)
from app.practice.limits import LIMITS
from app.units import placeholders_problems

#: How long a new exercise holds a position, waits between sides and rests, s.
_HOLD_S, _SWITCH_S, _REST_S = 30.0, 8.0, 45.0
_TEMPO = ("down", "hold", "up", "top")
#: What the field of a part's name is called, before the part.
_CALLED = "called_"


class SetForm(StrEnum):
    """What a set is."""

    REPS = "reps"
    HOLD = "hold"
    SIDES = "sides"


class Fault(StrEnum):
    """What is wrong with one field."""

    EMPTY = "empty"
    LONG = "long"
    BRACES = "braces"
    TAKEN = "taken"
    RANGE = "range"
    RANGE_OR_NONE = "range-or-none"
    #: No part of a repetition takes any time.
    NO_TIME = "no-time"


class FirstTexts(NamedTuple):
    """The texts an exercise begins with, in the user's language."""

    cues: Cues
    equipment: str
    place: str


def forms_of(movement: Movement) -> tuple[SetForm, ...]:
    """Return what a set of a movement can be; none where it is not to be practised."""
    if movement.label is Label.WRONG:
        return ()
    if movement.has_sides:
        return (SetForm.SIDES,)
    kinds = {phase.kind for phase in movement.phases}
    moves = bool(kinds & {MoveKind.DOWN, MoveKind.UP})
    return (SetForm.REPS, SetForm.HOLD) if moves else (SetForm.HOLD,)


def form_of(exercise: Exercise) -> SetForm:
    """Return what a set of an exercise is."""
    if exercise.sides:
        return SetForm.SIDES
    return SetForm.HOLD if exercise.reps is None else SetForm.REPS


def numbers_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the numbers that its author sets, as `LIMITS` names them."""
    match form_of(exercise):
        case SetForm.SIDES:
            return ("sets", "hold_s", "switch_s", "rest_s")
        case SetForm.HOLD:
            return ("sets", "hold_s", "rest_s")
        case SetForm.REPS:
            return ("sets", "reps", "down_s", "hold_s", "up_s", "top_s", "rest_s")


def number_of(exercise: Exercise, name: str) -> float:
    """Return one of these numbers."""
    part = name.removesuffix("_s")
    if exercise.tempo is not None and part in _TEMPO:
        return float(getattr(exercise.tempo, part))
    return float(getattr(exercise, name) or 0)


def parts_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the parts that a set of it can come to, in their order."""
    return {
        SetForm.REPS: _TEMPO,
        SetForm.HOLD: ("hold",),
        SetForm.SIDES: ("hold_left", "switch", "hold_right"),
    }[form_of(exercise)]


def cues_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the cues that a set of it can come to, in the order they are heard."""
    return ("prepare", *parts_of(exercise), "halfway", "last", "rest", "done")


def texts_of(exercise: Exercise) -> dict[str, str]:
    """Return the texts that its author writes, by the names of their fields, as they are.

    A part's name, `called_down` for one, is empty where the usual word is meant.
    """
    own = {name: getattr(exercise, name) for name in _FIELDS}
    cues = {name: getattr(exercise.cues, name) for name in cues_of(exercise)}
    parts = parts_of(exercise)
    called = {f"{_CALLED}{part}": getattr(exercise.names, part) or "" for part in parts}
    return own | cues | called


def longest(name: str) -> int:
    """Return how many characters a text may have, by the name of its field or its cue."""
    if name == "title":
        return NAME_LENGTH
    if name.startswith(_CALLED):
        return PART_NAME_LENGTH
    long = ("summary", "equipment", "place", "prepare", "rest", "done")
    return SENTENCES_LENGTH if name in long else WORDS_LENGTH


def may_be_empty(name: str) -> bool:
    """Return whether a text may be left out: the name of a part is the usual word then."""
    return name.startswith(_CALLED)


def text_fault(name: str, text: str, taken: Container[str] = ()) -> Fault | None:
    """Return what is wrong with a text; `taken` is what it must not be."""
    if not text.strip():
        return None if may_be_empty(name) else Fault.EMPTY
    if len(text) > longest(name):
        return Fault.LONG
    if text.strip() in taken:
        return Fault.TAKEN
    if name in ("equipment", "place") and placeholders_problems(text):
        return Fault.BRACES
    return None


def number_faults(exercise: Exercise, values: Mapping[str, float]) -> dict[str, Fault]:
    """Return what is wrong with the numbers of an exercise, by their names."""
    reps = form_of(exercise) is SetForm.REPS
    parts = {f"{name}_s" for name in _TEMPO} if reps else set()
    found: dict[str, Fault] = {}
    for name, value in values.items():
        if name in parts and value == 0:
            continue
        if not LIMITS[name].holds(value):
            found[name] = Fault.RANGE_OR_NONE if name in parts else Fault.RANGE
    if reps and not any(values[name] for name in values if name in parts):
        found["down_s"] = Fault.NO_TIME
    return found


def with_numbers(exercise: Exercise, values: Mapping[str, float]) -> Exercise:
    """Return the exercise with these numbers, which must have no fault."""
    changed: dict[str, object] = {"sets": int(values["sets"]), "rest_s": values["rest_s"]}
    if form_of(exercise) is SetForm.REPS:
        changed["reps"] = int(values["reps"])
        changed["tempo"] = Tempo(**{name: values[f"{name}_s"] for name in _TEMPO})
    else:
        changed["hold_s"] = values["hold_s"]
    if exercise.sides:
        changed["switch_s"] = values["switch_s"]
    return msgspec.structs.replace(exercise, **changed)


def with_texts(exercise: Exercise, texts: Mapping[str, str]) -> Exercise:
    """Return the exercise with these texts, by the names of their fields and cues."""
    own: dict[str, str] = {}
    called: dict[str, str | None] = {}
    cues: dict[str, str] = {}
    for name, text in texts.items():
        if name in _FIELDS:
            own[name] = text.strip()
        elif name.startswith(_CALLED):
            called[name.removeprefix(_CALLED)] = text.strip() or None
        else:
            cues[name] = text.strip()
    return msgspec.structs.replace(
        exercise,
        **own,
        names=msgspec.structs.replace(exercise.names, **called),
        cues=msgspec.structs.replace(exercise.cues, **cues),
    )


def begin_exercise(movement: Movement, form: SetForm, texts: FirstTexts) -> Exercise:
    """Return a new exercise of a movement, without an id, to be changed as its user likes."""
    said = msgspec.structs.asdict(texts.cues) | {"hold_on": ""}
    for phase in movement.phases:
        name = phase.kind.value
        if form is SetForm.REPS and name in _TEMPO and 0 < len(phase.cue) <= WORDS_LENGTH:
            said[name] = phase.cue
    reps = form is SetForm.REPS
    return Exercise(
        id="",
        title=movement.title,
        summary=_first_sentence(movement.text),
        movement=movement.id,
        sets=3,
        reps=10 if reps else None,
        tempo=_tempo(movement) if reps else None,
        hold_s=None if reps else _HOLD_S,
        sides=form is SetForm.SIDES,
        switch_s=_SWITCH_S if form is SetForm.SIDES else None,
        rest_s=_REST_S,
        equipment=texts.equipment,
        place=texts.place,
        cues=Cues(**said),
    )


_FIELDS = ("title", "summary", "equipment", "place")


def _tempo(movement: Movement) -> Tempo:
    """Return the movement's own time in halves of a second, as far as a tempo can have it."""
    found = {}
    for kind in (MoveKind.DOWN, MoveKind.HOLD, MoveKind.UP):
        own = sum(phase.seconds for phase in movement.phases if phase.kind is kind)
        limit = LIMITS[f"{kind.value}_s"]
        found[kind.value] = min(max(round(own * 2) / 2, limit.low), limit.high) if own else 0.0
    return Tempo(**found)


def _first_sentence(text: str) -> str:
    sentence = text.split(". ", maxsplit=1)[0].strip().removesuffix(".") + "."
    return sentence if len(sentence) <= SENTENCES_LENGTH else sentence[: SENTENCES_LENGTH - 1] + "…"
