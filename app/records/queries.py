"""The one way records are read: small answers, quick enough for the thread of the window."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from app.errors import UserError
from app.records import connection as db
from app.records.feedback import Feedback, Felt
from app.records.model import (
    Day,
    Entry,
    LessonPlace,
    LessonProgress,
    Running,
    RunningPart,
    SafetyAnswers,
)

#: Shorter than the writer's patience: a window must not stand still.
_BUSY_S = 1.0

_ENTRIES = """
    SELECT performed.day, session.exercise, sum(performed.finished), sum(performed.reps_done),
        sum(performed.seconds)
    FROM performed JOIN session ON session.id = performed.session
    WHERE {where} AND (performed.finished OR performed.reps_done > 0)
    GROUP BY performed.day, session.exercise
    ORDER BY performed.day DESC, min(performed.started_ms)
"""

_DAYS = _ENTRIES.format(
    where="performed.day IN (SELECT DISTINCT day FROM performed"
    " WHERE finished OR reps_done > 0 ORDER BY day DESC LIMIT ?)"
)

_RUNNING = """
    SELECT run, title, routine, parts, part, set_number, performance, at_ms, offset_min
    FROM running ORDER BY at_ms DESC
"""

_ANSWERED = """
    SELECT coalesce(
        (SELECT max(performed.day) FROM session JOIN performed ON performed.session = session.id
        WHERE session.run = feedback.run), feedback.day) AS practised, dismissed, feedback.run,
        asked_ms, asked_offset_min, answered_ms, answered_offset_min, felt, pain, effort,
        done_as_shown
    FROM feedback WHERE {where}
"""

_FEEDBACK = _ANSWERED.format(where="answered_ms IS NOT NULL AND practised >= ? ORDER BY asked_ms")

_PAIN = _ANSWERED.format(where="pain ORDER BY answered_ms DESC LIMIT 5")

_TODAY = _ENTRIES.format(where="performed.day = ?")


class Queries:
    """Reads the store on a connection of its own, of the thread that made it.

    Every method raises UserError where the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._reading():
            self._connection = self._connect()

    def close(self) -> None:
        """Close the connection."""
        db.disconnect(self._connection)

    def days(self, limit: int) -> list[Day]:
        """Return the newest days on which something was done, newest first."""
        by_day: dict[date, list[Entry]] = {}
        for text, *entry in self._rows(_DAYS, limit):
            # A row that was hit by damage must not hide the others.
            with suppress(TypeError, ValueError):
                by_day.setdefault(date.fromisoformat(text), []).append(Entry(*entry))
        return [Day(day, tuple(entries)) for day, entries in by_day.items()]

    def today(self, day: date) -> Day:
        """Return what was done on a day; no entries where nothing was."""
        rows = self._rows(_TODAY, day.isoformat())
        return Day(day, tuple(Entry(*entry) for _, *entry in rows))

    def lesson_progress(self) -> dict[str, LessonProgress]:
        """Return how far each lesson was read, by its id."""
        rows = self._rows("SELECT id, step, finished_ms, offset_min FROM lesson ORDER BY id")
        return {
            lesson: LessonProgress(
                lesson, _count(step), None if finished is None else _moment(finished, offset)
            )
            for lesson, step, finished, offset in rows
        }

    def place(self) -> LessonPlace | None:
        """Return where the learner stopped reading; None before the first lesson."""
        rows = self._rows("SELECT id, step FROM lesson WHERE visit > 0 ORDER BY visit DESC LIMIT 1")
        return LessonPlace(rows[0][0], _count(rows[0][1])) if rows and rows[0][0] else None

    def safety(self) -> SafetyAnswers | None:
        """Return the latest answers to the safety questions; None before they were asked."""
        # One statement, so that a write in between cannot mix old answers with new.
        rows = self._rows(
            "SELECT answered_ms, offset_min, support, question, yes"
            " FROM safety LEFT JOIN safety_answer ON answering = id"
            " WHERE id = (SELECT max(id) FROM safety) ORDER BY question"
        )
        if not rows:
            return None
        answered, offset, support = rows[0][:3]
        answers = {question: bool(yes) for *_, question, yes in rows if question is not None}
        return SafetyAnswers(_moment(answered, offset), answers, bool(support))

    def was_asked(self, day: date) -> bool:
        """Tell whether the question after a session was shown on a day of the learner's clock."""
        return bool(self._rows("SELECT 1 FROM feedback WHERE day = ? LIMIT 1", day.isoformat()))

    def feedback(self, since: date) -> dict[date, list[Feedback]]:
        """Return what was answered after the sessions of each day from `since` on, in order.

        A day is that of the session's last set, so that the answer stands beside what was done.
        """
        found: dict[date, list[Feedback]] = {}
        for day, _, *row in self._rows(_FEEDBACK, since.isoformat()):
            # A row that was hit by damage must not hide the others.
            with suppress(TypeError, ValueError):
                found.setdefault(date.fromisoformat(day), []).append(_feedback(*row))
        return found

    def latest_pain(self) -> Feedback | None:
        """Return the pain noted last; None where there is none or its reminder was put away."""
        for _, dismissed, *row in self._rows(_PAIN):
            if dismissed:
                return None
            with suppress(TypeError, ValueError):
                return _feedback(*row)
        return None

    def running(self) -> Running | None:
        """Return the latest session that is under way, or was when the program ended.

        A set that was stored just before the end, its place not yet, is not offered again: the
        place is the set after it, and None is returned where it was the last.
        """
        for row in self._rows(_RUNNING):
            # A row that was hit by damage must not hide the others.
            with suppress(TypeError, ValueError, UserError, msgspec.DecodeError):
                return self._beyond(_running(*row))
        return None

    def routines(self) -> list[tuple[str, frozenset[str]]]:
        """Return the days and homework begun, the latest first, with what was finished of each.

        That is the ids of the exercises that came to their end.
        """
        rows = self._rows(
            "SELECT routine, group_concat(CASE outcome WHEN 'finished' THEN exercise END)"
            " FROM session WHERE routine IS NOT NULL AND run IS NOT NULL"
            " GROUP BY run, routine ORDER BY max(started_ms) DESC"
        )
        return [(str(routine), frozenset(str(done or "").split(","))) for routine, done in rows]

    def performed(self, session_id: str) -> int:
        """Return the highest number among the sets of a session's exercise; 0 where none was."""
        rows = self._rows("SELECT max(performance) FROM performed WHERE session = ?", session_id)
        return _count(rows[0][0])

    def _beyond(self, running: Running) -> Running | None:
        part = running.parts[running.part]
        stored = self._rows(
            "SELECT 1 FROM performed"
            " WHERE session = ? AND performance = ? AND set_number = ? AND finished",
            part.session_id,
            running.performance,
            running.set,
        )
        if not stored:
            return running
        if running.set < part.sets:
            there = {"set": running.set + 1, "performance": running.performance + 1}
        elif running.part + 1 < len(running.parts):
            there = {"part": running.part + 1, "set": 1, "performance": 1}
        else:
            return None
        return msgspec.structs.replace(running, **there)

    def _connect(self) -> sqlite3.Connection:
        self._file = db.identity(self._path)
        connection = db.connect(self._path, busy_s=_BUSY_S)
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._reading():
            if db.identity(self._path) not in (self._file, None):
                # The file was taken away and begun anew; where it is only gone, the old one is
                # read on.
                renewed = self._connect()
                self.close()
                self._connection = renewed
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with db.naming_damage():
                yield
        except sqlite3.Error as error:
            raise UserError(
                "files.records-unreadable", file=self._path, reason=db.reason(error)
            ) from error


