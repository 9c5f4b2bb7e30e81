from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.records.model import SessionRecord, SetRecord

#: A fixed moment for records.
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def a_session(session_id: str = "s1", exercise: str = "wall-touches") -> SessionRecord:
    return SessionRecord(session_id, exercise, sets=3, started_at=MORNING)


def a_set(
    performance: int = 1,
    *,
    session_id: str = "s1",
    exercise: str = "wall-touches",
    reps: int = 10,
    finished: bool = True,
    at: datetime = MORNING,
) -> SetRecord:
    return SetRecord(
        session_id=session_id,
        performance=performance,
        exercise=exercise,
        set=min(performance, 3),
        sets=3,
        reps_done=reps,
        reps_planned=10,
        finished=finished,
        started_at=at,
        ended_at=at + timedelta(seconds=50),
        seconds=50.0,
    )
