from __future__ import annotations

from collections.abc import Callable

import pytest

from app.programme.flow_states import (
    TRANSITIONS,
    FlowEvent,
    FlowState,
    IllegalFlowEventError,
    allows,
    state_after,
)
from app.records.feedback import Felt
from tests.helpers.practice_flow import Story

S, E = FlowState, FlowEvent


def finish(story: Story) -> None:
    """Come to the end of a session; without one, say that there was an end."""
    if story.flow.state is S.PRACTISING:
        story.stop()
    else:
        story.flow.finish()


def finish_and_ask(story: Story) -> None:
    if story.flow.state is S.PRACTISING:
        story.play()
    else:
        story.flow.finish()


def slip(story: Story, before: FlowState) -> None:
    story.flow._pain_ends = before
    story.flow.take_pain_back()


VERBS: dict[FlowEvent, Callable[[Story], None]] = {
    E.ASK_SAFETY: lambda story: story.flow.ask_questions(),
    E.OPEN_GATE: lambda story: story.open(),
    E.CLOSE_GATE: lambda story: story.close(),
    E.CHOOSE: lambda story: story.flow.choose(),
    E.EDIT: lambda story: story.flow.edit(),
    E.END_EDITING: lambda story: story.flow.end_editing(),
    E.START: lambda story: story.start(),
    E.FINISH: finish,
    E.FINISH_AND_ASK: finish_and_ask,
    E.ANSWER: lambda story: story.flow.felt(Felt.THIGHS),
    E.MEASURE: lambda story: story.flow.measure(wall_cm=18),
    E.SKIP: lambda story: story.flow.skip_question(),
    E.NOTE_PAIN: lambda story: story.flow.note_pain(),
    E.DESCRIBE_PAIN: lambda story: story.flow.describe_pain(pain_level=2),
    E.SAY_SETTLED: lambda story: story.flow._move(E.SAY_SETTLED),
    E.PAUSE: lambda story: story.flow._move(E.PAUSE),
    E.OPEN_AGAIN: lambda story: story.flow._move(E.OPEN_AGAIN),
    E.TAKE_PAIN_BACK: lambda story: slip(story, S.DONE),
    E.TAKE_PAIN_BACK_AND_ASK: lambda story: slip(story, S.ASKING_HOW_IT_FELT),
}

#: Written out apart from the table, row by row: in which state an event leads where.
EXPECTED = {
    S.ASKING_SAFETY: {
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.OPEN_GATE: S.CHOOSING,
        E.CLOSE_GATE: S.CLOSED,
        E.CHOOSE: S.ASKING_SAFETY,
    },
    S.CLOSED: {
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.OPEN_AGAIN: S.CHOOSING,
        E.SAY_SETTLED: S.CLOSED,
        E.CHOOSE: S.CLOSED,
    },
    S.CHOOSING: {
        E.PAUSE: S.CLOSED,
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.CHOOSE: S.CHOOSING,
        E.EDIT: S.EDITING,
        E.START: S.PRACTISING,
    },
    S.EDITING: {
        E.PAUSE: S.CLOSED,
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.CHOOSE: S.CHOOSING,
        E.EDIT: S.EDITING,
        E.END_EDITING: S.CHOOSING,
        E.START: S.PRACTISING,
    },
    S.PRACTISING: {E.FINISH: S.DONE, E.FINISH_AND_ASK: S.ASKING_HOW_IT_FELT},
    S.ASKING_HOW_IT_FELT: {
        E.PAUSE: S.CLOSED,
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.CHOOSE: S.CHOOSING,
        E.START: S.PRACTISING,
        E.ANSWER: S.ASKING_HOW_IT_FELT,
        E.MEASURE: S.ASKING_HOW_IT_FELT,
        E.SKIP: S.DONE,
        E.NOTE_PAIN: S.PAIN_NOTED,
    },
    S.DONE: {
        E.PAUSE: S.CLOSED,
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.CHOOSE: S.CHOOSING,
        E.START: S.PRACTISING,
        E.MEASURE: S.DONE,
        E.NOTE_PAIN: S.PAIN_NOTED,
    },
    S.PAIN_NOTED: {
        E.PAUSE: S.CLOSED,
        E.DESCRIBE_PAIN: S.PAIN_NOTED,
        E.ASK_SAFETY: S.ASKING_SAFETY,
        E.CHOOSE: S.CHOOSING,
        E.TAKE_PAIN_BACK: S.DONE,
        E.TAKE_PAIN_BACK_AND_ASK: S.ASKING_HOW_IT_FELT,
    },
}
#: The verb of these finds out for itself which of the two events it is.
SAME = {E.CLOSE_GATE: E.OPEN_GATE, E.FINISH_AND_ASK: E.FINISH}


