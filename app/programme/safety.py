"""The questions before practice, and the gate: what they and a pain mean for practice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from msgspec.structs import replace

from app.messages.message import Message
from app.practice.exercise import Exercise
from app.programme.pains import Pains
from app.records.feedback import Feedback, NotedPain
from app.records.model import SafetyAnswers
from app.records.queries import Queries

#: The lesson that is offered where practice is closed.
CARE_LESSON = "when-not-to"


class SafetyQuestion(StrEnum):
    """One question, to be answered with yes or no; the value is stored."""

    BACK_PAIN = "back-pain"
    SCIATICA = "sciatica"
    BACK_SURGERY = "back-surgery"
    HEART = "heart"
    DIZZY = "dizzy"
    HIP_SURGERY = "hip-surgery"
    BONES = "bones"
    HERNIA = "hernia"
    PREGNANCY = "pregnancy"
    BALANCE = "balance"

    @property
    def message(self) -> Message:
        """The question."""
        return Message(f"practice.safety.question.{self.value}")

    @property
    def meaning(self) -> Message:
        """What its words mean."""
        return Message(f"practice.safety.meaning.{self.value}")

    @property
    def reason(self) -> Message:
        """Why a yes keeps practice closed."""
        return Message(f"practice.safety.reason.{self.value}")


#: In the order they are asked.
QUESTIONS = tuple(SafetyQuestion)

#: The advice that goes with a closed practice: ask a healthcare provider.
ADVICE = Message("practice.safety.advice")

#: What goes with a pain that is for a doctor to look at.
URGENT = Message("practice.pain.urgent")

#: "I have support at hand", "A professional who knows me has cleared me".
SUPPORT = Message("practice.safety.support")
CLEARED = Message("practice.safety.cleared")


class Gate(StrEnum):
    """Whether practice is open. Lessons always are.

    SUPPORT_ONLY opens the exercises that leave a hand free. PAUSED lasts until a time, or until it
    was said whether a pain has settled.
    """

    UNANSWERED = "unanswered"
    OPEN = "open"
    SUPPORT_ONLY = "support-only"
    NEEDS_SUPPORT = "needs-support"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether practice is open, and why not.

    Attributes:
        reasons: what keeps practice closed.
        urgent: whether a pain does that someone has to look at.
        until: when a pause is over; None where it waits for an answer alone.
        is_mild: whether it pauses only until it is known that a mild pain has settled.
        unsettled: the pain to ask about: has it settled within 24 hours?
        eased: the pain after which less is offered, where practice is open.
    """

    gate: Gate
    reasons: tuple[Message, ...] = ()
    urgent: bool = False
    until: datetime | None = None
    is_mild: bool = False
    unsettled: Feedback | None = None
    eased: Feedback | None = None

    @property
    def is_open(self) -> bool:
        """Whether practice may start."""
        return self.gate in (Gate.OPEN, Gate.SUPPORT_ONLY)

    @property
    def may_offer(self) -> bool:
        """Whether a page may offer practice, before which the questions may come."""
        return self.is_open or self.gate is Gate.UNANSWERED

    def offers(self, exercise: Exercise | None) -> bool:
        """Tell whether a page may offer an exercise."""
        if exercise is None or not self.may_offer:
            return False
        return self.gate is not Gate.SUPPORT_ONLY or bool(exercise.cues.hold_on)


def verdict(answers: SafetyAnswers | None, noted: Sequence[NotedPain], now: datetime) -> Verdict:
    """Decide whether practice is open: the one place that does.

    A question without an answer is asked again: a later version may have more of them. After a
    pause all of them are.

    Args:
        answers: the latest to the questions.
        noted: the pains, oldest first.
        now: wall time with its zone.
    """
    pains = Pains(noted, answers, now)
    if urgent := pains.urgent:
        return Verdict(Gate.CLOSED, (urgent,), urgent=True)
    if pause := pains.pause:
        return Verdict(
            Gate.PAUSED, until=pause.until, is_mild=pause.is_mild, unsettled=pause.unsettled
        )
    if answers is None or pains.asks_again or any(q not in answers.answers for q in QUESTIONS):
        return Verdict(Gate.UNANSWERED)
    yes = [question for question in QUESTIONS if answers.answers[question]]
    unsteady = SafetyQuestion.BALANCE in yes
    if set(yes) - {SafetyQuestion.BALANCE} and not answers.cleared:
        return Verdict(Gate.CLOSED, tuple(question.reason for question in yes))
    if unsteady and not answers.support:
        return Verdict(Gate.NEEDS_SUPPORT, (SafetyQuestion.BALANCE.reason,))
    return Verdict(Gate.SUPPORT_ONLY if unsteady else Gate.OPEN, eased=pains.eased)


def gate_of(records: Queries, now: datetime) -> Verdict:
    """Read the records and decide whether practice is open.

    Raises:
        UserError: they cannot be read.
    """
    return verdict(records.safety(), records.pains(), now)


def open_to(found: Verdict, exercises: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
    """Return the exercises that are open: with support only, those that leave a hand free.

    Each of those says to hold on in place of its own words before the first set.
    """
    if found.gate is not Gate.SUPPORT_ONLY:
        return exercises
    return {
        name: replace(exercise, cues=replace(exercise.cues, prepare=exercise.cues.hold_on))
        for name, exercise in exercises.items()
        if exercise.cues.hold_on
    }
