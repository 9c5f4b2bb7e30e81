"""What the learner says after a session."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from app.messages.message import Message
from app.records.checks import need_text, need_zone

#: Effort, from hardly any to all you have.
EFFORT = (1, 10)

#: How far the heels were from the wall, cm.
WALL_CM = (1, 150)

#: Pain, from none to the worst there could be.
PAIN = (0, 10)


class Felt(StrEnum):
    """Where the movement was felt, or how steady it was; the value is stored."""

    HAMSTRINGS = "hamstrings"
    THIGHS = "thighs"
    LOWER_BACK = "lower-back"
    NOWHERE = "nowhere"
    BACKWARD = "backward"
    STRETCH = "stretch"
    BEHIND_KNEE = "behind-knee"
    STEADY = "steady"
    WOBBLY = "wobbly"
    HELD_ON = "held-on"
    FOOT_DOWN = "foot-down"

    @property
    def message(self) -> Message:
        """Its name."""
        return Message(f"practice.felt.{self.value}")

    @property
    def reply(self) -> Message:
        """What the program replies."""
        return Message(f"practice.felt.reply.{self.value}")

    @property
    def last_time(self) -> Message:
        """What is said of it before the next session."""
        return Message(f"practice.felt.last.{self.value}")


class PainPlace(StrEnum):
    """Where it hurt; the value is stored."""

    LOWER_BACK = "lower-back"
    HIP = "hip"
    THIGH = "thigh"
    KNEE = "knee"
    LEG = "leg"
    ELSEWHERE = "elsewhere"

    @property
    def message(self) -> Message:
        """Its name."""
        return Message(f"practice.pain.place.{self.value}")


class StickPoint(StrEnum):
    """Where a stick along the back is to stay on; the value is the answer's name."""

    HEAD = "stick_head"
    BACK = "stick_back"
    TAILBONE = "stick_tailbone"

    @property
    def message(self) -> Message:
        """Its name."""
        return Message(f"practice.stick.{self.name.lower()}")


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
        pain_level: from 0 to 10; None is not answered, as it is for all that follows.
        pain_place: where it hurt.
        pain_signs: whether one of the signs came with it that are for a doctor to look at.
        settled: whether it had settled within 24 hours, asked the next day.
        wall_cm: how far the heels were from the wall at the last touch.
        stick_head, stick_back, stick_tailbone: whether a stick along the back stayed on there.
    """

    run: str
    asked_at: datetime
    answered_at: datetime | None = None
    felt: Felt | None = None
    pain: bool = False
    effort: int | None = None
    done_as_shown: bool | None = None
    pain_level: int | None = None
    pain_place: PainPlace | None = None
    pain_signs: bool | None = None
    settled: bool | None = None
    wall_cm: int | None = None
    stick_head: bool | None = None
    stick_back: bool | None = None
    stick_tailbone: bool | None = None

    @property
    def at(self) -> datetime:
        """When the session was over: the answers, or else the question."""
        return self.answered_at or self.asked_at

    @property
    def has_answer(self) -> bool:
        """Whether anything was answered that was not taken back."""
        given = (self.felt, self.effort, self.done_as_shown, self.wall_cm, self.stick_stayed)
        return self.pain or any(one is not None for one in given)

    def stayed(self, point: StickPoint) -> bool | None:
        """Return whether the stick stayed on at a point; None is not answered."""
        answer: bool | None = getattr(self, point.value)
        return answer

    @property
    def stick_stayed(self) -> bool | None:
        """Whether the stick stayed on wherever that was answered; None where it was nowhere."""
        given = [one for one in map(self.stayed, StickPoint) if one is not None]
        return all(given) if given else None

    def __post_init__(self) -> None:
        need_text(run=self.run)
        need_zone(asked_at=self.asked_at)
        if self.answered_at is not None:
            need_zone(answered_at=self.answered_at)
        for name, value, (low, high) in (
            ("effort", self.effort, EFFORT),
            ("pain_level", self.pain_level, PAIN),
            ("wall_cm", self.wall_cm, WALL_CM),
        ):
            if value is not None and not low <= value <= high:
                raise ValueError(f"{name}: expected {low} to {high}, got {value}")


def painless(feedback: Feedback) -> Feedback:
    """Return answers without any pain."""
    return msgspec.structs.replace(
        feedback, pain=False, pain_level=None, pain_place=None, pain_signs=None, settled=None
    )


class NotedPain(NamedTuple):
    """Answers with a pain, and whether what is said about it was dismissed."""

    given: Feedback
    dismissed: bool


class PainNoteDismissed(msgspec.Struct, frozen=True):
    """What is said about the pain noted after a run was read and dismissed."""

    run: str

    def __post_init__(self) -> None:
        need_text(run=self.run)
