from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from app.programme.safety import QUESTIONS, Gate, SafetyQuestion, Verdict, open_to, verdict
from app.records.model import SafetyAnswers
from tests.helpers.practice_flow import LIBRARY

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BALANCE = SafetyQuestion.BALANCE
HAND_FREE = {
    "wall-drill",
    "wall-touches",
    "slow-motion",
    "single-leg-stand",
    "bodyweight-hinge",
    "hamstring-stretch",
}


def found(*yes: str, support: bool = False, cleared: bool = False) -> Verdict:
    answers = {question.value: question in yes for question in QUESTIONS}
    return verdict(SafetyAnswers(NOON, answers, support, cleared=cleared), (), NOON)


def test_the_questions_are_the_tutorials_four_and_what_practice_adds() -> None:
    assert [str(question) for question in QUESTIONS] == [
        "back-pain",
        "sciatica",
        "back-surgery",
        "heart",
        "dizzy",
        "hip-surgery",
        "bones",
        "hernia",
        "pregnancy",
        "balance",
    ]
    texts = [(one.message, one.meaning, one.reason) for one in QUESTIONS]
    assert len({text for each in texts for text in each}) == 3 * len(QUESTIONS)
    for text in (text for each in texts for text in each):
        assert 5 < len(str(text)) < 90


def test_before_the_questions_practice_is_not_open() -> None:
    before = verdict(None, (), NOON)
    assert before.gate is Gate.UNANSWERED
    assert not before.is_open
    assert before.may_offer, "the questions come first then"


@pytest.mark.parametrize("missing", QUESTIONS)
def test_a_question_left_out_is_asked_again(missing: SafetyQuestion) -> None:
    answers = {question.value: False for question in QUESTIONS if question is not missing}
    given = SafetyAnswers(NOON, answers, support=True, cleared=True)
    assert verdict(given, (), NOON).gate is Gate.UNANSWERED


def test_no_to_all_opens_practice() -> None:
    assert found() == Verdict(Gate.OPEN)


@pytest.mark.parametrize("support", [False, True])
@pytest.mark.parametrize("question", [one for one in QUESTIONS if one is not BALANCE])
def test_a_yes_closes_practice_and_is_the_reason(question: SafetyQuestion, support: bool) -> None:
    closed = found(question, support=support)
    assert (closed.gate, closed.reasons) == (Gate.CLOSED, (question.reason,))
    assert not closed.is_open
    assert not closed.may_offer
    assert found(question, support=support, cleared=True).gate is Gate.OPEN


def test_balance_problems_need_support_at_hand_whoever_has_cleared_them() -> None:
    for cleared in (False, True):
        unsteady = found("balance", cleared=cleared)
        assert (unsteady.gate, unsteady.reasons) == (Gate.NEEDS_SUPPORT, (BALANCE.reason,))
        assert not unsteady.is_open
        assert found("balance", support=True, cleared=cleared).gate is Gate.SUPPORT_ONLY


def test_support_opens_nothing_but_balance_and_clearance_all_else() -> None:
    three = ("back-pain", "heart", "balance")
    for given in product([False, True], repeat=5):
        yes = {name for name, is_yes in zip(three, given, strict=False) if is_yes}
        support, cleared = given[3:]
        is_open = found(*yes, support=support, cleared=cleared).is_open
        assert is_open is ((cleared or yes <= {"balance"}) and (support or "balance" not in yes))


def test_all_reasons_are_given_in_the_order_of_the_questions() -> None:
    back_pain = SafetyQuestion.BACK_PAIN
    assert found("balance", "back-pain").reasons == (back_pain.reason, BALANCE.reason)


def test_with_support_only_what_leaves_a_hand_free_is_open_and_says_to_hold_on() -> None:
    exercises = LIBRARY.exercises
    assert open_to(found(), exercises) is exercises
    supported = found("balance", support=True)
    opened = open_to(supported, exercises)
    assert set(opened) == HAND_FREE == {name for name, one in exercises.items() if one.hand_free}
    for name, exercise in opened.items():
        assert "old on" in exercise.cues.prepare, name
        assert "one hand" in exercise.cues.prepare, name
        assert exercise.cues.down == exercises[name].cues.down
    for name, exercise in exercises.items():
        assert supported.offers(exercise) is (name in HAND_FREE)
        assert found().offers(exercise)
        assert not found("heart").offers(exercise)
    assert not supported.offers(None)
