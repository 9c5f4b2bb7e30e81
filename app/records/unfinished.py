"""A session that was stopped, or that a crash or a power cut interrupted: what is left of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.errors import UserError
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Part, Place, Plan, build_session
from app.records.model import SessionInProgress, SetRecord
from app.records.queries import Queries


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can be continued.

    Attributes:
        run: identifies it; for `SessionClosed`, where the offer is declined.
        plan: what is left of it, from the set it was in, with a countdown before.
        place: that set.
        session_ids: ids of the exercises' records, which are continued too.
        sets: what was performed of it before.
        at: when it reached that set.
    """

    run: str
    plan: Plan
    place: Place
    session_ids: tuple[str, ...]
    sets: tuple[SetRecord, ...]
    at: datetime

    @property
    def performed(self) -> tuple[int, ...]:
        """How often a set of each exercise was begun."""
        return tuple(
            max((one.performance for one in self.sets if one.session_id == session_id), default=0)
            for session_id in self.session_ids
        )


def find_unfinished(
    records: Queries, exercises: Mapping[str, Exercise], now: datetime, run: str | None = None
) -> Unfinished | None:
    """Return the session to offer; None where there is none, or none recent enough.

    Args:
        records: what was done.
        exercises: by id; a session with one that is gone, or whose numbers no longer fit it, is
            not offered.
        now: wall time with its zone.
        run: the session to look for; without it the latest.

    Raises:
        UserError: the records cannot be read.
    """
    session = records.session_in_progress(now, run)
    if session is None:
        return None
    parts = _parts(session, exercises)
    if parts is None or session.set > parts[session.part].choice.sets:
        return None
    place = Place(session.part, session.set)
    return Unfinished(
        run=session.run,
        plan=build_session(
            parts,
            session.title,
            routine=session.routine,
            programme=session.programme,
            first=place,
        ),
        place=place,
        session_ids=tuple(part.session_id for part in session.parts),
        sets=tuple(one for part in session.parts for one in records.sets_of(part.session_id)),
        at=session.at,
    )


def _parts(session: SessionInProgress, exercises: Mapping[str, Exercise]) -> list[Part] | None:
    parts = []
    for part in session.parts:
        exercise = exercises.get(part.exercise)
        try:
            choice = msgspec.convert(part.choice, Choice)
        except (msgspec.ValidationError, UserError):
            return None
        if exercise is None or exercise.sides != (choice.switch_s > 0):
            return None
        parts.append(Part(exercise, choice))
    return parts
