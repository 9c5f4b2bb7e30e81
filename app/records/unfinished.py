"""A session that a crash or a power cut broke off: what to offer at the next start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from app.errors import UserError
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Part, Place, Plan, build_session
from app.records.model import Running
from app.records.queries import Queries

#: Who comes back later begins anew.
OFFERED_FOR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session to go on with.

    Attributes:
        run: tells it apart, as in `Records.session_left`, for who does not want to go on.
        plan: what is left of it, from the set it was in, with a countdown before.
        place: that set.
        session_ids: of the record of each exercise, which go on too.
        performed: of each exercise how often a set of it was begun.
        at: when it came to that set.
    """

    run: str
    plan: Plan
    place: Place
    session_ids: tuple[str, ...]
    performed: tuple[int, ...]
    at: datetime


def find_unfinished(
    records: Queries, exercises: Mapping[str, Exercise], now: datetime
) -> Unfinished | None:
    """Return what to offer to go on with; None where there is nothing, or not of today.

    Args:
        records: what was done.
        exercises: by id; a session with one that is gone, or whose numbers no longer fit it, is
            not offered.
        now: wall time with its zone.

    Raises:
        UserError: the records cannot be read.
    """
    running = records.running()
    if running is None or abs(now - running.at) > OFFERED_FOR:
        return None
    parts = _parts(running, exercises)
    if parts is None or running.set > parts[running.part].choice.sets:
        return None
    place = Place(running.part, running.set)
    return Unfinished(
        run=running.run,
        plan=build_session(parts, running.title, routine=running.routine, first=place),
        place=place,
        session_ids=tuple(part.session_id for part in running.parts),
        performed=tuple(records.performed(part.session_id) for part in running.parts),
        at=running.at,
    )


def _parts(running: Running, exercises: Mapping[str, Exercise]) -> list[Part] | None:
    parts = []
    for part in running.parts:
        exercise = exercises.get(part.exercise)
        try:
            choice = msgspec.convert(part.choice, Choice)
        except (msgspec.ValidationError, UserError):
            return None
        if exercise is None or exercise.sides != (choice.switch_s > 0):
            return None
        parts.append(Part(exercise, choice))
    return parts
