"""Write each kind of record; writing the same one again changes nothing."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

import msgspec

from app.records.correction import Correction, RecordTable
from app.records.decision import Decision
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
from app.records.times import offset_minutes, to_milliseconds

#: Nothing older is offered, nor what a clock that was wrong has dated as far in the future; and
#: nothing is stored for ever.
_KEPT_FOR = timedelta(days=2)
_ALWAYS_MS = 1 << 62

_FORGET_IN_PROGRESS = (
    """
    INSERT INTO deleted (kind, id, changed_ms)
    SELECT 'running', run, :changed_ms FROM running
    WHERE run = :forget OR NOT at_ms BETWEEN :from_ms AND :to_ms
    ON CONFLICT (kind, id) DO UPDATE SET changed_ms = max(changed_ms, excluded.changed_ms)
    """,
    "DELETE FROM running WHERE run = :forget OR NOT at_ms BETWEEN :from_ms AND :to_ms",
)


def _is_back(table: RecordTable, key: str) -> str:
    """Return the statement after which a row that was deleted may stand in its table again."""
    return f"DELETE FROM deleted WHERE kind = '{table}' AND id = {key}"  # noqa: S608


def _after(table: RecordTable, key: str) -> str:
    """Return when a row changed that may have been deleted before: later than that."""
    return f"""(SELECT max(:changed_ms, coalesce(max(changed_ms) + 1, 0)) FROM deleted
            WHERE kind = '{table}' AND id = {key})"""  # noqa: S608


_SESSION_AFTER = _after(RecordTable.SESSION, ":session_id")
_SESSION_IS_BACK = _is_back(RecordTable.SESSION, ":session_id")

#: What writes a record, in one transaction; the values are those of `_values`.
_STATEMENTS: dict[type[Record], tuple[str, ...]] = {
    SessionRecord: (
        f"""
        INSERT INTO session (id, exercise, sets, started_ms, offset_min, run, routine, programme,
            title, changed_ms)
        VALUES (:session_id, :exercise, :sets, :started_at_ms, :started_at_min, :run, :routine,
            :programme, :title, {_SESSION_AFTER})
        ON CONFLICT (id) DO NOTHING
        """,  # noqa: S608
        _SESSION_IS_BACK,
    ),
    SetRecord: (
        # A set is never turned away because the record of its session is missing.
        f"""
        INSERT INTO session (id, exercise, sets, started_ms, offset_min, changed_ms)
        VALUES (:session_id, :exercise, :sets, :started_at_ms, :started_at_min, {_SESSION_AFTER})
        ON CONFLICT (id) DO NOTHING
        """,  # noqa: S608
        _SESSION_IS_BACK,
        """
        INSERT INTO performed (id, session, performance, set_number, reps_done, reps_planned,
            finished, started_ms, ended_ms, offset_min, seconds, changed_ms)
        VALUES (:id, :session_id, :performance, :set, :reps_done, :reps_planned, :finished,
            :started_at_ms, :ended_at_ms, :started_at_min, :seconds, :changed_ms)
        ON CONFLICT (id) DO NOTHING
        """,
    ),
    SessionEnd: (
        # What was stopped may have been gone on with.
        """
        UPDATE session SET ended_ms = :ended_at_ms, outcome = :outcome,
            changed_ms = max(changed_ms, :changed_ms)
        WHERE id = :session_id AND (ended_ms IS NULL OR outcome = 'stopped')
        """,
    ),
    SessionInProgress: (
        *_FORGET_IN_PROGRESS,
        f"""
        INSERT OR REPLACE INTO running (run, title, routine, programme, parts, part, set_number,
            performance, at_ms, offset_min, changed_ms)
        VALUES (:run, :title, :routine, :programme, :parts_json, :part, :set, :performance,
            :at_ms, :at_min, {_after(RecordTable.IN_PROGRESS, ":run")})
        """,  # noqa: S608
        _is_back(RecordTable.IN_PROGRESS, ":run"),
    ),
    SessionClosed: _FORGET_IN_PROGRESS,
    LessonPlace: (
        # Later than any other place, even by a clock that was set back.
        """
        INSERT INTO lesson (id, step, visited_ms, changed_ms) VALUES (:lesson, :step,
            (SELECT max(:changed_ms, coalesce(max(visited_ms) + 1, 0)) FROM lesson), :changed_ms)
        ON CONFLICT (id) DO UPDATE SET step = excluded.step, visited_ms = excluded.visited_ms,
            changed_ms = max(changed_ms, excluded.changed_ms)
        """,
    ),
    LessonFinish: (
        """
        INSERT INTO lesson (id, step, visited_ms, finished_ms, offset_min, changed_ms)
        VALUES (:lesson, 0, 0, :finished_at_ms, :finished_at_min, :changed_ms)
        ON CONFLICT (id) DO UPDATE SET finished_ms = excluded.finished_ms,
            offset_min = excluded.offset_min, changed_ms = max(changed_ms, excluded.changed_ms)
        WHERE finished_ms IS NULL
        """,
    ),
    SafetyAnswers: (
        # Later than the answers before, even by a clock that was set back: the latest count.
        """
        INSERT INTO safety (id, answered_ms, offset_min, support, cleared, changed_ms)
        VALUES (:id, :answered_at_ms, :answered_at_min, :support, :cleared,
            (SELECT max(:changed_ms, coalesce(max(changed_ms) + 1, 0)) FROM safety))
        ON CONFLICT (id) DO NOTHING
        """,
        """
        INSERT INTO safety_answer (answering, question, yes)
        SELECT :id, key, value FROM json_each(:answers_json) WHERE true
        ON CONFLICT (answering, question) DO NOTHING
        """,
    ),
    Decision: (
        # Later than the decisions before, even by a clock that was set back.
        """
        INSERT INTO decision (id, kind, about, programme, decided_ms, offset_min, changed_ms)
        VALUES (:id, :kind, :about, :programme, :decided_at_ms, :decided_at_min,
            (SELECT max(:changed_ms, coalesce(max(changed_ms) + 1, 0)) FROM decision))
        ON CONFLICT (id) DO NOTHING
        """,
        _is_back(RecordTable.DECISION, ":id"),
    ),
    Feedback: (
        # The first time counts: the question is asked once a day. Of a pain that was taken back
        # and noted again, the learner is reminded again.
        f"""
        INSERT INTO feedback (run, asked_ms, asked_offset_min, answered_ms, answered_offset_min,
            felt, pain, effort, done_as_shown, pain_level, pain_place, pain_signs, settled,
            wall_cm, stick_head, stick_back, stick_tailbone, changed_ms)
        VALUES (:run, :asked_at_ms, :asked_at_min, :answered_at_ms, :answered_at_min, :felt, :pain,
            :effort, :done_as_shown, :pain_level, :pain_place, :pain_signs, :settled,
            :wall_cm, :stick_head, :stick_back, :stick_tailbone,
            {_after(RecordTable.ANSWERS, ":run")})
        ON CONFLICT (run) DO UPDATE SET answered_ms = excluded.answered_ms,
            answered_offset_min = excluded.answered_offset_min, felt = excluded.felt,
            dismissed = dismissed AND pain, pain = excluded.pain, effort = excluded.effort,
            done_as_shown = excluded.done_as_shown, pain_level = excluded.pain_level,
            pain_place = excluded.pain_place, pain_signs = excluded.pain_signs,
            settled = excluded.settled, wall_cm = excluded.wall_cm,
            stick_head = excluded.stick_head, stick_back = excluded.stick_back,
            stick_tailbone = excluded.stick_tailbone,
            changed_ms = max(changed_ms, excluded.changed_ms)
        """,  # noqa: S608
        _is_back(RecordTable.ANSWERS, ":run"),
    ),
    PainNoteDismissed: (
        """
        UPDATE feedback SET dismissed = 1, changed_ms = max(changed_ms, :changed_ms)
        WHERE run = :run
        """,
    ),
}


def write(connection: sqlite3.Connection, record: Record, changed_at: datetime) -> None:
    """Write a record in one transaction that is on the disk when this returns.

    Args:
        connection: the database.
        record: what is written. Where it is there already, and so are some that came after it,
            writing all of them again in their order changes nothing.
        changed_at: when it was made, with its time zone. Of two computers' versions of a row the
            one that changed later counts.

    Raises:
        sqlite3.Error: it was not written, or it is not known whether it was; write it again.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if isinstance(record, Correction):
            from app.records.correcting import write_correction

            write_correction(connection, record, to_milliseconds(changed_at))
        else:
            values = _values(record, changed_at)
            for statement in _STATEMENTS[type(record)]:
                connection.execute(statement, values)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def fits(connection: sqlite3.Connection) -> bool:
    """Tell whether a database of the newest version has all that records are written to."""
    nothing = defaultdict[str, None](lambda: None)
    try:
        for statements in _STATEMENTS.values():
            for statement in statements:
                connection.execute(f"EXPLAIN {statement}", nothing).close()
    except sqlite3.OperationalError:
        return False
    return True


def _values(record: Record, changed_at: datetime) -> dict[str, Any]:
    """Return a record's fields by name, with those that the database stores in another form.

    Times are milliseconds (`..._ms`) and the offset of the clock (`..._min`), several values JSON
    (`..._json`). `forget`, `from_ms` and `to_ms` say which sessions in progress are deleted.
    """
    values: dict[str, Any] = {
        "changed_ms": to_milliseconds(changed_at),
        "forget": "",
        "from_ms": -_ALWAYS_MS,
        "to_ms": _ALWAYS_MS,
    }
    for name, value in msgspec.structs.asdict(record).items():
        values[name] = value
        if name == "at" or name.endswith("_at"):
            values[f"{name}_ms"] = None if value is None else to_milliseconds(value)
            values[f"{name}_min"] = None if value is None else offset_minutes(value)
        elif name in ("parts", "answers"):
            values[f"{name}_json"] = msgspec.json.encode(value).decode()
    if isinstance(record, SessionInProgress):
        values["from_ms"] = to_milliseconds(record.at - _KEPT_FOR)
        values["to_ms"] = to_milliseconds(record.at + _KEPT_FOR)
    elif isinstance(record, SessionClosed):
        values["forget"] = record.run
    return values
