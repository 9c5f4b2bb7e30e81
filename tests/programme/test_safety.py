from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from app.programme.safety import QUESTIONS, Gate, SafetyQuestion, verdict
from app.records.model import SafetyAnswers

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def answered(*yes: str, support: bool = False) -> SafetyAnswers:
    return SafetyAnswers(NOON, {question: question in yes for question in QUESTIONS}, support)


def test_the_questions_are_the_four_of_the_tutorial() -> None:
    assert [str(question) for question in QUESTIONS] == [
        "back-pain",
        "sciatica",
        "back-surgery",
        "balance",
    ]
    messages = {question.message for question in QUESTIONS}
    messages |= {question.reason for question in QUESTIONS}
    assert len(messages) == 8


def test_before_the_questions_practice_is_not_open() -> None:
    assert verdict(None).gate is Gate.UNANSWERED
    assert not verdict(None).is_open


@pytest.mark.parametrize("missing", QUESTIONS)
def test_a_question_left_out_is_asked_again(missing: SafetyQuestion) -> None:
    answers: dict[str, bool] = {
        question: False for question in QUESTIONS if question is not missing
    }
    assert verdict(SafetyAnswers(NOON, answers, support=True)).gate is Gate.UNANSWERED


def test_four_times_no_opens_practice() -> None:
    assert verdict(answered()).is_open
    assert verdict(answered()).reasons == ()


@pytest.mark.parametrize("support", [False, True])
@pytest.mark.parametrize("question", QUESTIONS[:3])
def test_a_yes_closes_practice_and_is_the_reason(question: SafetyQuestion, support: bool) -> None:
    found = verdict(answered(question, support=support))
    assert (found.gate, found.reasons) == (Gate.CLOSED, (question,))
    assert not found.is_open


def test_balance_problems_need_support_at_hand() -> None:
    found = verdict(answered("balance"))
    assert (found.gate, found.reasons) == (Gate.NEEDS_SUPPORT, (SafetyQuestion.BALANCE,))
    assert not found.is_open
    assert verdict(answered("balance", support=True)).is_open


def test_support_opens_nothing_but_balance() -> None:
    for given in product([False, True], repeat=4):
        yes = [question for question, is_yes in zip(QUESTIONS, given, strict=True) if is_yes]
        found = verdict(answered(*yes, support=True))
        assert found.is_open == (yes in ([], ["balance"]))


def test_all_reasons_are_given_in_the_order_of_the_questions() -> None:
    assert verdict(answered("balance", "back-pain")).reasons == ("back-pain", "balance")
