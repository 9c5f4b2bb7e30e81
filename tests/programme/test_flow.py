from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.messages.message import Message
from app.practice.timeline import Place
from app.programme.flow_states import FlowState, IllegalFlowEventError
from app.programme.safety import Gate, SafetyQuestion
from app.records.decision import Decision, DecisionKind
from app.records.feedback import Feedback, Felt
from app.records.model import Practised, SessionRecord, SetRecord
from app.records.tally import tally
from tests.helpers.practice_flow import LIBRARY, NO, ListedRecords, Story, a_plan
from tests.helpers.records import MORNING


def broken_off(story: Story) -> None:
    """Begin a session, come into its second set, and start the program again."""
    story.open()
    story.start()
    story.lead()
    story.play(10 + 5 + 5 + 1)
    story.started_again()


def test_a_first_visit_from_the_questions_to_the_lesson(story: Story) -> None:
    flow = story.flow
    assert flow.state is FlowState.ASKING_SAFETY
    lines = story.told(
        story.close,
        flow.ask_questions,
        story.open,
        story.start,
        story.lead,
        story.play,
        lambda: flow.felt(Felt.THIGHS),
        lambda: flow.effort(6),
        lambda: flow.done_as_shown(False),
        flow.choose_another,
    )
    assert lines == [
        "closed: safety",
        "asking the safety questions",
        "choosing: safety",
        "practising",
        "practising: started, running",
        "asking how it felt: set, running, set, finished, left, feedback",
        "asking how it felt: feedback",
        "asking how it felt: feedback",
        "asking how it felt: feedback",
        "choosing",
    ]
    given = cast("Feedback", story.records.of("feedback")[-1])
    assert (given.felt, given.effort, given.done_as_shown) == (Felt.THIGHS, 6, False)


def test_answers_are_stamped_with_the_time_of_day_and_kept(story: Story) -> None:
    story.open()
    assert story.flow.care.answers is not None
    assert story.flow.care.answers.answered_at == MORNING
    assert story.started_again().state is FlowState.CHOOSING
    story.flow.ask_questions()
    recorded = list(story.records.listed)
    story.flow.keep_answers()
    assert (story.flow.state, story.records.listed) == (FlowState.CHOOSING, recorded)


def test_kept_answers_that_close_practice_keep_it_closed(story: Story) -> None:
    story.close()
    story.flow.ask_questions()
    story.flow.keep_answers()
    assert story.is_(FlowState.CLOSED)
    assert story.started_again().state is FlowState.CLOSED


def test_before_the_first_answers_there_are_none_to_keep(story: Story) -> None:
    story.flow.keep_answers()
    assert story.is_(FlowState.ASKING_SAFETY)


def test_balance_needs_support_at_hand(story: Story) -> None:
    balance = {**NO, SafetyQuestion.BALANCE.value: True}
    story.flow.answer_questions(balance, support=False)
    assert story.flow.verdict.gate is Gate.NEEDS_SUPPORT
    assert story.is_(FlowState.CLOSED)
    story.flow.ask_questions()
    story.flow.answer_questions(balance, support=True)
    assert story.is_(FlowState.CHOOSING)


def test_answers_to_fewer_questions_are_asked_again(story: Story) -> None:
    story.flow.answer_questions({SafetyQuestion.BALANCE.value: False}, support=False)
    assert story.is_(FlowState.ASKING_SAFETY)


def test_listeners_are_told_until_they_end_it(story: Story) -> None:
    told: list[FlowState] = []
    end = story.flow.subscribe(lambda: told.append(story.flow.state))
    story.open()
    end()
    story.flow.edit()
    assert told == [FlowState.CHOOSING]


def test_a_listener_may_unsubscribe_while_it_is_called(story: Story) -> None:
    told: list[int] = []

    def listen() -> None:
        told.append(1)
        end()

    end = story.flow.subscribe(listen)
    story.flow.subscribe(lambda: told.append(2))
    story.open()
    assert told == [1, 2]


# Unfinished


