"""Records of an imagined learner, for pictures of the program in use."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from app.programme.safety import QUESTIONS
from app.records.feedback import Feedback, Felt
from app.records.model import (
    LessonPlace,
    Outcome,
    SafetyAnswers,
    SessionEnd,
    SessionRecord,
    SetRecord,
    local_now,
)
from app.records.records import Records

_LESSONS = ("first-five-minutes", "why-this-movement", "what-a-hinge-is", "why-people-miss-it")
#: Exercise, how many days ago, sets, repetitions and seconds in a set. Today a session is due.
_PRACTICE = (
    ("wall-touches", 6, 3, 10, 50.0),
    ("wall-touches", 4, 3, 10, 50.0),
    ("slow-motion", 4, 3, 5, 50.0),
    ("slow-motion", 3, 2, 5, 50.0),
    ("wall-touches", 2, 3, 10, 50.0),
)
#: The answer on a day, by how many days ago.
_FELT = {6: Felt.THIGHS, 4: Felt.NOWHERE, 3: Felt.HAMSTRINGS}
#: How far the wall was, cm, likewise.
_WALL = {6: 15, 4: 18}


def write_sample_records(data_dir: Path) -> None:
    """Fill a new data folder with a few days of lessons and practice."""
    records = Records.open(data_dir / "records.sqlite3")
    now = local_now()
    answers = {question.value: False for question in QUESTIONS}
    records.put(SafetyAnswers(now, answers))
    for lesson in _LESSONS:
        records.put(LessonPlace(lesson, 0))
        records.lesson_finished(lesson)
    for days, felt in _FELT.items():
        asked = now - timedelta(days=days, minutes=14)
        records.put(Feedback(f"run-{days}", asked, asked, felt, effort=5, wall_cm=_WALL.get(days)))
    for exercise, days, sets, reps, seconds in _PRACTICE:
        begun = now - timedelta(days=days, minutes=20)
        session = uuid4().hex
        records.put(SessionRecord(session, exercise, sets, begun, run=f"run-{days}"))
        for number in range(1, sets + 1):
            start = begun + timedelta(seconds=95 * (number - 1))
            end = start + timedelta(seconds=seconds)
            records.put(
                SetRecord(
                    session_id=session,
                    performance=number,
                    exercise=exercise,
                    set=number,
                    sets=sets,
                    reps_done=reps,
                    reps_planned=reps,
                    finished=True,
                    started_at=start,
                    ended_at=end,
                    seconds=seconds,
                )
            )
        records.put(SessionEnd(session, Outcome.FINISHED, begun + timedelta(minutes=5)))
    records.close()
