"""The questions asked before the first practice, and what the answers and a pain mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.messages.message import Message
from app.records.feedback import Feedback
from app.records.model import SafetyAnswers

#: The message id of the reminder of a pain of today or yesterday; its argument is `date`.
PAIN_NOTE = "practice.safety.pain-note"


class SafetyQuestion(StrEnum):
    """One question, to be answered with yes or no; the value is stored."""

    BACK_PAIN = "back-pain"
    SCIATICA = "sciatica"
    BACK_SURGERY = "back-surgery"
    BALANCE = "balance"

    @property
    def message(self) -> Message:
        """The question."""
        return Message(f"practice.safety.question.{self.value}")

    @property
    def reason(self) -> Message:
        """Why a yes keeps practice closed."""
        return Message(f"practice.safety.reason.{self.value}")


#: In the order they are asked.
QUESTIONS = tuple(SafetyQuestion)

#: The advice that goes with a closed practice: ask a healthcare provider.
ADVICE = Message("practice.safety.advice")

#: "I have support at hand".
SUPPORT = Message("practice.safety.support")


class Gate(StrEnum):
    """Whether practice is open. Lessons always are."""

    UNANSWERED = "unanswered"
    OPEN = "open"
    NEEDS_SUPPORT = "needs-support"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the answers mean.

    Attributes:
        reasons: the questions answered with yes that keep practice closed, in their order.
    """

    gate: Gate
    reasons: tuple[SafetyQuestion, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether practice may start."""
        return self.gate is Gate.OPEN


def verdict(answers: SafetyAnswers | None) -> Verdict:
    """Decide whether practice is open.

    A question without an answer is asked again: a later version may have more of them.
    Problems with balance alone are met by support at hand.
    """
    if answers is None or any(question not in answers.answers for question in QUESTIONS):
        return Verdict(Gate.UNANSWERED)
    yes = tuple(question for question in QUESTIONS if answers.answers[question])
    if not yes:
        return Verdict(Gate.OPEN)
    if yes == (SafetyQuestion.BALANCE,):
        return Verdict(Gate.OPEN) if answers.support else Verdict(Gate.NEEDS_SUPPORT, yes)
    return Verdict(Gate.CLOSED, yes)


def pain_to_mention(latest: Feedback | None, today: date) -> date | None:
    """Return the day of the pain to remind of before the next practice, today's or yesterday's.

    Args:
        latest: the pain noted last, unless its reminder was dismissed.
        today: the day of the learner's clock; after a flight west the pain may be of tomorrow.
    """
    if latest is None or not latest.pain:
        return None
    day = (latest.answered_at or latest.asked_at).date()
    return day if abs((today - day).days) <= 1 else None
