"""Whether the answers after the sessions speak against moving on to the next stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.messages.message import Message
from app.records.feedback import Feedback, Felt


class Objection(StrEnum):
    """What speaks against moving on."""

    PAIN = "pain"
    EFFORT = "effort"
    NOT_AS_SHOWN = "not-as-shown"
    LOWER_BACK = "lower-back"
    STICK = "stick"

    @property
    def message(self) -> Message:
        """Say it in a sentence."""
        return Message(f"practice.objection.{self.value}")


class MoveRule(NamedTuple):
    """What moving on takes; what was not answered is no objection.

    Attributes:
        pain_free_days: so long ago the last pain was.
        effort: given at most, from 1 to 10.
        answers: how many of the latest answers, and checks with the stick, are looked at.
    """

    pain_free_days: int = 7
    effort: int = 7
    answers: int = 2

    def objections(self, answers: Sequence[Feedback], today: date) -> tuple[Objection, ...]:
        """Return what speaks against moving on, each once.

        Args:
            answers: after the sessions, the latest last.
            today: of the learner's clock; answers of a clock that was ahead do not count.
        """
        known = [one for one in answers if one.asked_at.date() <= today + timedelta(days=1)]
        since = today - timedelta(days=self.pain_free_days)
        felt = [one.felt for one in known if one.felt is not None][-self.answers :]
        shown = [one.done_as_shown for one in known if one.done_as_shown is not None]
        sticks = [one.stick_stayed for one in known if one.stick_stayed is not None]
        efforts = [one.effort for one in known if one.effort is not None]
        found = {
            Objection.PAIN: any(
                one.pain and (one.answered_at or one.asked_at).date() > since for one in known
            ),
            Objection.EFFORT: any(one > self.effort for one in efforts[-self.answers :]),
            Objection.NOT_AS_SHOWN: False in shown[-self.answers :],
            Objection.LOWER_BACK: len(felt) == self.answers
            and all(one is Felt.LOWER_BACK for one in felt),
            Objection.STICK: False in sticks[-self.answers :],
        }
        return tuple(objection for objection, holds in found.items() if holds)
