"""A life with the course, written into records as the program writes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.programme.course import Course, find_course
from app.programme.life import read_life
from app.programme.programme import Programme, Routine
from app.programme.safety import QUESTIONS
from app.records.decision import Decision, DecisionKind
from app.records.feedback import Feedback, Felt
from app.records.model import SafetyAnswers, SessionRecord, SetRecord
from app.records.records import Records
from app.settings.model import PlanSettings
from tests.helpers.records import MORNING


class Lived:
    """What happened so far; `at` is the time of whatever comes next."""

    def __init__(self, records: Records, programme: Programme, at: datetime = MORNING) -> None:
        self.records, self.programme, self.at = records, programme, at
        self._count = 0
        answers = {question.value: False for question in QUESTIONS}
        records.put(SafetyAnswers(at, answers, support=False))

    def now(self) -> datetime:
        """Return what the clock says."""
        return self.at

    @property
    def course(self) -> Course:
        """Where the course is now."""
        life = read_life(self.programme, self.records, self.at)
        return find_course(self.programme, life, PlanSettings(), self.at)

    def later(self, **time: float) -> Lived:
        """Let time pass."""
        self.at += timedelta(**time)
        return self

    def sessions(self, count: int, felt: Felt | None = None, *, every_days: int = 2) -> Lived:
        """Do the next sessions, with rest after each; answered where `felt` says so."""
        for _ in range(count):
            following = self.course.next
            assert following is not None
            run = self.practise(following)
            if felt is not None:
                self.records.put(Feedback(run, self.at, self.at, felt, False, 5, True))
            self.later(days=every_days)
        return self

    def practise(self, routine: Routine) -> str:
        """Do a session, three sets of ten of each exercise; return its run."""
        self._count += 1
        run = f"run-{self._count}"
        for item in routine.items:
            own_id = f"{run}-{item.exercise}"
            self.records.put(
                SessionRecord(
                    own_id, item.exercise, 3, self.at, run,
                    routine=routine.id, programme=self.programme.id,
                )
            )  # fmt: skip
            for number in (1, 2, 3):
                begun = self.at + timedelta(minutes=2 * number)
                self.records.put(
                    SetRecord(
                        own_id, number, item.exercise, number, 3, 10, 10, True, begun,
                        begun + timedelta(seconds=60), 60.0, f"{own_id}-{number}",
                    )
                )  # fmt: skip
        return run

    def decide(self, kind: DecisionKind, about: str) -> Lived:
        """Decide something."""
        self.records.put(Decision(kind, about, self.programme.id, self.at))
        return self
