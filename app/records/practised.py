"""What was practised on one day, session by session and set by set, read when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from app.records.days import DAY
from app.records.feedback import Feedback
from app.records.model import Day, SetRecord
from app.records.rows import ANSWERS, Rows, Sound, to_feedback, to_moment, to_set

_SETS = f"""
    SELECT session.run, session.started_ms, session.offset_min, performed.session, performance,
        exercise, set_number, sets, reps_done, reps_planned, finished, performed.started_ms,
        performed.ended_ms, performed.offset_min, seconds, performed.id
    FROM performed JOIN session ON session.id = performed.session
    WHERE performed.day BETWEEN ? AND ? AND {DAY} = ?
    ORDER BY performed.started_ms, session.id, performance
"""  # noqa: S608
_ANSWERS = f"""
    SELECT {ANSWERS},
        (SELECT exercise FROM session WHERE session.run = feedback.run ORDER BY started_ms LIMIT 1)
    FROM feedback WHERE answered_ms IS NOT NULL AND day BETWEEN ? AND ? AND
        coalesce((SELECT {DAY} FROM session WHERE session.run = feedback.run LIMIT 1), day) = ?
    ORDER BY asked_ms
"""  # noqa: S608

#: Sets and answers lie no farther from the day of their session than this, days.
_AROUND = (-1, 3)


class AnsweredDay(NamedTuple):
    """A day and what was answered after its sessions."""

    day: Day
    answers: tuple[Feedback, ...]


class PractisedSession(NamedTuple):
    """What was done in one session.

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
    sets: tuple[SetRecord, ...]
    answers: Feedback | None


def sessions_on(rows: Rows, sound: Sound, day: date) -> list[PractisedSession]:
    """Return what was practised in the sessions of a day, in the order they were begun.

    Args:
        rows: reads the database.
        sound: leaves out what is damaged.
        day: on which the sessions were begun.

    Raises:
        UserError: it cannot be read.
    """
    where = *((day + timedelta(days=days)).isoformat() for days in _AROUND), day.isoformat()
    sets: dict[str, list[SetRecord]] = {}
    runs: dict[str, str | None] = {}
    began: dict[str, datetime] = {}
    for run, began_at, one in sound(_to_set_of_run, rows(_SETS, *where)):
        key = run or one.session_id
        sets.setdefault(key, []).append(one)
        runs[key] = run
        began.setdefault(key, began_at)
    answers: dict[str, Feedback] = {}
    exercises: dict[str, tuple[str, ...]] = {}
    for given, exercise in sound(_to_answers_of_run, rows(_ANSWERS, *where)):
        answers[given.run] = given
        exercises[given.run] = (exercise,) if exercise else ()
    found = [
        PractisedSession(
            key,
            runs[key],
            began[key],
            tuple(dict.fromkeys(one.exercise for one in done)),
            tuple(done),
            answers.pop(key, None),
        )
        for key, done in sets.items()
    ]
    found += [
        PractisedSession(run, run, given.asked_at, exercises[run], (), given)
        for run, given in answers.items()
    ]
    return sorted(found, key=lambda session: session.started_at)


def _to_set_of_run(row: Sequence[Any]) -> tuple[str | None, datetime, SetRecord]:
    """Return the run of a set, when it began, and the set."""
    run, began_ms, offset_min, *rest = row
    return run, to_moment(began_ms, offset_min), to_set(rest)


def _to_answers_of_run(row: Sequence[Any]) -> tuple[Feedback, str | None]:
    """Return answers, and the first exercise of their run."""
    *rest, exercise = row
    return to_feedback(rest), exercise