def _running(
    run: str,
    title: str,
    routine: str | None,
    parts: str,
    part: int,
    number: int,
    performance: int,
    at_ms: int,
    offset_min: int,
) -> Running:
    made = msgspec.json.decode(parts, type=tuple[RunningPart, ...])
    at = _moment(at_ms, offset_min)
    return Running(run, title, routine, made, part, number, performance, at)


def _feedback(
    run: str,
    asked_ms: int,
    asked_offset_min: int,
    answered_ms: int | None,
    answered_offset_min: int | None,
    felt: str | None,
    pain: int,
    effort: int | None,
    done_as_shown: int | None,
) -> Feedback:
    answered = None
    if answered_ms is not None and answered_offset_min is not None:
        answered = _moment(answered_ms, answered_offset_min)
    return Feedback(
        run=run,
        asked_at=_moment(asked_ms, asked_offset_min),
        answered_at=answered,
        # A later version may know more places.
        felt=Felt(felt) if felt in tuple(Felt) else None,
        pain=bool(pain),
        effort=effort,
        done_as_shown=None if done_as_shown is None else bool(done_as_shown),
    )


def _count(value: object) -> int:
    """Return a number that cannot be less than 0; damage counts as 0."""
    return value if isinstance(value, int) and value > 0 else 0


def _moment(milliseconds: int, offset_min: int) -> datetime:
    try:
        zone = timezone(timedelta(minutes=offset_min))
        return datetime.fromtimestamp(milliseconds / 1000, tz=zone)
    except (TypeError, ValueError, OverflowError, OSError):
        # Damage took the time; that it happened still counts.
        return datetime.fromtimestamp(0, tz=UTC)
