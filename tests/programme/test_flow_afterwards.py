"""What is asked after a session, and what follows from the answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.programme.flow_states import FlowState
from app.records.feedback import Felt
from app.records.model import LessonPlace
from tests.helpers.practice_flow import LIBRARY, Story, a_plan
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


def test_pain_ends_practice_and_is_mentioned_at_the_next_choice_until_dismissed(
    opened: Story,
) -> None:
    flow = opened.flow
    opened.start()
    opened.lead()
    opened.play()
    lines = opened.told(flow.note_pain, flow.leave_page)
    assert lines == ["stopped for pain: feedback", "choosing"]
    assert flow.pain_to_mention() == MORNING.date()
    flow.edit()
    assert flow.pain_to_mention() is None
    flow.end_editing()
    told: list[object] = []
    flow.subscribe(lambda: told.append(flow.pain_to_mention()))
    flow.dismiss_pain()
    flow.dismiss_pain()
    assert told[0] is None
    assert len(opened.records.of("dismissed")) == 1
    assert opened.started_again().pain_to_mention() is None


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
    assert flow.pain_to_mention() is None


def test_leaving_the_page_changes_nothing_but_after_pain(opened: Story) -> None:
    opened.start()
    opened.lead()
    for verb in (opened.play, opened.flow.skip_question):
        opened.flow.leave_page()
        verb()
    opened.flow.leave_page()
    assert opened.is_(FlowState.DONE)
