"""Everything that decides where practice can go: its states and its table.

A session on the clock has a table of its own, in `app.practice.transitions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FlowState(StrEnum):
    """What practice is doing, and so what its page shows.

    Only the safety answers lead out of ASKING_SAFETY. CLOSED opens with them too, and after a pain
    with time, with the answer whether it settled, or where it was corrected. DONE sums a session
    up, and ASKING_HOW_IT_FELT does so with the question under it. A session that was stopped is
    over, but not lost: from there, from CHOOSING and at the next start, START goes on with it
    where it stopped, until it is finished, declined or too old, or another takes its place.
    """

    ASKING_SAFETY = "asking the safety questions"
    CLOSED = "closed"
    CHOOSING = "choosing"
    EDITING = "editing an exercise"
    PRACTISING = "practising"
    ASKING_HOW_IT_FELT = "asking how it felt"
    DONE = "done"
    PAIN_NOTED = "stopped for pain"


class FlowEvent(StrEnum):
    """What can change the state."""

    ASK_SAFETY = "ask the safety questions"
    OPEN_GATE = "open practice"
    CLOSE_GATE = "close practice"
    PAUSE = "pause practice"
    OPEN_AGAIN = "open practice again"
    CHOOSE = "choose an exercise"
    EDIT = "edit an exercise"
    END_EDITING = "end editing"
    START = "start a session"
    FINISH = "end a session"
    FINISH_AND_ASK = "end a session and ask how it felt"
    ANSWER = "answer how it felt"
    MEASURE = "tell what was measured"
    SKIP = "skip how it felt"
    NOTE_PAIN = "note pain"
    DESCRIBE_PAIN = "describe pain"
    SAY_SETTLED = "say whether a pain settled"
    TAKE_PAIN_BACK = "take pain back"
    TAKE_PAIN_BACK_AND_ASK = "take pain back and ask how it felt"


_S, _E = FlowState, FlowEvent

TRANSITIONS: Mapping[tuple[FlowState, FlowEvent], FlowState] = MappingProxyType(
    {
        (_S.ASKING_SAFETY, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.ASKING_SAFETY, _E.OPEN_GATE): _S.CHOOSING,
        (_S.ASKING_SAFETY, _E.CLOSE_GATE): _S.CLOSED,
        # A lesson's exercise is remembered, but does not lead around the gate.
        (_S.ASKING_SAFETY, _E.CHOOSE): _S.ASKING_SAFETY,
        (_S.CLOSED, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.CLOSED, _E.OPEN_AGAIN): _S.CHOOSING,
        (_S.CLOSED, _E.SAY_SETTLED): _S.CLOSED,
        (_S.CLOSED, _E.CHOOSE): _S.CLOSED,
        (_S.CHOOSING, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.CHOOSING, _E.PAUSE): _S.CLOSED,
        (_S.CHOOSING, _E.CHOOSE): _S.CHOOSING,
        (_S.CHOOSING, _E.EDIT): _S.EDITING,
        (_S.CHOOSING, _E.START): _S.PRACTISING,
        (_S.EDITING, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.EDITING, _E.PAUSE): _S.CLOSED,
        (_S.EDITING, _E.CHOOSE): _S.CHOOSING,
        (_S.EDITING, _E.EDIT): _S.EDITING,
        (_S.EDITING, _E.END_EDITING): _S.CHOOSING,
        (_S.EDITING, _E.START): _S.PRACTISING,
        # Whatever else is wanted during a session, the session ends first.
        (_S.PRACTISING, _E.FINISH): _S.DONE,
        (_S.PRACTISING, _E.FINISH_AND_ASK): _S.ASKING_HOW_IT_FELT,
        (_S.ASKING_HOW_IT_FELT, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.ASKING_HOW_IT_FELT, _E.PAUSE): _S.CLOSED,
        (_S.ASKING_HOW_IT_FELT, _E.CHOOSE): _S.CHOOSING,
        (_S.ASKING_HOW_IT_FELT, _E.START): _S.PRACTISING,
        (_S.ASKING_HOW_IT_FELT, _E.ANSWER): _S.ASKING_HOW_IT_FELT,
        (_S.ASKING_HOW_IT_FELT, _E.MEASURE): _S.ASKING_HOW_IT_FELT,
        (_S.ASKING_HOW_IT_FELT, _E.SKIP): _S.DONE,
        (_S.ASKING_HOW_IT_FELT, _E.NOTE_PAIN): _S.PAIN_NOTED,
        (_S.DONE, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.DONE, _E.PAUSE): _S.CLOSED,
        (_S.DONE, _E.CHOOSE): _S.CHOOSING,
        (_S.DONE, _E.START): _S.PRACTISING,
        (_S.DONE, _E.MEASURE): _S.DONE,
        (_S.DONE, _E.NOTE_PAIN): _S.PAIN_NOTED,
        # A slip is undone: practice stands where it stood before.
        (_S.PAIN_NOTED, _E.TAKE_PAIN_BACK): _S.DONE,
        (_S.PAIN_NOTED, _E.TAKE_PAIN_BACK_AND_ASK): _S.ASKING_HOW_IT_FELT,
        (_S.PAIN_NOTED, _E.DESCRIBE_PAIN): _S.PAIN_NOTED,
        # Nothing leads straight from pain to another session.
        (_S.PAIN_NOTED, _E.ASK_SAFETY): _S.ASKING_SAFETY,
        (_S.PAIN_NOTED, _E.PAUSE): _S.CLOSED,
        (_S.PAIN_NOTED, _E.CHOOSE): _S.CHOOSING,
    }
)


class IllegalFlowEventError(RuntimeError):
    """An event came in a state that does not allow it: a mistake in the caller."""

    def __init__(self, state: FlowState, event: FlowEvent) -> None:
        super().__init__(f"cannot {event.value} while practice is {state.value}")
        self.state = state
        self.event = event


def allows(state: FlowState, event: FlowEvent) -> bool:
    """Tell whether an event can come in a state."""
    return (state, event) in TRANSITIONS


def state_after(state: FlowState, event: FlowEvent) -> FlowState:
    """Return the state that an event leads to.

    Raises:
        IllegalFlowEventError: the state does not allow the event.
    """
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise IllegalFlowEventError(state, event) from None
