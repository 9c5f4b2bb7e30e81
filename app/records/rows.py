"""Turn rows of the database into values; damage spoils as little as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Protocol, TypeVar

import msgspec

from app.errors import UserError
from app.records.checks import need_text
from app.records.decision import Decision, DecisionKind
from app.records.feedback import Feedback, Felt, PainPlace
from app.records.model import (
    LessonProgress,
    PartInProgress,
    Practised,
    SafetyAnswers,
    SessionInProgress,
    SetRecord,
)

_T = TypeVar("_T")

#: The columns of the answers after a session, as `to_feedback` takes them.
ANSWERS = """feedback.run, asked_ms, asked_offset_min, answered_ms, answered_offset_min, felt, pain,
        effort, done_as_shown, pain_level, pain_place, pain_signs, settled, wall_cm, stick_head,
        stick_back, stick_tailbone"""

#: What is raised where a row is damaged.
DAMAGE = (TypeError, ValueError, OverflowError, UserError, msgspec.MsgspecError)


class Rows(Protocol):
    """Returns the rows that a statement finds."""

    def __call__(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Raise UserError where they cannot be read."""


class Sound(Protocol):
    """Yields what rows are, and leaves out those that are damaged."""

    def __call__(
        self, convert: Callable[[Sequence[Any]], _T], rows: Sequence[Sequence[Any]]
    ) -> Iterator[_T]:
        """Report each that is left out."""


def to_session_in_progress(row: Sequence[Any]) -> SessionInProgress:
    """Return a session in progress.

    Raises:
        TypeError, ValueError, msgspec.DecodeError: the row is damaged.
    """
    run, title, routine, parts, part, number, performance, at_ms, offset_min, programme = row
    made = msgspec.json.decode(parts, type=tuple[PartInProgress, ...])
    at = to_moment(at_ms, offset_min)
    return SessionInProgress(run, title, routine, made, part, number, performance, at, programme)


def to_feedback(row: Sequence[Any]) -> Feedback:
    """Return the question after a session, with its answers.

    Raises:
        TypeError, ValueError: the row is damaged.
    """
    run, asked_ms, asked_min, answered_ms, answered_min, felt, pain, effort, *rest = row
    as_shown, level, place, signs, settled, wall_cm, head, back, tailbone = rest
    has_answer = answered_ms is not None and answered_min is not None
    return Feedback(
        run=run,
        asked_at=to_moment(asked_ms, asked_min),
        answered_at=to_moment(answered_ms, answered_min) if has_answer else None,
        # A later version may know more places.
        felt=Felt(felt) if felt in tuple(Felt) else None,
        pain=bool(pain),
        effort=effort,
        done_as_shown=_to_answer(as_shown),
        pain_level=level,
        pain_place=PainPlace(place) if place in tuple(PainPlace) else None,
        pain_signs=_to_answer(signs),
        settled=_to_answer(settled),
        wall_cm=wall_cm,
        stick_head=_to_answer(head),
        stick_back=_to_answer(back),
        stick_tailbone=_to_answer(tailbone),
    )


def to_set(row: Sequence[Any]) -> SetRecord:
    """Return a set.

    Raises:
        TypeError, ValueError: the row is damaged.
    """
    session, performance, exercise, number, sets, reps, planned, *rest = row
    finished, started_ms, ended_ms, offset_min, seconds, own_id = rest
    return SetRecord(
        session_id=session,
        performance=performance,
        exercise=exercise,
        set=number,
        sets=sets,
        reps_done=reps,
        reps_planned=planned,
        finished=bool(finished),
        started_at=to_moment(started_ms, offset_min),
        ended_at=to_moment(ended_ms, offset_min),
        seconds=seconds,
        id=own_id,
    )


def to_decision(row: Sequence[Any]) -> Decision:
    """Return a decision.

    Raises:
        ValueError: the row is damaged.
    """
    own_id, kind, about, programme, decided_ms, offset_min = row
    at = to_moment(decided_ms, offset_min)
    return Decision(DecisionKind(kind), about, programme, at, own_id)


def to_practised(row: Sequence[Any]) -> Practised:
    """Return an exercise of a session; damage spoils its numbers alone."""
    exercise, planned, finished, started_ms, offset_min, routine, programme = row
    at = to_moment(started_ms, offset_min)
    return Practised(str(exercise), to_count(planned), to_count(finished), at, routine, programme)


def to_lesson_progress(row: Sequence[Any]) -> LessonProgress:
    """Return how far a lesson was read.

    Raises:
        ValueError: the row is damaged.
    """
    lesson, step, finished, offset = row
    need_text(lesson=lesson)
    at = None if finished is None else to_moment(finished, offset)
    return LessonProgress(lesson, to_count(step), at)


def to_safety_answers(rows: Sequence[Sequence[Any]]) -> SafetyAnswers:
    """Return the answers given at one time, a row for each.

    Raises:
        ValueError: they are damaged.
    """
    own_id, answered, offset, support, cleared = rows[0][:5]
    answers = {question: bool(yes) for *_, question, yes in rows if question is not None}
    return SafetyAnswers(to_moment(answered, offset), answers, bool(support), own_id, bool(cleared))


def _to_answer(value: object) -> bool | None:
    """Return yes or no; None where nothing was answered."""
    return None if value is None else bool(value)


def to_count(value: object) -> int:
    """Return a number that is never less than 0; damage counts as 0."""
    return value if isinstance(value, int) and value > 0 else 0


def to_moment(milliseconds: int, offset_min: int) -> datetime:
    """Return a time with its zone; damage counts as 1970."""
    try:
        zone = timezone(timedelta(minutes=offset_min))
        return datetime.fromtimestamp(milliseconds / 1000, tz=zone)
    except (TypeError, ValueError, OverflowError, OSError):
        # Damage took the time; that it happened still counts.
        return datetime.fromtimestamp(0, tz=UTC)
