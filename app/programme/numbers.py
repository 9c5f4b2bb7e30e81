"""Which numbers an exercise is practised with: its own, the user's, a lesson's."""

from __future__ import annotations

import msgspec

from app.errors import UserError
from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.exercise import Exercise, Tempo
from app.settings.model import ExerciseSettings, PersonSettings


def choice_for(exercise: Exercise, settings: PersonSettings, offer: Offer | None = None) -> Choice:
    """Return the numbers to practise with.

    An offer's sets and repetitions stand in for the user's, this time only. Remembered numbers
    that no longer fit the exercise are ignored.
    """
    own = settings.exercise(exercise.id)
    sets, reps = (offer.sets, offer.reps) if offer else (None, None)
    for remembered_numbers in (own, ExerciseSettings()):
        numbers = msgspec.structs.asdict(remembered_numbers)
        numbers |= {
            "sets": sets or numbers["sets"],
            "reps": reps or numbers["reps"],
            "prepare_s": numbers["prepare_s"] or settings.prepare_s,
        }
        try:
            return Choice.of(exercise, **numbers)
        except UserError:
            continue
    return Choice.of(exercise, prepare_s=settings.prepare_s)


def fields_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the numbers that can be changed in an exercise, as `Choice` names them.

    A hold can be added to any repetition, at the bottom and at the top, by the rules of `Choice`.
    """
    tempo = exercise.tempo or Tempo()
    shown = {
        "sets": True,
        "reps": exercise.reps is not None,
        "down_s": bool(tempo.down),
        "hold_s": True,
        "up_s": bool(tempo.up),
        "top_s": exercise.reps is not None,
        "switch_s": exercise.sides,
        "rest_s": True,
        "prepare_s": True,
    }
    return tuple(name for name, wanted in shown.items() if wanted)


def remembered(
    exercise: Exercise, settings: PersonSettings, name: str, value: float
) -> ExerciseSettings:
    """Return what is remembered once `name` was changed; the usual number is nothing."""
    kept = settings.exercise(exercise.id)
    own = getattr(Choice.of(exercise, prepare_s=settings.prepare_s), name)
    whole = int(value) if name in ("sets", "reps") else value
    return msgspec.structs.replace(kept, **{name: None if value == own else whole})


def is_own(exercise: Exercise, settings: PersonSettings) -> bool:
    """Tell whether the user changed nothing in an exercise."""
    return settings.exercise(exercise.id) == ExerciseSettings()
