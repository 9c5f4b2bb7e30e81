"""What was practised on one day, session by session and set by set, read when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple

from app.records.feedback import Feedback
from app.records.model import Day
from app.records.rows import Rows, to_count, to_feedback, to_moment

# A session of a row of exercises has several rows, which share its run.
_SETS = """
    SELECT performed.id, session.id, session.run, exercise, set_number, sets, reps_done,
        reps_planned, finished, seconds, performed.started_ms, performed.ended_ms,
        performed.offset_min
    FROM performed JOIN session ON session.id = performed.session
    WHERE performed.day = ? ORDER BY performed.started_ms, session.id, performance
"""
_ANSWERS = """
    SELECT run, asked_ms, asked_offset_min, answered_ms, answered_offset_min, felt, pain, effort,
        done_as_shown,
        (SELECT exercise FROM session WHERE session.run = feedback.run ORDER BY started_ms LIMIT 1)
    FROM feedback WHERE answered_ms IS NOT NULL AND coalesce(
        (SELECT max(performed.day) FROM session JOIN performed ON performed.session = session.id
        WHERE session.run = feedback.run), feedback.day) = ?1
    AND (day = ?1 OR run IN (SELECT session.run FROM performed
        JOIN session ON session.id = performed.session WHERE performed.day = ?1))
    ORDER BY asked_ms
"""


class AnsweredDay(NamedTuple):
    """A day and what was answered after its sessions."""

    day: Day
    answers: tuple[Feedback, ...]


class PractisedSet(NamedTuple):
    """One set as it was done; the fields are those of `SetRecord`, where `reps_planned` says more.

    Attributes:
        session: the id of the record of its session.
    """

    id: str
    session: str
    exercise: str
    set: int
    sets: int
    reps_done: int
    reps_planned: int | None
    finished: bool
    seconds: float
    started_at: datetime
    ended_at: datetime


class PractisedSession(NamedTuple):
    """What was done of one session on one day.

    Attributes:
        key: identifies it: its run, or the id of its record in older records.
        run: what its answers belong to; None in older records.
        exercises: ids, in the order they were done.
        sets: none where pain was noted before any was done.
        answers: None where nothing was answered.
    """

    key: str
    run: str | None
    started_at: datetime
    exercises: tuple[str, ...]
    sets: tuple[PractisedSet, ...]
    answers: Feedback | None


def sessions_on(rows: Rows, day: date) -> list[PractisedSession]:
    """Return what was practised on a day of the learner's clock, in the order it was begun.

    Raises:
        UserError: it cannot be read.
    """
    text = day.isoformat()
    sets: dict[str, list[PractisedSet]] = {}
    runs: dict[str, str | None] = {}
    for row in rows(_SETS, text):
        # A damaged row must not hide the others.
        with suppress(TypeError, ValueError):
            key = row[2] or row[1]
            sets.setdefault(key, []).append(_to_set(row))
            runs[key] = row[2]
    answers: dict[str, Feedback] = {}
    exercises: dict[str, str] = {}
    for *given_row, exercise in rows(_ANSWERS, text):
        with suppress(TypeError, ValueError):
            given = to_feedback(given_row)
            answers[given.run] = given
            exercises[given.run] = exercise or ""
    found = [
        PractisedSession(
            key,
            runs[key],
            done[0].started_at,
            tuple(dict.fromkeys(one.exercise for one in done)),
            tuple(done),
            answers.pop(key, None),
        )
        for key, done in sets.items()
    ]
    found += [
        PractisedSession(run, run, given.asked_at, tuple(filter(None, [exercises[run]])), (), given)
        for run, given in answers.items()
    ]
    return sorted(found, key=lambda session: session.started_at)


def _to_set(row: Sequence[Any]) -> PractisedSet:
    own_id, session, _, exercise, number, sets, reps, planned, finished, seconds, *times = row
    started, ended, offset = times
    return PractisedSet(
        own_id,
        session,
        exercise,
        int(number),
        int(sets),
        to_count(reps),
        None if planned is None else to_count(planned),
        bool(finished),
        float(seconds),
        to_moment(started, offset),
        to_moment(ended, offset),
    )
