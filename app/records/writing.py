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
    SafetyAnswers,
    SessionClosed,
    SessionEnd,
    SessionInProgress,
    SessionRecord,
    SetRecord,
)

_EPOCH = datetime.fromtimestamp(0, tz=UTC)

#: Nothing older is offered to go on with.
_KEPT_FOR = timedelta(days=2)


def write(connection: sqlite3.Connection, record: Record, changed_at: datetime) -> None:
    """Write a record in one transaction that is on the disk when this returns.

    Args:
        connection: the database.
        record: what is written; the same one again, also after later ones, changes nothing in
            the end where the later ones are written again too.
        changed_at: when it was made, with its time zone. Of two computers' versions of a row the
            one that changed later counts.

    Raises:
        sqlite3.Error: it was not written, or it is not known whether it was; write it again.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        _insert(connection, record, to_milliseconds(changed_at))
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


def _insert(connection: sqlite3.Connection, record: Record, changed_ms: int) -> None:
    match record:
        case SessionRecord():
            _insert_session(connection, record, changed_ms)
        case SetRecord():
            _insert_set(connection, record, changed_ms)
        case SessionEnd():
            connection.execute(
                "UPDATE session SET ended_ms = ?, outcome = ?, changed_ms = max(changed_ms, ?)"
                " WHERE id = ? AND ended_ms IS NULL",
                (
                    to_milliseconds(record.ended_at),
                    record.outcome.value,
                    changed_ms,
                    record.session_id,
                ),
            )
        case SessionInProgress():
            _replace_in_progress(connection, record, changed_ms)
        case SessionClosed():
            _forget_in_progress(connection, record.run, 0, changed_ms)
        case LessonPlace():
            # Later than any other place, also by a clock that was set back.
            connection.execute(
                "INSERT INTO lesson (id, step, visited_ms, changed_ms) VALUES"
                " (?1, ?2, (SELECT max(?3, coalesce(max(visited_ms) + 1, 0)) FROM lesson), ?3)"
                " ON CONFLICT (id) DO UPDATE SET step = excluded.step,"
                " visited_ms = excluded.visited_ms,"
                " changed_ms = max(changed_ms, excluded.changed_ms)",
                (record.lesson, record.step, changed_ms),
            )
        case LessonFinish():
            connection.execute(
                "INSERT INTO lesson (id, step, visited_ms, finished_ms, offset_min, changed_ms)"
                " VALUES (?, 0, 0, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET finished_ms = excluded.finished_ms, offset_min = excluded.offset_min,"
                " changed_ms = max(changed_ms, excluded.changed_ms)"
                " WHERE finished_ms IS NULL",
                (record.lesson, *_when(record.finished_at), changed_ms),
            )
        case SafetyAnswers():
            _insert_safety(connection, record, changed_ms)
        case Feedback():
            _write_feedback(connection, record, changed_ms)
        case PainNoteDismissed():
            connection.execute(
                "UPDATE feedback SET dismissed = 1, changed_ms = max(changed_ms, ?) WHERE run = ?",
                (changed_ms, record.run),
            )


def _insert_session(connection: sqlite3.Connection, record: SessionRecord, changed_ms: int) -> None:
    connection.execute(
        "INSERT INTO session (id, exercise, sets, started_ms, offset_min, run, routine, programme,"
        " changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            record.session_id,
            record.exercise,
            record.sets,
            *_when(record.started_at),
            record.run,
            record.routine,
            record.programme,
            changed_ms,
        ),
    )


def _insert_set(connection: sqlite3.Connection, record: SetRecord, changed_ms: int) -> None:
    # A set is never turned away because the record of its session is missing.
    _insert_session(
        connection,
        SessionRecord(record.session_id, record.exercise, record.sets, record.started_at),
        changed_ms,
    )
    started_ms, offset_min = _when(record.started_at)
    connection.execute(
        "INSERT INTO performed (id, session, performance, set_number, reps_done, reps_planned,"
        " finished, started_ms, ended_ms, offset_min, seconds, changed_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            record.id,
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
            changed_ms,
        ),
    )


def _replace_in_progress(
    connection: sqlite3.Connection, record: SessionInProgress, changed_ms: int
) -> None:
    # Sessions that were broken off and never gone on with are not kept for ever.
    old_ms = to_milliseconds(record.at - _KEPT_FOR)
    _forget_in_progress(connection, "", old_ms, changed_ms)
    connection.execute(
        "INSERT OR REPLACE INTO running (run, title, routine, programme, parts, part, set_number,"
        " performance, at_ms, offset_min, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.run,
            record.title,
            record.routine,
            record.programme,
            msgspec.json.encode(record.parts).decode(),
            record.part,
            record.set,
            record.performance,
            *_when(record.at),
            changed_ms,
        ),
    )


def _forget_in_progress(
    connection: sqlite3.Connection, run: str, before_ms: int, changed_ms: int
) -> None:
    """Delete one session in progress and all old ones, and remember that they were deleted."""
    connection.execute(
        "INSERT INTO deleted (kind, id, changed_ms) SELECT 'running', run, ? FROM running"
        " WHERE run = ? OR at_ms < ? ON CONFLICT (kind, id) DO UPDATE"
        " SET changed_ms = max(changed_ms, excluded.changed_ms)",
        (changed_ms, run, before_ms),
    )
    connection.execute("DELETE FROM running WHERE run = ? OR at_ms < ?", (run, before_ms))


def _insert_safety(connection: sqlite3.Connection, record: SafetyAnswers, changed_ms: int) -> None:
    # Later than the answers before, also by a clock that was set back: the latest count.
    connection.execute(
        "INSERT INTO safety (id, answered_ms, offset_min, support, changed_ms) VALUES"
        " (?, ?, ?, ?, (SELECT max(?, coalesce(max(changed_ms) + 1, 0)) FROM safety))"
        " ON CONFLICT (id) DO NOTHING",
        (record.id, *_when(record.answered_at), record.support, changed_ms),
    )
    connection.executemany(
        "INSERT INTO safety_answer (answering, question, yes) VALUES (?, ?, ?)"
        " ON CONFLICT (answering, question) DO NOTHING",
        ((record.id, question, yes) for question, yes in record.answers.items()),
    )


def _write_feedback(connection: sqlite3.Connection, record: Feedback, changed_ms: int) -> None:
    # The first asking counts: it is what a day is asked once by.
    answered = (None, None) if record.answered_at is None else _when(record.answered_at)
    connection.execute(
        "INSERT INTO feedback (run, asked_ms, asked_offset_min, answered_ms, answered_offset_min,"
        " felt, pain, effort, done_as_shown, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (run) DO UPDATE SET answered_ms = excluded.answered_ms,"
        " answered_offset_min = excluded.answered_offset_min, felt = excluded.felt,"
        " pain = excluded.pain, effort = excluded.effort, done_as_shown = excluded.done_as_shown,"
        " changed_ms = max(changed_ms, excluded.changed_ms)",
        (
            record.run,
            *_when(record.asked_at),
            *answered,
            record.felt,
            record.pain,
            record.effort,
            record.done_as_shown,
            changed_ms,
        ),
    )


def _when(moment: datetime) -> tuple[int, int]:
    return to_milliseconds(moment), offset_minutes(moment)
