"""A life with the course, told day by day: what was done, decided and answered, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.library import read_library
from app.programme.course import Course, find_course
from app.programme.life import Life
from app.programme.programme import Programme
from app.records.decision import Decision, DecisionKind
from app.records.feedback import Feedback, Felt
from app.records.model import Practised
from app.settings.model import PlanSettings
from tests.helpers.content import LOCATIONS
from tests.helpers.records import MORNING

PROGRAMME = read_library(LOCATIONS).programme
WALL, STICK, SLOW = "wall-touches", "broomstick-hinge", "slow-motion"


class Told:
    """What happened so far; `at` is the time of whatever comes next.

    Attributes:
        set_wrong: how far the clock of the computer is ahead of the time.
    """

    def __init__(self, programme: Programme = PROGRAMME, plan: PlanSettings | None = None) -> None:
        self.programme, self.plan = programme, plan or PlanSettings()
        self.at, self.set_wrong = MORNING, timedelta()
        self.practised: list[Practised] = []
        self.decisions: list[Decision] = []
        self.answers: list[Feedback] = []
        self.first_weekday = 0

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self.at + self.set_wrong

    @property
    def life(self) -> Life:
        """All of it, as it is read from the records."""
        told = [one for one in self.answers if (one.wall_cm, one.stick_stayed) != (None, None)]
        return Life(self.practised, self.decisions, self.answers, told)

    @property
    def course(self) -> Course:
        """Where the course is now."""
        return find_course(self.programme, self.life, self.plan, self.now, self.first_weekday)

    @property
    def next(self) -> str | None:
        """The id of the next session."""
        course = self.course
        return course.next.id if course.next else None

    @property
    def due_in(self) -> int:
        """In how many days it is suggested; 0 where it is now, or was."""
        due = self.course.due
        return 0 if due is None else max(0, (due - self.now.date()).days)

    def later(self, **time: float) -> Told:
        """Let time pass."""
        self.at += timedelta(**time)
        return self

    def did(
        self,
        *exercises: str,
        day: str | None = None,
        sets: int = 3,
        planned: int = 3,
        programme: str | None = None,
    ) -> Told:
        """Practise exercises, an hour later."""
        self.later(hours=1)
        self.practised += [
            Practised(one, planned, sets, self.now, day, programme) for one in exercises
        ]
        return self

    def session(self, *days: str, sets: int = 3) -> Told:
        """Do whole sessions, an hour after each other."""
        for name in days:
            routine = self.programme.routine(name) or self.course.next
            assert routine is not None
            assert routine.id == name
            self.did(*(item.exercise for item in routine.items), day=name, sets=sets)
        return self

    def sessions(self, count: int, every_days: int = 2) -> Told:
        """Do the next sessions, one after the other with rest between them."""
        for _ in range(count):
            name = self.next
            assert name is not None
            self.session(name).later(days=every_days)
        return self

    def decide(self, kind: DecisionKind, about: str) -> Told:
        """Decide something."""
        self.decisions.append(Decision(kind, about, self.programme.id, self.now))
        return self

    def answer(
        self,
        felt: Felt | None = None,
        *,
        pain: bool = False,
        effort: int | None = None,
        as_shown: bool | None = None,
        wall_cm: int | None = None,
        stick: bool | None = None,
    ) -> Told:
        """Answer what is asked after a session."""
        run = f"r{len(self.answers)}"
        self.answers.append(
            Feedback(
                run, self.now, self.now, felt, pain, effort, as_shown,
                wall_cm=wall_cm, stick_head=stick, stick_back=stick, stick_tailbone=stick,
            )
        )  # fmt: skip
        return self
