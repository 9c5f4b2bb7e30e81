"""What can be asked of the records: small answers, quick enough for the thread of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

import msgspec

from app.records.feedback import Feedback
from app.records.model import (
    Day,
    Entry,
    LessonPlace,
    LessonProgress,
    SafetyAnswers,
    SessionInProgress,
)
from app.records.rows import (
    DAMAGE,
    to_count,
    to_entry,
    to_feedback,
    to_lesson_progress,
    to_safety_answers,
    to_session_in_progress,
)

_T = TypeVar("_T")

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

_IN_PROGRESS = """
    SELECT run, title, routine, parts, part, set_number, performance, at_ms, offset_min, programme
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


class Rows(Protocol):
    """Returns the rows that a statement finds."""

    def __call__(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Raise UserError where they cannot be read."""


class Queries:
    """Answers from the rows of a database; a damaged row hides no other.

    Every method raises UserError where they cannot be read.

    Args:
        rows: finds them.
        on_damage: called where one is damaged and left out.
    """

    def __init__(self, rows: Rows, on_damage: Callable[[], None] = lambda: None) -> None:
        self._rows, self._on_damage = rows, on_damage

    def days(self, limit: int) -> list[Day]:
        """Return the newest days on which something was done, newest first."""
        by_day: dict[date, list[Entry]] = {}
        for day, entry in self._sound(to_entry, self._rows(_DAYS, limit)):
            by_day.setdefault(day, []).append(entry)
        return [Day(day, tuple(entries)) for day, entries in by_day.items()]

    def today(self, day: date) -> Day:
        """Return what was done on a day; no entries where nothing was."""
        rows = self._rows(_TODAY, day.isoformat())
        return Day(day, tuple(entry for _, entry in self._sound(to_entry, rows)))

    def lesson_progress(self) -> dict[str, LessonProgress]:
        """Return how far each lesson was read, by its id."""
        rows = self._rows("SELECT id, step, finished_ms, offset_min FROM lesson ORDER BY id")
        return {one.lesson: one for one in self._sound(to_lesson_progress, rows)}

    def place(self) -> LessonPlace | None:
        """Return where the learner stopped reading; None before the first lesson."""
        rows = self._rows(
            "SELECT id, step FROM lesson WHERE visited_ms > 0 ORDER BY visited_ms DESC LIMIT 1"
        )
        return next(self._sound(lambda row: LessonPlace(row[0], to_count(row[1])), rows), None)

    def safety(self) -> SafetyAnswers | None:
        """Return the latest answers to the safety questions; None before they were asked."""
        # One statement, so that a write in between cannot mix old answers with new.
        rows = self._rows(
            "SELECT id, answered_ms, offset_min, support, question, yes"
            " FROM safety LEFT JOIN safety_answer ON answering = id WHERE id ="
            " (SELECT id FROM safety ORDER BY changed_ms DESC LIMIT 1) ORDER BY question"
        )
        return next(self._sound(to_safety_answers, [rows] if rows else []), None)

    def was_asked(self, day: date) -> bool:
        """Tell whether the question after a session was shown on a day of the learner's clock."""
        return bool(self._rows("SELECT 1 FROM feedback WHERE day = ? LIMIT 1", day.isoformat()))

    def feedback(self, since: date) -> dict[date, list[Feedback]]:
        """Return what was answered after the sessions of each day from `since` on, in order.

        A day is that of the session's last set, so that the answer stands beside what was done.
        """
        found: dict[date, list[Feedback]] = {}
        rows = self._rows(_FEEDBACK, since.isoformat())
        for day, one in self._sound(
            lambda row: (date.fromisoformat(row[0]), to_feedback(row[2:])), rows
        ):
            found.setdefault(day, []).append(one)
        return found

    def latest_pain(self) -> Feedback | None:
        """Return the pain noted last; None where there is none or its reminder was dismissed."""
        rows = self._rows(_PAIN)
        for dismissed, one in self._sound(lambda row: (row[1], to_feedback(row[2:])), rows):
            return None if dismissed else one
        return None

    def session_in_progress(self) -> SessionInProgress | None:
        """Return the latest session in progress, or that was when the program ended.

        A set that was stored just before the program ended, but its place was not, is not offered
        again: the place is the set after it, and None is returned where it was the last.
        """
        for session in self._sound(to_session_in_progress, self._rows(_IN_PROGRESS)):
            return self._beyond(session)
        return None

    def routines(self) -> list[tuple[str, frozenset[str]]]:
        """Return the days and homework begun, the latest first, with what was finished of each.

        That is, the ids of the exercises that were completed.
        """
        rows = self._rows(
            "SELECT routine, group_concat(CASE outcome WHEN 'finished' THEN exercise END)"
            " FROM session WHERE routine IS NOT NULL AND run IS NOT NULL"
            " GROUP BY run, routine ORDER BY max(started_ms) DESC"
        )
        return [
            (str(routine), frozenset(filter(None, str(done or "").split(","))))
            for routine, done in rows
        ]

    def performed(self, session_id: str) -> int:
        """Return the highest number among the sets of a session's exercise; 0 where none was."""
        rows = self._rows("SELECT max(performance) FROM performed WHERE session = ?", session_id)
        return to_count(rows[0][0])

    def _sound(
        self, convert: Callable[[Sequence[Any]], _T], rows: Sequence[Sequence[Any]]
    ) -> Iterator[_T]:
        """Yield what rows are, and leave out those that are damaged."""
        for row in rows:
            try:
                value = convert(row)
            except DAMAGE:
                self._on_damage()
            else:
                yield value

    def _beyond(self, session: SessionInProgress) -> SessionInProgress | None:
        part = session.parts[session.part]
        stored = self._rows(
            "SELECT 1 FROM performed"
            " WHERE session = ? AND performance = ? AND set_number = ? AND finished",
            part.session_id,
            session.performance,
            session.set,
        )
        if not stored:
            return session
        if session.set < part.sets:
            there = {"set": session.set + 1, "performance": session.performance + 1}
        elif session.part + 1 < len(session.parts):
            there = {"part": session.part + 1, "set": 1, "performance": 1}
        else:
            return None
        return msgspec.structs.replace(session, **there)
