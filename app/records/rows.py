"""Rows of the database as the values they stand for; damage spoils as little as it can."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import msgspec

from app.records.feedback import Feedback, Felt
from app.records.model import Running, RunningPart


def to_running(
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
    """Return a session under way.

    Raises:
        TypeError, ValueError, msgspec.DecodeError: the row is damaged.
    """
    made = msgspec.json.decode(parts, type=tuple[RunningPart, ...])
    at = to_moment(at_ms, offset_min)
    return Running(run, title, routine, made, part, number, performance, at)


def to_feedback(
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
    """Return what was asked after a session, and answered.

    Raises:
        TypeError, ValueError: the row is damaged.
    """
    answered = None
    if answered_ms is not None and answered_offset_min is not None:
        answered = to_moment(answered_ms, answered_offset_min)
    return Feedback(
        run=run,
        asked_at=to_moment(asked_ms, asked_offset_min),
        answered_at=answered,
        # A later version may know more places.
        felt=Felt(felt) if felt in tuple(Felt) else None,
        pain=bool(pain),
        effort=effort,
        done_as_shown=None if done_as_shown is None else bool(done_as_shown),
    )


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
