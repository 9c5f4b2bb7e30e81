"""What can be asked of the records: small answers, quick enough for the thread of the window."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.errors import UserError
from app.records.correction import Row, Table
from app.records.feedback import Feedback
from app.records.model import (
    Day,
    Entry,
    LessonPlace,
    LessonProgress,
    SafetyAnswers,
    SessionInProgress,
)
from app.records.rows import Rows, to_count, to_feedback, to_moment, to_session_in_progress

if TYPE_CHECKING:
    from app.records.practised import AnsweredDay, PractisedSession

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


class Queries:
    """Answers from the rows of a database.

    Every method raises UserError where they cannot be read.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def days(self, limit: int) -> list[Day]:
        """Return the newest days on which something was done, newest first."""
        by_day: dict[date, list[Entry]] = {}
        for text, *entry in self._rows(_DAYS, limit):
            # A damaged row must not hide the others.
            with suppress(TypeError, ValueError):
                by_day.setdefault(date.fromisoformat(text), []).append(Entry(*entry))
        return [Day(day, tuple(entries)) for day, entries in by_day.items()]

    def history(self, limit: int) -> list[AnsweredDay]:
        """Return the newest days, newest first, with those on which there are only answers."""
        from app.records.practised import AnsweredDay

        days = {day.date: day for day in self.days(limit)}
        answers = self.feedback(min(days) if len(days) == limit else date.min)
        dates = sorted({*days, *answers}, reverse=True)[:limit]
        return [
            AnsweredDay(days.get(day, Day(day, ())), tuple(answers.get(day, ()))) for day in dates
        ]

    def sessions_on(self, day: date) -> list[PractisedSession]:
        """Return what was practised in the sessions of a day, set by set."""
        from app.records.practised import sessions_on

        return sessions_on(self._rows, day)

    def session_ids_of(self, run: str) -> list[str]:
        """Return the ids of the records of a run, one for each exercise that was begun."""
        return [own_id for (own_id,) in self._rows("SELECT id FROM session WHERE run = ?", run)]

    def set_ids_of(self, session: str) -> list[str]:
        """Return the ids of the sets of one exercise of a run."""
        rows = self._rows("SELECT id FROM performed WHERE session = ?", session)
        return [own_id for (own_id,) in rows]

    def title(self, exercise: str) -> str | None:
        """Return what an exercise was called when it was last practised; None in older records."""
        rows = self._rows(
            "SELECT title FROM session WHERE exercise = ? AND title > ''"
            " ORDER BY started_ms DESC LIMIT 1",
            exercise,
        )
        return str(rows[0][0]) if rows else None

    def row(self, table: Table, key: str) -> Row | None:
        """Return a row as it stands; None where there is none."""
        names = [name for (name,) in self._rows("SELECT name FROM pragma_table_info(?)", table)]
        columns = [name for name in names if name != "changed_ms"]
        rows = self._rows(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {table.key} = ?",  # noqa: S608
            key,
        )
        return Row(table, key, dict(zip(columns, rows[0], strict=True))) if rows else None

    def today(self, day: date) -> Day:
        """Return what was done on a day; no entries where nothing was."""
        rows = self._rows(_TODAY, day.isoformat())
        return Day(day, tuple(Entry(*entry) for _, *entry in rows))

    def lesson_progress(self) -> dict[str, LessonProgress]:
        """Return how far each lesson was read, by its id."""
        rows = self._rows("SELECT id, step, finished_ms, offset_min FROM lesson ORDER BY id")
        return {
            lesson: LessonProgress(
                lesson, to_count(step), None if finished is None else to_moment(finished, offset)
            )
            for lesson, step, finished, offset in rows
        }

    def place(self) -> LessonPlace | None:
        """Return where the learner stopped reading; None before the first lesson."""
        rows = self._rows(
            "SELECT id, step FROM lesson WHERE visited_ms > 0 ORDER BY visited_ms DESC LIMIT 1"
        )
        return LessonPlace(rows[0][0], to_count(rows[0][1])) if rows and rows[0][0] else None

    def safety(self) -> SafetyAnswers | None:
        """Return the latest answers to the safety questions; None before they were asked."""
        # One statement, so that a write in between cannot mix old answers with new.
        rows = self._rows(
            "SELECT id, answered_ms, offset_min, support, question, yes"
            " FROM safety LEFT JOIN safety_answer ON answering = id WHERE id ="
            " (SELECT id FROM safety ORDER BY changed_ms DESC LIMIT 1) ORDER BY question"
        )
        if not rows:
            return None
        own_id, answered, offset, support = rows[0][:4]
        answers = {question: bool(yes) for *_, question, yes in rows if question is not None}
        return SafetyAnswers(to_moment(answered, offset), answers, bool(support), own_id)

    def was_asked(self, day: date) -> bool:
        """Tell whether the question after a session was shown on a day of the learner's clock."""
        return bool(self._rows("SELECT 1 FROM feedback WHERE day = ? LIMIT 1", day.isoformat()))

    def feedback(self, since: date) -> dict[date, list[Feedback]]:
        """Return what was answered after the sessions of each day from `since` on, in order.

        A day is that of the session's last set, so that the answer stands beside what was done.
        """
        found: dict[date, list[Feedback]] = {}
        for day, _, *row in self._rows(_FEEDBACK, since.isoformat()):
            # A damaged row must not hide the others.
            with suppress(TypeError, ValueError):
                found.setdefault(date.fromisoformat(day), []).append(to_feedback(row))
        return found

    def answers(self, run: str) -> Feedback | None:
        """Return the question after a session with its answers; None where it was not asked."""
        for _, _, *row in self._rows(_ANSWERED.format(where="run = ?"), run):
            with suppress(TypeError, ValueError):
                return to_feedback(row)
        return None

    def latest_pain(self) -> Feedback | None:
        """Return the pain noted last; None where there is none or its reminder was dismissed."""
        for _, dismissed, *row in self._rows(_PAIN):
            if dismissed:
                return None
            with suppress(TypeError, ValueError):
                return to_feedback(row)
        return None

    def session_in_progress(self) -> SessionInProgress | None:
        """Return the latest session in progress, or that was when the program ended.

        A set that was stored just before the program ended, but its place was not, is not offered
        again: the place is the set after it, and None is returned where it was the last.
        """
        for row in self._rows(_IN_PROGRESS):
            # A damaged row must not hide the others.
            with suppress(TypeError, ValueError, UserError, msgspec.DecodeError):
                return self._beyond(to_session_in_progress(row))
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