def bring(story: Story, state: FlowState) -> None:
    """Bring a flow that is asking the safety questions to a state."""
    if state is S.ASKING_SAFETY:
        return
    if state is S.CLOSED:
        story.close()
        return
    story.open()
    if state is S.EDITING:
        story.flow.edit()
    if state in (S.PRACTISING, S.ASKING_HOW_IT_FELT, S.DONE, S.PAIN_NOTED):
        story.start()
        story.lead()
    if state is S.DONE:
        story.stop()
    if state in (S.ASKING_HOW_IT_FELT, S.PAIN_NOTED):
        story.play()
    if state is S.PAIN_NOTED:
        story.flow.note_pain()
    assert story.flow.state is state


@pytest.mark.parametrize("event", FlowEvent)
@pytest.mark.parametrize("state", FlowState)
def test_each_event_in_each_state(state: FlowState, event: FlowEvent) -> None:
    story = Story()
    bring(story, state)
    told: list[FlowState] = []
    story.flow.subscribe(lambda: told.append(story.flow.state))
    if event in EXPECTED[state]:
        if event is E.CHOOSE and state is S.PAIN_NOTED:  # after pain there is a pause
            story.flow._asking.answer(pain=False)
        VERBS[event](story)
        assert told == [EXPECTED[state][event]]
        assert story.flow.state is EXPECTED[state][event]
        return
    recorded = list(story.records.listed)
    with pytest.raises(IllegalFlowEventError) as raised:
        VERBS[event](story)
    assert (raised.value.state, raised.value.event) == (state, SAME.get(event, event))
    assert f"while practice is {state.value}" in str(raised.value)
    assert (story.flow.state, story.records.listed, told) == (state, recorded, [])


def test_the_table_holds_nothing_else() -> None:
    assert {
        (state, event): target for state in EXPECTED for event, target in EXPECTED[state].items()
    } == TRANSITIONS
    assert set(VERBS) == set(FlowEvent)
    assert set(EXPECTED) == set(FlowState)


def test_an_illegal_event_is_refused_by_name() -> None:
    assert not allows(S.CLOSED, E.START)
    with pytest.raises(IllegalFlowEventError, match="cannot start a session while practice is cl"):
        state_after(S.CLOSED, E.START)


def reached(start: FlowState, without: frozenset[FlowEvent] = frozenset()) -> set[FlowState]:
    """Return the states that events lead to, however many of them."""
    found, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        for (before, event), after in TRANSITIONS.items():
            if before is state and event not in without and after not in found:
                found.add(after)
                waiting.append(after)
    return found


@pytest.mark.parametrize("state", FlowState)
def test_no_state_is_a_dead_end(state: FlowState) -> None:
    assert reached(state) == set(FlowState)


@pytest.mark.parametrize("state", [S.ASKING_SAFETY, S.CLOSED])
def test_only_the_gate_leads_through_the_gate(state: FlowState) -> None:
    assert reached(state, frozenset({E.OPEN_GATE, E.OPEN_AGAIN})) == {S.ASKING_SAFETY, S.CLOSED}


def test_from_pain_no_session_starts_before_the_choice_unless_it_was_a_slip() -> None:
    slips = {E.TAKE_PAIN_BACK, E.TAKE_PAIN_BACK_AND_ASK}
    ways = {
        after
        for (before, event), after in TRANSITIONS.items()
        if before is S.PAIN_NOTED and event not in slips
    }
    assert ways == {S.ASKING_SAFETY, S.CLOSED, S.CHOOSING, S.PAIN_NOTED}