def test_an_interrupted_session_continues_in_the_same_record(story: Story) -> None:
    broken_off(story)
    flow = story.flow
    found = flow.unfinished
    assert found is not None
    assert (found.place, found.performed) == (Place(0, 2), (1,))
    flow.go_on()
    assert story.is_(FlowState.PRACTISING)
    assert flow.performed == (1,)
    assert story.records.of("left") == []
    story.lead()
    story.play()
    started = cast("list[SessionRecord]", story.records.of("started"))
    assert len({one.session_id for one in started}) == 1
    assert len(story.records.of("set")) == 2
    assert story.started_again().unfinished is None


def test_declined_it_is_not_offered_again_and_that_is_recorded_once(story: Story) -> None:
    broken_off(story)
    told: list[bool] = []
    story.flow.subscribe(lambda: told.append(story.flow.unfinished is None))
    story.flow.decline_unfinished()
    story.flow.decline_unfinished()
    assert told == [True]
    assert len(story.records.of("left")) == 1
    story.flow.go_on()
    assert story.is_(FlowState.CHOOSING)
    assert story.started_again().unfinished is None


def test_another_session_takes_its_place(story: Story) -> None:
    broken_off(story)
    story.start()
    assert story.flow.unfinished is None
    assert len(story.records.of("left")) == 1
    assert story.flow.performed == ()


def test_a_closed_gate_does_not_offer_the_session_until_it_opens(story: Story) -> None:
    broken_off(story)
    story.flow.ask_questions()
    story.close()
    assert story.flow.unfinished is None
    story.flow.go_on()
    assert story.is_(FlowState.CLOSED)
    story.flow.ask_questions()
    story.flow.go_on()
    assert story.is_(FlowState.ASKING_SAFETY)
    story.open()
    assert story.flow.unfinished is not None


def test_asked_again_the_answers_before_still_let_it_go_on(story: Story) -> None:
    broken_off(story)
    story.flow.ask_questions()
    story.flow.go_on()
    assert story.is_(FlowState.PRACTISING)


def test_after_half_a_day_it_is_not_offered(story: Story) -> None:
    broken_off(story)
    story.wall += timedelta(hours=12, minutes=1)
    assert story.started_again().unfinished is None


# Stopped


def stopped(story: Story) -> None:
    """Stop a session in its second set."""
    story.start()
    story.lead()
    story.play(10 + 5 + 5 + 1)
    story.stop()


def test_a_stopped_session_can_be_gone_on_with_at_once(opened: Story) -> None:
    stopped(opened)
    flow = opened.flow
    assert flow.summary is not None
    assert (flow.summary.finished, flow.is_done) == (False, False)
    assert flow.unfinished is not None
    assert (flow.unfinished.run, flow.unfinished.place) == (flow.summary.run, Place(0, 2))
    flow.go_on()
    opened.lead()
    opened.play()
    summary = opened.flow.summary
    assert summary is not None
    assert (summary.finished, opened.flow.is_done) == (True, True)
    assert summary.done == tally(cast("list[SetRecord]", opened.records.of("set")))
    assert summary.done.sets == 2
    assert opened.flow.unfinished is None
    assert opened.started_again().unfinished is None


def test_and_at_the_next_start_and_from_the_choice(opened: Story) -> None:
    stopped(opened)
    before = opened.flow.unfinished
    opened.flow.choose_another()
    assert opened.flow.unfinished == before
    assert opened.started_again().unfinished == before
    opened.flow.go_on()
    opened.lead()
    opened.stop()
    assert opened.flow.unfinished is not None, "stopped again"
    opened.flow.decline_unfinished()
    assert opened.started_again().unfinished is None


def test_after_pain_it_is_not_offered_as_long_as_that_stands(opened: Story) -> None:
    stopped(opened)
    opened.flow.note_pain()
    assert opened.flow.unfinished is None
    opened.flow.leave_page()
    assert opened.started_again().unfinished is None
    given = opened.records.pains()[0].given
    opened.records.put(replace(given, pain=False))  # as Progress corrects it
    opened.flow.look_again()
    assert opened.flow.unfinished is not None


