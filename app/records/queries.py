"""What can be asked of the records: small answers, quick enough for the thread of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from app.records.checks import need_text
from app.records.correction import RecordTable, Row
from app.records.days import DAY
from app.records.decision import Decision, DecisionKind
from app.records.feedback import Feedback, NotedPain
from app.records.model import (
    Day,
    Entry,
    LessonPlace,
    LessonProgress,
    Practised,
    SafetyAnswers,
    SessionInProgress,
    SetRecord,
)
from app.records.rows import (
    ANSWERS,
    DAMAGE,
    Rows,
    to_count,
    to_decision,
    to_feedback,
    to_lesson_progress,
    to_practised,
    to_safety_answers,
    to_session_in_progress,
    to_set,
)
from app.records.tally import Tally, tally

_T = TypeVar("_T")

if TYPE_CHECKING:
    from app.records.practised import AnsweredDay, PractisedSession

#: Someone who comes back later starts again from the beginning.
OFFERED_FOR = timedelta(hours=12)

_PERFORMED = """
    SELECT {day}, session.exercise, performed.finished, performed.reps_done, performed.seconds
    FROM performed JOIN session ON session.id = performed.session
    WHERE performed.day >= ? AND performed.day <= ? AND (finished OR reps_done > 0 OR seconds > 0)
    ORDER BY performed.started_ms
"""

_SETS = _PERFORMED.format(day=DAY)

_DAYS = "SELECT DISTINCT day FROM performed ORDER BY day DESC LIMIT ?"

#: The sets of a session lie no farther from its day than this, days.
_AROUND = (-1, 3)

_SETS_OF = """
    SELECT performed.session, performance, session.exercise, set_number, session.sets, reps_done,
        reps_planned, finished, performed.started_ms, performed.ended_ms, performed.offset_min,
        seconds, performed.id
    FROM performed JOIN session ON session.id = performed.session
    WHERE performed.session = ? ORDER BY performance
"""

_PRACTISED = """
    SELECT exercise, sets,
        (SELECT sum(finished) FROM performed WHERE performed.session = session.id),
        started_ms, offset_min, routine, programme
    FROM session ORDER BY rowid
"""

# The latest row is the one written last: a clock that was wrong for a while cannot hide it.
_IN_PROGRESS = """
    SELECT run, title, routine, parts, part, set_number, performance, at_ms, offset_min, programme
    FROM running ORDER BY rowid DESC
"""

_ANSWERED = """
    SELECT coalesce((SELECT {day} FROM session WHERE session.run = feedback.run LIMIT 1),
        feedback.day) AS practised, dismissed, {answers}
    FROM feedback WHERE {where}
"""

_FEEDBACK = _ANSWERED.format(
    day=DAY, answers=ANSWERS, where="answered_ms IS NOT NULL AND practised >= ? ORDER BY asked_ms"
)

_ANSWERS_OF = _ANSWERED.format(day=DAY, answers=ANSWERS, where="feedback.run = ?")

_PAINS = _ANSWERED.format(
    day=DAY,
    answers=ANSWERS,
    where="pain ORDER BY coalesce(answered_ms, asked_ms) DESC LIMIT ?",
)

_MEASURED = _ANSWERED.format(
    day=DAY,
    answers=ANSWERS,
    where="coalesce(wall_cm, stick_head, stick_back, stick_tailbone) IS NOT NULL ORDER BY asked_ms",
)

#: More than count: of older ones the safety questions were answered since.
_LATEST_PAINS = 50

# Of several exercises the one that was begun last is what the answer is about.
_FELT = f"""
    SELECT (SELECT exercise FROM session WHERE session.run = feedback.run
        AND EXISTS (SELECT 1 FROM performed WHERE performed.session = session.id)
        ORDER BY started_ms DESC, rowid DESC LIMIT 1) AS exercise, {ANSWERS}
    FROM feedback WHERE felt IS NOT NULL AND exercise IS NOT NULL
    ORDER BY asked_ms DESC LIMIT ?
