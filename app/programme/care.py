"""Care as practice asks for it: the gate, what is open, and what the latest answer leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.messages.message import Message
from app.practice.exercise import Exercise
from app.programme.follow_up import FollowUp, follow_up
from app.programme.programme import Programme
from app.programme.safety import Verdict, open_to, verdict
from app.records.feedback import NotedPain
from app.records.model import SafetyAnswers
from app.records.records import Records


class Care:
    """Reads the records each time it is asked: a pain counts as soon as it is noted or corrected.

    Args:
        records: the answers and the pains.
        wall: the wall clock, with its zone.

    Attributes:
        notice: why the answers to the safety questions could not be read; None where they could.
    """

    def __init__(self, records: Records, wall: Callable[[], datetime]) -> None:
        self.notice: Message | None = None
        self._answers: SafetyAnswers | None = None
        self._records, self._wall = records, wall
        self._put_away = set[str]()
        try:
            self._answers = records.safety()
        except UserError as error:
            self.notice = error.messages[0]

    @property
    def answers(self) -> SafetyAnswers | None:
        """The latest to the safety questions; None before the first."""
        with suppress(UserError):  # those of before stay
            self._answers = self._records.safety()
        return self._answers

    @property
    def verdict(self) -> Verdict:
        """Whether practice is open now."""
        pains: list[NotedPain] = []
        with suppress(UserError):
            pains = self._records.pains()
        return verdict(self.answers, pains, self._wall())

    def open_to(self, exercises: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
        """Return the exercises that are open, in the words they are led with."""
        return open_to(self.verdict, exercises)

    def answer(self, answers: Mapping[str, bool], *, support: bool, cleared: bool) -> None:
        """Record the answers to the safety questions."""
        self._answers = SafetyAnswers(self._wall(), answers, support, cleared=cleared)
        self._records.put(self._answers)

    def follow_up(
        self, programme: Programme, exercises: Mapping[str, Exercise], lessons: LessonLibrary
    ) -> FollowUp | None:
        """Return what the latest answer changes about what comes next; None where nothing."""
        found = None
        with suppress(UserError):
            felt, now = self._records.felt(2), self._wall()
            open_ = self.open_to(exercises)
            found = follow_up(felt, programme.answers, open_, lessons, now)
        return found if found and found.run not in self._put_away else None

    def put_away(self, follow_up: FollowUp) -> None:
        """Offer no more what an answer led to."""
        self._put_away.add(follow_up.run)
