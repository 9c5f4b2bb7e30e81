"""What the learner says after a session."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from app.messages.message import Message
from app.records.checks import need_text, need_zone

#: Effort, from hardly any to all you have.
EFFORT = (1, 10)


class Felt(StrEnum):
    """Where the movement was felt; the value is stored."""

    HAMSTRINGS = "hamstrings"
    THIGHS = "thighs"
    LOWER_BACK = "lower-back"
    NOWHERE = "nowhere"
    BACKWARD = "backward"

    @property
    def message(self) -> Message:
        """Its name."""
        return Message(f"practice.felt.{self.value}")

    @property
    def reply(self) -> Message:
        """What the program replies."""
        return Message(f"practice.felt.reply.{self.value}")


class Feedback(msgspec.Struct, frozen=True):
    """The question after a session, and what was answered so far; one for each run.

    Attributes:
        run: of the session, as in `SessionRecord.run`.
        asked_at: when the question was shown, with its time zone.
        answered_at: when the latest answer was given; None while there is none.
        felt: where; None is not answered.
        pain: whether pain was noted.
        effort: from 1 to 10; None is not answered.
        done_as_shown: whether it went as the figure shows it; None is not answered.
    """

    run: str
    asked_at: datetime
    answered_at: datetime | None = None
    felt: Felt | None = None
    pain: bool = False
    effort: int | None = None
    done_as_shown: bool | None = None

    @property
    def has_answer(self) -> bool:
        """Whether anything was answered that was not taken back."""
        return self.pain or (self.felt, self.effort, self.done_as_shown) != (None, None, None)

    def __post_init__(self) -> None:
        need_text(run=self.run)
        need_zone(asked_at=self.asked_at)
        if self.answered_at is not None:
            need_zone(answered_at=self.answered_at)
        low, high = EFFORT
        if self.effort is not None and not low <= self.effort <= high:
            raise ValueError(f"effort: expected {low} to {high}, got {self.effort}")


class PainNoteDismissed(msgspec.Struct, frozen=True):
    """The reminder of the pain noted after a run was read and dismissed."""

    run: str

    def __post_init__(self) -> None:
        need_text(run=self.run)
