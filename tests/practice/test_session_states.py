from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.practice.events import Event
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan
from app.practice.transitions import (
    TRANSITIONS,
    IllegalCommandError,
    State,
    Trigger,
    next_state,
)

VERBS: dict[Trigger, Callable[[Session, float], list[Event]]] = {
    Trigger.START: Session.start,
    Trigger.PAUSE: Session.pause,
    Trigger.RESUME: Session.resume,
    Trigger.SKIP: Session.skip,
    Trigger.BACK: Session.back,
    Trigger.REPEAT: Session.repeat,
    Trigger.ADD_REST: Session.add_rest,
    Trigger.REP_DONE: Session.rep_done,
    Trigger.FAR_ENOUGH: Session.far_enough,
    Trigger.STOP: Session.stop,
}

#: Written out apart from the table, row by row: in which state a command leads where.
EXPECTED = {
    State.READY: {Trigger.START: State.RUNNING, Trigger.STOP: State.STOPPED},
    State.RUNNING: {
        Trigger.PAUSE: State.PAUSED,
        Trigger.SKIP: State.RUNNING,
        Trigger.BACK: State.RUNNING,
        Trigger.REPEAT: State.RUNNING,
        Trigger.ADD_REST: State.RUNNING,
        Trigger.FAR_ENOUGH: State.RUNNING,
        Trigger.STOP: State.STOPPED,
    },
    State.AWAITING: {
        Trigger.PAUSE: State.PAUSED,
        Trigger.SKIP: State.RUNNING,
        Trigger.BACK: State.RUNNING,
        Trigger.REPEAT: State.RUNNING,
        Trigger.ADD_REST: State.AWAITING,
        Trigger.FAR_ENOUGH: State.RUNNING,
        Trigger.REP_DONE: State.AWAITING,  # through RUNNING into the next repetition
        Trigger.STOP: State.STOPPED,
    },
    State.PAUSED: {
        Trigger.RESUME: State.RESUMING,
        Trigger.SKIP: State.PAUSED,
        Trigger.BACK: State.PAUSED,
        Trigger.REPEAT: State.PAUSED,
        Trigger.ADD_REST: State.PAUSED,
        Trigger.STOP: State.STOPPED,
    },
    State.RESUMING: {
        Trigger.PAUSE: State.PAUSED,
        Trigger.SKIP: State.RUNNING,
        Trigger.BACK: State.RUNNING,
        Trigger.REPEAT: State.RUNNING,
        Trigger.ADD_REST: State.RESUMING,
        Trigger.STOP: State.STOPPED,
    },
    State.FINISHED: {},
    State.STOPPED: {},
}


@pytest.fixture
def session(plan: Plan, own_pace: Plan, request: pytest.FixtureRequest) -> Session:
    """A session that can come to the state the test asks for."""
    asked = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    wanted = own_pace if asked.get("state") is State.AWAITING else plan
    if asked.get("command") is Trigger.FAR_ENOUGH:
        wanted = build_plan(replace(wanted.exercise, open_ended=True), wanted.choice)
    return Session(wanted)


def bring(session: Session, state: State) -> float:
    """Bring a fresh session to a state, in its first set; return the time."""
    now = 13.0
    if state is not State.READY:
        session.start(0)
        for tick in (4, 8, 12, 13):
            session.advance(tick)
    if state in (State.PAUSED, State.RESUMING):
        session.pause(now)
    if state is State.RESUMING:
        session.resume(now)
    if state is State.STOPPED:
        session.stop(now)
    if state is State.FINISHED:
        session.skip(now)
        session.skip(now)
        now = 17.0
        session.skip(now)
    assert session.state is state
    return now


@pytest.mark.parametrize("command", VERBS)
@pytest.mark.parametrize("state", State)
def test_each_command_in_each_state(session: Session, state: State, command: Trigger) -> None:
    now = bring(session, state)
    if command in EXPECTED[state]:
        assert VERBS[command](session, now)
        assert session.state is EXPECTED[state][command]
        return
    before = session.moment(now)
    with pytest.raises(IllegalCommandError) as raised:
        VERBS[command](session, now)
    assert (raised.value.state, raised.value.trigger) == (state, command)
    assert f"cannot {command.value} a session that is {state.value}" in str(raised.value)
    assert session.moment(now) == before


def test_the_table_holds_no_other_commands() -> None:
    rows = {
        (state, trigger): target
        for (state, trigger), target in TRANSITIONS.items()
        if trigger in VERBS
    }
    assert rows.pop((State.AWAITING, Trigger.REP_DONE)) is State.RUNNING
    rows[State.AWAITING, Trigger.REP_DONE] = State.AWAITING
    assert rows == {(s, c): target for s in EXPECTED for c, target in EXPECTED[s].items()}
    clock = {Trigger.GAP, Trigger.COUNTED_DOWN, Trigger.REP_BEGAN, Trigger.ENDED}
    assert set(VERBS) == set(Trigger) - clock


def test_the_clock_moves_no_session_that_stands() -> None:
    clock = (Trigger.GAP, Trigger.COUNTED_DOWN, Trigger.REP_BEGAN, Trigger.ENDED)
    for state in (State.READY, State.FINISHED, State.STOPPED):
        for trigger in clock:
            with pytest.raises(IllegalCommandError):
                next_state(state, trigger)


@pytest.mark.parametrize("state", State)
def test_a_moment_can_be_read_in_every_state(session: Session, state: State) -> None:
    now = bring(session, state)
    for later in (now, now + 1.5, now + 1000):
        moment = session.moment(later)
        assert moment.state is state
        assert 0 <= moment.fraction <= 1
        assert moment.remaining_s >= 0
    assert session.moment(now) == session.moment(now - 5)


@pytest.mark.parametrize("state", State)
def test_only_a_moving_session_wants_ticks(session: Session, state: State) -> None:
    now = bring(session, state)
    moving = state in (State.RUNNING, State.RESUMING)
    assert (session.next_boundary(now) is not None) is moving


def test_a_pause_pressed_as_the_session_ends_is_no_mistake(session: Session) -> None:
    session.start(0)
    for tick in range(2, 36, 2):
        session.advance(tick)
    events = session.pause(36.01)
    assert session.state is State.FINISHED
    assert [type(event).__name__ for event in events] == ["SetFinished", "SessionFinished"]