def test_the_session_of_another_window_is_not_offered(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_off(story)
    assert story.flow.unfinished is not None
    monkeypatch.setattr(ListedRecords, "found_others", True)
    assert story.started_again().unfinished is None
    # One that was stopped in this window is.
    stopped(story)
    assert story.flow.unfinished is not None


def test_a_session_that_was_skipped_through_is_over_but_not_done(opened: Story) -> None:
    opened.start()
    opened.lead()
    for _ in range(4):
        opened.skip()
        opened.play(3)
    assert opened.flow.summary is not None
    assert opened.flow.summary.finished
    assert not opened.flow.is_done
    assert opened.flow.summary.done.sets == 0
    assert opened.flow.unfinished is None


# The session


def test_the_session_stays_under_way_until_it_is_over(opened: Story) -> None:
    opened.start()
    opened.lead()
    with pytest.raises(IllegalFlowEventError, match="cannot end a session while practice is prac"):
        opened.flow.finish()
    assert opened.is_(FlowState.PRACTISING)
    opened.stop()
    assert opened.is_(FlowState.DONE)
    assert opened.flow.summary is not None
    assert not opened.flow.summary.finished


def test_outside_a_session_nothing_can_be_recorded_of_one(opened: Story) -> None:
    opened.start()
    opened.lead()
    opened.stop()
    opened.records.listed.clear()
    with pytest.raises(IllegalFlowEventError):
        opened.flow.begin()
    with pytest.raises(IllegalFlowEventError):
        opened.flow.record([], 0.0)
    with pytest.raises(IllegalFlowEventError):
        opened.flow.finish()
    assert opened.records.listed == []


def test_again_repeats_it_from_its_beginning(story: Story) -> None:
    broken_off(story)
    story.flow.go_on()
    story.lead()
    story.play()
    story.flow.again()
    assert story.is_(FlowState.PRACTISING)
    assert story.flow.plan == a_plan()
    assert story.flow.performed == ()


def test_before_a_session_there_is_nothing_to_do_again(opened: Story) -> None:
    opened.flow.again()
    assert opened.is_(FlowState.CHOOSING)


def test_the_next_day_comes_when_the_day_was_done_and_left(
    opened: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = opened.flow
    days = LIBRARY.programme.days
    assert flow.next_day == days[0]
    done = [Practised(item.exercise, 3, 2, MORNING, days[0].id) for item in days[0].items]
    monkeypatch.setattr(opened.records, "practised", lambda: done)
    flow.choose()
    assert flow.next_day == days[0]
    flow.choose_another()
    assert flow.next_day == days[1]


def test_unreadable_records_ask_the_questions_and_say_why(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.open()

    def broken(*_: object) -> None:
        raise UserError("files.records-unreadable", file="here", reason="gone")

    monkeypatch.setattr(ListedRecords, "safety", broken)
    monkeypatch.setattr(ListedRecords, "session_in_progress", broken)
    monkeypatch.setattr(ListedRecords, "practised", broken)
    flow = story.started_again()
    assert story.is_(FlowState.ASKING_SAFETY)
    assert flow.care.notice == Message("files.records-unreadable", file="here", reason="gone")
    assert flow.next_day == LIBRARY.programme.days[0]
    story.open()
    flow.choose_another()
    assert flow.next_day == LIBRARY.programme.days[0]


# How it felt


def test_practice_follows_what_is_decided_about_the_course(opened: Story) -> None:
    told: list[str | None] = []
    opened.flow.subscribe(lambda: told.append(getattr(opened.flow.next_day, "id", None)))
    start = Decision(DecisionKind.STARTED_AT, "week-3-day-1", "six-weeks", opened.wall)
    opened.flow.records.put(start)
    assert told == ["week-3-day-1"]
    done = Decision(DecisionKind.DONE_ELSEWHERE, "week-3-day-1", "six-weeks", opened.wall)
    opened.flow.records.put(done)
    assert told[-1] == "week-3-day-2"
    assert not opened.flow.course.is_due(opened.wall.date())
    assert opened.flow.course.is_due((opened.wall + timedelta(days=2)).date())
