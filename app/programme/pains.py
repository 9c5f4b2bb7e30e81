"""What a pain means for practice: go on with less, wait, or see someone first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.messages.message import Message
from app.records.feedback import Feedback, NotedPain, PainPlace
from app.records.model import SafetyAnswers

#: Up to here a pain that settles in time is no reason to pause. The pain-monitoring model allows
#: up to 5 of 10 where a physiotherapist looks on (Thomeé 1997, Silbernagel 2007); here nobody does.
MILD = 3
SETTLES_IN = timedelta(hours=24)
PAUSE = timedelta(hours=48)
#: The second pain in this time is a reason to pause; and so long less is offered after one.
WEEK = timedelta(days=7)
#: What is dated later than this from now is of a clock that was wrong.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Why practice is not open, after a pain.

    Attributes:
        until: when it is over; None where only an answer is waited for.
        is_mild: whether it lasts only until it is known that a mild pain has settled.
        unsettled: the pain to ask about: had it settled within 24 hours?
    """

    until: datetime | None = None
    is_mild: bool = False
    unsettled: Feedback | None = None


class Pains:
    """What the pains that were noted mean, now and with the latest safety answers.

    Args:
        noted: oldest first.
        answers: the latest to the safety questions.
        now: wall time with its zone.
    """

    def __init__(
        self, noted: Iterable[NotedPain], answers: SafetyAnswers | None, now: datetime
    ) -> None:
        self._noted = [one for one in noted if one.given.at <= now + _AHEAD]
        self._given = [one.given for one in self._noted]
        self._answers, self._now = answers, now
        self._open = [
            (pain, pause_end(pain, self._given[:index]))
            for index, pain in enumerate(self._given)
            if not self._is_met(pain, pause_end(pain, self._given[:index]))
        ]

    @property
    def urgent(self) -> Message | None:
        """Why someone has to look at it first; None where there is no such pain."""
        urgent = next((pain for pain, _ in reversed(self._open) if is_urgent(pain)), None)
        if urgent is None:
            return None
        return Message(f"practice.pain.reason.{'signs' if urgent.pain_signs else 'leg'}")

    @property
    def pause(self) -> Pause | None:
        """What keeps practice closed for some time; None where nothing does."""
        waiting = [pain for pain, end in self._open if end is None and pain.settled is None]
        strong = [end for _, end in self._open if end is not None and end > self._now]
        ends = [*strong, *(pain.at + SETTLES_IN for pain in waiting)]
        until = max((end for end in ends if end > self._now), default=None)
        if until is None and not waiting:
            return None
        today = self._now.date()
        asked = [one for one in waiting if one.at.astimezone(self._now.tzinfo).date() < today]
        return Pause(until, not strong, asked[-1] if asked else None)

    @property
    def asks_again(self) -> bool:
        """Whether a pause is over, after which the safety questions are asked again."""
        return any(end is not None for _, end in self._open)

    @property
    def eased(self) -> Feedback | None:
        """The pain that was mild and has settled, after which less is offered; None without one."""
        if not self._noted or self._noted[-1].dismissed:
            return None
        latest = self._given[-1]
        mild = latest.settled and pause_end(latest, self._given[:-1]) is None
        return latest if mild and self._now - latest.at <= WEEK else None

    def _is_met(self, pain: Feedback, end: datetime | None) -> bool:
        """Tell whether the safety questions were answered since a pain, and late enough."""
        if self._answers is None:
            return False
        answered = self._answers.answered_at
        if self._answers.cleared and answered > pain.at:
            return True
        return not is_urgent(pain) and answered >= (end or pain.at + SETTLES_IN)


def is_urgent(pain: Feedback) -> bool:
    """Tell whether a pain is for a doctor: it runs down a leg, or a sign came with it."""
    return bool(pain.pain_signs) or pain.pain_place is PainPlace.LEG


def pause_end(pain: Feedback, earlier: Sequence[Feedback]) -> datetime | None:
    """Return when the pause after a pain is over; None where it asks for none.

    Args:
        pain: the pain.
        earlier: those before it.
    """
    second = any(pain.at - one.at <= WEEK for one in earlier)
    if second or pain.pain_level is None or pain.pain_level > MILD:
        return pain.at + PAUSE
    return pain.at + SETTLES_IN + PAUSE if pain.settled is False else None
