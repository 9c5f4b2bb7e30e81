"""Write each kind of record; writing the same one again changes nothing."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import msgspec

from app.records.feedback import Feedback, PainNoteDismissed
from app.records.model import (
    LessonFinish,
    LessonPlace,
    Record,
    Running,
    RunningEnd,
    SafetyAnswers,
    SessionEnd,
    SessionRecord,
    SetRecord,
)

_EPOCH = datetime.fromtimestamp(0, tz=UTC)

#: Nothing older is offered to go on with.
_KEPT_FOR = timedelta(days=2)


def write(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record in one transaction that is on the disk when this returns.

    Raises:
        sqlite3.Error: it was not written, or it is not known whether it was; write it again.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        _insert(connection, record)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def to_milliseconds(moment: datetime) -> int:
    """Return whole milliseconds since 1970 in UTC; never rounded up into the next day."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def offset_minutes(moment: datetime) -> int:
    """Return how far the clock it was read from is ahead of UTC."""
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)


def _insert(connection: sqlite3.Connection, record: Record) -> None:
    match record:
        case SessionRecord():
            _insert_session(connection, record)
        case SetRecord():
            _insert_set(connection, record)
        case SessionEnd():
            connection.execute(
                "UPDATE session SET ended_ms = ?, outcome = ? WHERE id = ? AND ended_ms IS NULL",
                (to_milliseconds(record.ended_at), record.outcome.value, record.session_id),
            )
        case Running():
            _replace_running(connection, record)
        case RunningEnd():
            connection.execute("DELETE FROM running WHERE run = ?", (record.run,))
        case LessonPlace():
            # Numbered visits, not times: a clock set back must not lose the place.
            connection.execute(
                "INSERT INTO lesson (id, step, visit)"
                " VALUES (?, ?, (SELECT coalesce(max(visit), 0) + 1 FROM lesson))"
                " ON CONFLICT (id) DO UPDATE SET step = excluded.step, visit = excluded.visit",
                (record.lesson, record.step),
            )
        case LessonFinish():
            connection.execute(
                "INSERT INTO lesson (id, step, visit, finished_ms, offset_min)"
                " VALUES (?, 0, 0, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET finished_ms = excluded.finished_ms, offset_min = excluded.offset_min"
                " WHERE finished_ms IS NULL",
                (record.lesson, *_when(record.finished_at)),
            )
        case SafetyAnswers():
            _insert_safety(connection, record)
        case Feedback():
            _write_feedback(connection, record)
        case PainNoteDismissed():
            connection.execute("UPDATE feedback SET dismissed = 1 WHERE run = ?", (record.run,))


def _insert_session(connection: sqlite3.Connection, record: SessionRecord) -> None:
    connection.execute(
        "INSERT INTO session (id, exercise, sets, started_ms, offset_min, run, routine)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            record.session_id,
            record.exercise,
            record.sets,
            *_when(record.started_at),
            record.run,
            record.routine,
        ),
    )


def _insert_set(connection: sqlite3.Connection, record: SetRecord) -> None:
    # A set is never turned away because the record of its session is missing.
    _insert_session(
        connection,
        SessionRecord(record.session_id, record.exercise, record.sets, record.started_at),
    )
    started_ms, offset_min = _when(record.started_at)
    connection.execute(
        "INSERT INTO performed (session, performance, set_number, reps_done, reps_planned,"
        " finished, started_ms, ended_ms, offset_min, seconds)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, performance) DO NOTHING",
        (
            record.session_id,
            record.performance,
            record.set,
            record.reps_done,
            record.reps_planned,
            record.finished,
            started_ms,
            to_milliseconds(record.ended_at),
            offset_min,
            record.seconds,
        ),
    )


def _replace_running(connection: sqlite3.Connection, record: Running) -> None:
    # Sessions that were broken off and never gone on with are not kept for ever.
    old_ms = to_milliseconds(record.at - _KEPT_FOR)
    connection.execute("DELETE FROM running WHERE at_ms < ?", (old_ms,))
    connection.execute(
        "INSERT OR REPLACE INTO running (run, title, routine, parts, part, set_number,"
        " performance, at_ms, offset_min) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.run,
            record.title,
            record.routine,
            msgspec.json.encode(record.parts).decode(),
            record.part,
            record.set,
            record.performance,
            *_when(record.at),
        ),
    )


def _insert_safety(connection: sqlite3.Connection, record: SafetyAnswers) -> None:
    """Add the answers to the earlier ones; a time that is the latest already is written anew."""
    answered_ms, offset_min = _when(record.answered_at)
    latest = connection.execute(
        "SELECT id, answered_ms FROM safety ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if latest is not None and latest[1] == answered_ms:
        connection.execute("DELETE FROM safety_answer WHERE answering = ?", (latest[0],))
        connection.execute("DELETE FROM safety WHERE id = ?", (latest[0],))
    answering = connection.execute(
        "INSERT INTO safety (answered_ms, offset_min, support) VALUES (?, ?, ?)",
        (answered_ms, offset_min, record.support),
    ).lastrowid
    connection.executemany(
        "INSERT INTO safety_answer (answering, question, yes) VALUES (?, ?, ?)",
        ((answering, question, yes) for question, yes in record.answers.items()),
    )


def _write_feedback(connection: sqlite3.Connection, record: Feedback) -> None:
    # The first asking counts: it is what a day is asked once by.
    answered = (None, None) if record.answered_at is None else _when(record.answered_at)
    connection.execute(
        "INSERT INTO feedback (run, asked_ms, asked_offset_min, answered_ms, answered_offset_min,"
        " felt, pain, effort, done_as_shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (run) DO UPDATE SET answered_ms = excluded.answered_ms,"
        " answered_offset_min = excluded.answered_offset_min, felt = excluded.felt,"
        " pain = excluded.pain, effort = excluded.effort, done_as_shown = excluded.done_as_shown",
        (
            record.run,
            *_when(record.asked_at),
            *answered,
            record.felt,
            record.pain,
            record.effort,
            record.done_as_shown,
        ),
    )


def _when(moment: datetime) -> tuple[int, int]:
    return to_milliseconds(moment), offset_minutes(moment)
