"""What is asked after a session, and what follows from the answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.programme.easing import with_less
from app.programme.flow_states import FlowState
from app.programme.programme import Next
from app.programme.safety import Gate
from app.records.feedback import Feedback, Felt, PainPlace
from app.records.model import LessonPlace
from tests.helpers.practice_flow import LIBRARY, NO, Story, a_plan
from tests.helpers.records import MORNING


def test_it_is_asked_once_a_day(opened: Story) -> None:
    states = []
    for days in (0, 0, 1):
        opened.wall += timedelta(days=days)
        opened.start()
        opened.lead()
        opened.play()
        states.append(opened.flow.state)
    assert states == [
        FlowState.ASKING_HOW_IT_FELT,
        FlowState.DONE,
        FlowState.ASKING_HOW_IT_FELT,
    ]
    assert len(opened.records.of("feedback")) == 2


def test_homework_and_a_session_without_a_repetition_are_not_asked(opened: Story) -> None:
    opened.flow.start(a_plan(LIBRARY.programme.daily[0].id))
    opened.lead()
    opened.play()
    assert opened.is_(FlowState.DONE)
    opened.start()
    opened.lead()
    opened.stop()
    assert opened.is_(FlowState.DONE)
    assert opened.records.of("feedback") == []


def test_an_answer_leads_to_the_step_that_shows_what_is_behind_it(opened: Story) -> None:
    steps = [opened.flow.help_step]
    opened.start()
    opened.lead()
    opened.play()
    steps.append(opened.flow.help_step)
    for felt in (Felt.THIGHS, Felt.HAMSTRINGS):
        opened.flow.felt(felt)
        steps.append(opened.flow.help_step)
    assert steps == [None, None, LessonPlace("troubleshooting", 3), None]


def test_pain_ends_practice_and_pauses_it(opened: Story) -> None:
    flow = opened.flow
    opened.start()
    opened.lead()
    opened.play()
    lines = opened.told(flow.note_pain, flow.leave_page)
    assert lines == ["stopped for pain: feedback", "closed"]
    assert flow.verdict.gate is Gate.PAUSED
    assert opened.started_again().state is FlowState.CLOSED


@pytest.mark.parametrize("asked", [True, False])
def test_a_pain_by_a_slip_leaves_everything_as_it_was(opened: Story, asked: bool) -> None:
    flow = opened.flow
    opened.start()
    opened.lead()
    opened.play()
    if asked:
        flow.felt(Felt.THIGHS)
    else:
        flow.skip_question()
    before = flow.state
    lines = opened.told(flow.note_pain, flow.take_pain_back)
    assert lines == ["stopped for pain: feedback", f"{before.value}: feedback"]
    assert flow.given is not None
    assert (flow.given.felt, flow.given.pain) == (Felt.THIGHS if asked else None, False)
    assert (flow.given.answered_at is None) is not asked
    assert flow.help_step is not None or not asked
    flow.choose_another()
    assert opened.is_(FlowState.CHOOSING)
    assert flow.eased is None


def test_leaving_the_page_changes_nothing_but_after_pain(opened: Story) -> None:
    opened.start()
    opened.lead()
    for verb in (opened.play, opened.flow.skip_question):
        opened.flow.leave_page()
        verb()
    opened.flow.leave_page()
    assert opened.is_(FlowState.DONE)


@pytest.fixture
def answered(story: Story) -> Story:
    """Practice is open by answers that the next start finds."""
    story.open()
    return story


def hurt(story: Story, **said: int | bool | PainPlace) -> None:
    """Note pain after a session, and say more of it."""
    story.start()
    story.lead()
    story.play()
    story.flow.note_pain()
    story.flow.describe_pain(**said)
    story.flow.leave_page()


def test_a_mild_pain_is_asked_after_the_next_day_and_goes_on_with_less(answered: Story) -> None:
    hurt(answered, pain_level=2, pain_place=PainPlace.KNEE, pain_signs=False)
    flow = answered.flow
    assert answered.is_(FlowState.CLOSED)
    asked = [flow.verdict.unsettled is not None]
    answered.wall += timedelta(days=1)
    asked.append(flow.verdict.unsettled is not None)
    assert asked == [False, True]
    lines = answered.told(lambda: flow.say_settled(True))
    assert lines == ["choosing: feedback"]
    eased = [flow.eased]
    plan = with_less(a_plan())
    assert (plan.choice.reps, plan.choice.sets) == (1, 2)
    flow.dismiss_pain()
    eased.append(flow.eased)
    assert [one is not None for one in eased] == [True, False]
    assert answered.started_again().eased is None


def test_one_that_did_not_settle_leads_to_the_questions_after_two_days(answered: Story) -> None:
    hurt(answered, pain_level=2)
    flow = answered.flow
    answered.wall += timedelta(days=1)
    flow.say_settled(False)
    assert answered.is_(FlowState.CLOSED)
    answered.wall += timedelta(days=1, hours=23)
    flow.look_at_gate()
    assert answered.is_(FlowState.CLOSED)
    answered.wall += timedelta(hours=2)
    flow.look_at_gate()
    assert answered.is_(FlowState.ASKING_SAFETY)
    flow.keep_answers()
    assert answered.is_(FlowState.ASKING_SAFETY), "those of before do not count"
    answered.open()
    assert answered.is_(FlowState.CHOOSING)


def test_a_leg_closes_practice_until_someone_has_cleared_it(answered: Story) -> None:
    hurt(answered, pain_level=1, pain_place=PainPlace.LEG)
    flow = answered.flow
    answered.wall += timedelta(days=9)
    assert answered.started_again().verdict.urgent
    flow = answered.flow
    flow.ask_questions()
    answered.open()
    assert answered.is_(FlowState.CLOSED)
    flow.ask_questions()
    flow.answer_questions(NO, support=False, cleared=True)
    assert answered.is_(FlowState.CHOOSING)


def test_a_session_does_not_start_around_a_pain_noted_elsewhere(answered: Story) -> None:
    answered.start()
    answered.lead()
    answered.play()
    answered.records.put(replace(answered.flow.given or Feedback("r", MORNING), pain=True))
    answered.flow.again()
    assert answered.is_(FlowState.CLOSED)


def test_with_support_only_no_other_exercise_starts(answered: Story) -> None:
    flow = answered.flow
    flow.ask_questions()
    flow.answer_questions({**NO, "balance": True}, support=True)
    other = LIBRARY.exercises["broomstick-hinge"]
    flow.start(build_session([Part(other, Choice.of(other))], other.title))
    assert answered.is_(FlowState.CHOOSING)
    answered.start()
    assert answered.is_(FlowState.PRACTISING)


def test_an_answer_changes_what_comes_next_until_it_is_put_away(answered: Story) -> None:
    flow = answered.flow
    for felt, kind in (
        (Felt.HAMSTRINGS, None),
        (Felt.THIGHS, Next.LESSON),
        (Felt.LOWER_BACK, Next.REPEAT),  # there is nothing easier than wall touches
    ):
        answered.wall += timedelta(days=1)
        answered.start()
        answered.lead()
        answered.play()
        flow.felt(felt)
        found = flow.follow_up
        assert (found.kind if found else None) is kind
    assert found is not None
    assert (found.exercise, found.lesson) == ("wall-touches", LessonPlace("troubleshooting", 0))
    flow.put_away(found)
    assert flow.follow_up is None
    answered.started_again()
    assert answered.flow.follow_up == found
    answered.wall += timedelta(days=8)
    assert answered.flow.follow_up is None
