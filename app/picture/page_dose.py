"""How often, how slowly and with what an exercise is done, for pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from app.messages.message import Message
from app.practice.exercise import Exercise

Say = Callable[[Message], str]
_JOINED = "\N{NO-BREAK SPACE}"


def dose_of(exercise: Exercise | None, say: Say) -> list[tuple[str, str, float]]:
    """Return labels, values and the shares of a line they need; blanks without an exercise."""
    rest = say(Message("pictures.seconds", seconds=exercise.rest_s)) if exercise else ""
    rows = [
        (say(Message("pictures.label.sets")), str(exercise.sets) if exercise else "", 1.0),
        (*_amount(exercise, say), 1.0),
        (say(Message("pictures.label.tempo")), _tempo(exercise, say), 2.2),
        (say(Message("pictures.label.rest")), rest, 1.0),
    ]
    return [row for row in rows if row[1] or exercise is None]


def dose_line(exercise: Exercise, say: Say) -> str:
    """Return all of it on one line."""
    parts = (f"{label} {value}" for label, value, _ in dose_of(exercise, say))
    return " · ".join(_together(part) for part in parts)


def _amount(exercise: Exercise | None, say: Say) -> tuple[str, str]:
    if exercise is None or exercise.hold_s is None:
        reps = "" if exercise is None or exercise.reps is None else str(exercise.reps)
        if exercise is not None and exercise.open_ended:
            reps = say(Message("pictures.far-enough"))
        return say(Message("pictures.label.reps")), reps
    message_id = "pictures.each-side" if exercise.sides else "pictures.seconds"
    return say(Message("pictures.label.hold")), say(Message(message_id, seconds=exercise.hold_s))


def _tempo(exercise: Exercise | None, say: Say) -> str:
    if exercise is None or exercise.tempo is None:
        return ""
    parts = msgspec.structs.asdict(exercise.tempo).items()
    said = (say(Message(f"pictures.part.{name}", seconds=time)) for name, time in parts if time)
    return ", ".join(map(_together, said))


def _together(text: str) -> str:
    """Return a text whose lines break only after a comma."""
    return re.sub(r"(?<!,) ", _JOINED, text)
