"""Someone who lives with the course: what they do is put in real records."""

from __future__ import annotations

from datetime import timedelta

from app.library import read_library
from app.programme.next_thing import NextThing, Planner, Today
from app.programme.safety import QUESTIONS
from app.records.decision import Decision
from app.records.decision import DecisionKind as Decided
from app.records.model import (
    LessonFinish,
    PartInProgress,
    SafetyAnswers,
    SessionInProgress,
    SessionRecord,
)
from app.records.records import Records
from app.settings.model import PersonSettings
from tests.helpers.content import LOCATIONS
from tests.helpers.records import MORNING, a_set

LIBRARY = read_library(LOCATIONS)


class Person:
    """Someone whose records are in a file, and the time it is."""

    def __init__(self, records: Records) -> None:
        self.records, self.now = records, MORNING
        self.settings = PersonSettings()
        self.planner = Planner(
            LIBRARY.lessons, LIBRARY.exercises, LIBRARY.programme, records, lambda: self.settings
        )
        self.sessions = 0

    @property
    def today(self) -> Today:
        return self.planner.today(self.now)

    @property
    def next(self) -> NextThing:
        return self.today.next

    @property
    def kind(self) -> str:
        return self.next.kind.value

    def later(self, **time: float) -> Person:
        self.now += timedelta(**time)
        return self

    def at(self, hour: int) -> Person:
        self.now = self.now.replace(hour=hour)
        return self

    def read(self, *lessons: str) -> Person:
        for lesson in lessons or LIBRARY.lessons.order:
            self.records.put(LessonFinish(lesson, self.now))
        return self

    def did(self, routine_id: str, sets: int = 3) -> Person:
        routine = LIBRARY.programme.routine(routine_id)
        assert routine is not None
        for item in routine.items:
            self.sessions += 1
            own_id = f"s{self.sessions}"
            planned = item.sets or 3
            self.records.put(
                SessionRecord(
                    own_id, item.exercise, planned, self.now, f"run-{self.sessions}", routine_id,
                    LIBRARY.programme.id,
                )
            )  # fmt: skip
            for number in range(1, min(sets, planned) + 1):
                done = a_set(number, session_id=own_id, exercise=item.exercise, at=self.now)
                self.records.put(done)
        return self

    def decide(self, kind: Decided, about: str) -> Person:
        self.records.put(Decision(kind, about, LIBRARY.programme.id, self.now))
        return self

    def answer_safety(self, *yes: str, support: bool = False) -> Person:
        answers = {question.value: question.value in yes for question in QUESTIONS}
        self.records.put(SafetyAnswers(self.now, answers, support))
        return self

    def stop_midway(self) -> Person:
        choice = {
            "sets": 3, "reps": 10, "down_s": 2.0, "hold_s": 1.0, "up_s": 2.0, "rest_s": 45.0,
        }  # fmt: skip
        part = PartInProgress("wall-touches", "s-run", 3, choice)
        self.records.put(SessionInProgress("run", "Wall touches", None, (part,), 0, 2, 2, self.now))
        return self
