"""What is measured after a session: how far the wall is, and whether the stick stays on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from app.practice.exercise import Exercise, Measure
from app.records.feedback import WALL_CM, Feedback, Felt

#: How far off the wall is at first, as in the tutorial.
FIRST_CM = 15

#: A length in the words of an exercise.
_LENGTH = re.compile(r"\{cm:[\d.]+\}")


class Wall(NamedTuple):
    """How far the heels were from the wall, cm.

    Attributes:
        first_cm, last_cm: the first time and the last time it was told.
        next_cm: how far to stand next: farther where the last time went well.
    """

    first_cm: int
    last_cm: int
    next_cm: int


class Stick(NamedTuple):
    """In how many checks the stick stayed on, of how many."""

    stayed: int
    checks: int


def find_wall(answers: Sequence[Feedback], step_cm: int) -> Wall | None:
    """Return the wall's distances; None where none was told.

    Args:
        answers: after the sessions, the latest last.
        step_cm: how much farther to stand where the last time went well; what was not answered
            is no objection.
    """
    told = [one for one in answers if one.wall_cm is not None]
    cm = [one.wall_cm for one in told if one.wall_cm is not None]
    if not cm:
        return None
    farther = cm[-1] + (step_cm if _went_well(told[-1]) else 0)
    return Wall(cm[0], cm[-1], min(farther, WALL_CM[1]))


def find_stick(answers: Iterable[Feedback]) -> Stick | None:
    """Return in how many checks the stick stayed on; None where there was none."""
    checks = [one.stick_stayed for one in answers if one.stick_stayed is not None]
    return Stick(sum(checks), len(checks)) if checks else None


def at_wall(exercise: Exercise, wall: Wall | None) -> Exercise:
    """Return the exercise with the distance to stand at; a drill begins near the wall anew."""
    if wall is None or exercise.measure is not Measure.WALL or exercise.open_ended:
        return exercise
    return replace(exercise, place=_LENGTH.sub(f"{{cm:{wall.next_cm}}}", exercise.place))


def _went_well(given: Feedback) -> bool:
    hurt = given.pain or given.felt is Felt.LOWER_BACK
    return not hurt and False not in (given.done_as_shown, given.stick_stayed)