"""  # noqa: S608


class _Done(NamedTuple):
    """What is counted of a set."""

    finished: bool
    reps_done: int
    seconds: float


def _to_done(row: Sequence[Any]) -> tuple[date, str, _Done]:
    """Return the day and the exercise of a set, and what is counted of it."""
    day, exercise, finished, reps, seconds = row
    need_text(exercise=exercise)
    return date.fromisoformat(day), exercise, _Done(bool(finished), int(reps), float(seconds))


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
        # A session over midnight has sets on two days: so twice as many are looked at, and the
        # oldest of them, of which sets may be missing, is left out.
        wanted = 2 * limit + 2
        looked_at = [day for (day,) in self._rows(_DAYS, wanted) if isinstance(day, str)]
        if not looked_at:
            return []
        found = self._days(looked_at[-1], looked_at[0])
        if len(looked_at) == wanted:
            found = [day for day in found if day.date.isoformat() > looked_at[-1]]
        return found[:limit]

    def days_between(self, first: date, last: date) -> list[Day]:
        """Return the days from one to another on which something was done, newest first."""
        before, after = (timedelta(days=days) for days in _AROUND)
        found = self._days((first + before).isoformat(), (last + after).isoformat())
        return [day for day in found if first <= day.date <= last]

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

        return sessions_on(self._rows, self._sound, day)

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

    def row(self, table: RecordTable, key: str) -> Row | None:
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
        return next(iter(self.days_between(day, day)), Day(day, ()))

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
            "SELECT id, answered_ms, offset_min, support, cleared, question, yes"
            " FROM safety LEFT JOIN safety_answer ON answering = id WHERE id ="
            " (SELECT id FROM safety ORDER BY changed_ms DESC LIMIT 1) ORDER BY question"
        )
        return next(self._sound(to_safety_answers, [rows] if rows else []), None)

    def was_asked(self, day: date) -> bool:
        """Tell whether the question after a session was shown on a day of the learner's clock."""
        return bool(self._rows("SELECT 1 FROM feedback WHERE day = ? LIMIT 1", day.isoformat()))

    def feedback(self, since: date) -> dict[date, list[Feedback]]:
        """Return what was answered after the sessions of each day from `since` on, in order.

        A day is that of the session, so that the answer stands beside what was done.
        """
        found: dict[date, list[Feedback]] = {}
        rows = self._rows(_FEEDBACK, since.isoformat())
        for day, one in self._sound(
            lambda row: (date.fromisoformat(row[0]), to_feedback(row[2:])), rows
        ):
            found.setdefault(day, []).append(one)
        return found

    def answers(self, run: str) -> Feedback | None:
        """Return the question asked after a session, with its answers; None before it was."""
        found = self._sound(lambda row: to_feedback(row[2:]), self._rows(_ANSWERS_OF, run))
        return next(found, None)

    def pains(self) -> list[NotedPain]:
        """Return the latest pains that were noted, oldest first."""
        rows = self._rows(_PAINS, _LATEST_PAINS)
        found = self._sound(lambda row: NotedPain(to_feedback(row[2:]), bool(row[1])), rows)
        return list(found)[::-1]

    def measured(self) -> list[Feedback]:
        """Return all answers with the wall's distance or the stick, the latest last."""
        found = self._sound(lambda row: to_feedback(row[2:]), self._rows(_MEASURED))
        return list(found)

    def felt(self, limit: int) -> list[tuple[str, Feedback]]:
        """Return what was felt last, newest first, each with the exercise it is about."""
        rows = self._rows(_FELT, limit)
        return list(self._sound(lambda row: (str(row[0]), to_feedback(row[1:])), rows))

    def session_in_progress(
        self, now: datetime, run: str | None = None
    ) -> SessionInProgress | None:
        """Return the latest session in progress, stopped, or that was when the program ended.

        A set that was stored just before the program ended, but its place was not, is not offered
        again.

        Args:
            now: sessions of more than `OFFERED_FOR` before it are passed over, and those as far
                in the future, which are of a clock that was wrong.
            run: pass over all others.
        """
        for session in self._sound(to_session_in_progress, self._rows(_IN_PROGRESS)):
            if run in (None, session.run) and abs(now - session.at) <= OFFERED_FOR:
                return self._beyond(session)
        return None

    def sets_of(self, session_id: str) -> list[SetRecord]:
        """Return the sets of one exercise of a session, in the order they were performed."""
        return list(self._sound(to_set, self._rows(_SETS_OF, session_id)))

    def practised(self) -> list[Practised]:
        """Return all exercises that were begun, in the order they were recorded."""
        return list(self._sound(to_practised, self._rows(_PRACTISED)))

    def decisions(self, programme: str) -> list[Decision]:
        """Return what was decided about a programme, in that order.

        What only a later version of the program knows is left out.
        """
        known = ", ".join(f"'{kind}'" for kind in DecisionKind)
        rows = self._rows(
            "SELECT id, kind, about, programme, decided_ms, offset_min FROM decision"  # noqa: S608
            f" WHERE programme = ? AND kind IN ({known}) ORDER BY changed_ms",
            programme,
        )
        return list(self._sound(to_decision, rows))

    def total(self) -> Tally:
        """Return what was done in all."""
        rows = self._rows("SELECT finished, reps_done, seconds FROM performed")
        return tally(self._sound(lambda row: _Done(bool(row[0]), int(row[1]), float(row[2])), rows))

    def _days(self, first: str, last: str) -> list[Day]:
        """Return the days of sets performed from one day to another, newest first."""
        by_day: dict[date, dict[str, list[_Done]]] = {}
        for day, exercise, done in self._sound(_to_done, self._rows(_SETS, first, last)):
            by_day.setdefault(day, {}).setdefault(exercise, []).append(done)
        return [
            Day(day, tuple(Entry(name, *tally(sets)) for name, sets in by_day[day].items()))
            for day in sorted(by_day, reverse=True)
        ]

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
