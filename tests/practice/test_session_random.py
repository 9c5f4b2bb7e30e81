from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.events import (
    Event,
    LastRepStarted,
    PhaseStarted,
    Resumed,
    SessionFinished,
    SetAbandoned,
    SetEvent,
    SetFinished,
    SetSkipped,
    SetStopped,
)
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan
from app.practice.transitions import IllegalCommandError, State

EXERCISE = read_exercises(find_locations().exercises, {"slow-hinge", "wall-touch"})[0][
    "wall-touches"
]
plans = st.builds(
    lambda sets, reps, hold, prepare: build_plan(
        EXERCISE,
        Choice.of(EXERCISE, sets=sets, reps=reps, hold_s=hold, rest_s=5, prepare_s=prepare),
    ),
    st.integers(1, 3),
    st.integers(1, 4),
    st.sampled_from([0, 0.7]),
    st.sampled_from([3, 4.2, 10]),
)
verbs = st.sampled_from(["advance"] * 10 + ["pause", "resume", "resume", "skip", "back"])
steps = st.one_of(
    st.floats(0, 4.9, allow_nan=False),
    st.sampled_from([0.0, 1.0, 2.0, 3.0, 5.0, -0.5, -30.0, 5.1, 4000.0]),
)
commands = st.lists(st.tuples(verbs, steps), max_size=80)


@settings(max_examples=250, deadline=None)
@given(plan=plans, script=commands, stop=st.booleans())
def test_whatever_is_pressed(plan: Plan, script: Sequence[tuple[str, float]], stop: bool) -> None:
    session, now = Session(plan), 1000.0
    events = session.start(now)
    for verb, step in script:
        now += step
        state, before = session.state, session.moment(now)
        try:
            events += getattr(session, verb)(now)
        except IllegalCommandError:
            assert session.state is state
            assert session.moment(now) == before
        check_moment(session, plan, now)
    if stop and session.state not in (State.FINISHED, State.STOPPED):
        events += session.stop(now)
    check_events(events, plan)


def check_moment(session: Session, plan: Plan, now: float) -> None:
    moment = session.moment(now)
    phase = plan.phases[moment.index]
    assert 0 <= moment.fraction <= 1
    assert 0 <= moment.remaining_s <= phase.seconds
    assert (moment.kind, moment.set, moment.rep) == (phase.kind, phase.set, phase.rep)
    due = session.next_boundary(now)
    assert (due is None) is (session.state not in (State.RUNNING, State.RESUMING))
    assert due is None or due >= now - 1e-6


def check_events(events: list[Event], plan: Plan) -> None:
    times = [event.at for event in events]
    assert times == sorted(times)

    ends = [event for event in events if isinstance(event, SetEvent)]
    assert len({end.performance for end in ends}) == len(ends), "a performance ends once"
    begun: dict[int, int] = {}
    for event in events:
        if isinstance(event, PhaseStarted) and event.performance is not None:
            begun.setdefault(event.performance, event.phase.set)
    assert list(begun) == list(range(1, len(begun) + 1)), "performances count up from 1"
    for end in ends:
        assert end.set == begun[end.performance]
        assert end.started_at <= end.at
        check_reps(events, end, plan)
    if isinstance(events[-1], SessionFinished):
        assert events[-1].sets_finished == sum(isinstance(end, SetFinished) for end in ends)
        assert len(ends) == len(begun), "no set is left open"


def check_reps(events: list[Event], end: SetEvent, plan: Plan) -> None:
    """Every rep follows the one before; it only begins again out of a pause."""
    rep = 0
    previous: Event | None = None
    for event in events:
        if isinstance(event, PhaseStarted) and event.performance == end.performance:
            assert event.phase.rep is not None
            if event.phase.rep != rep:
                assert event.phase.rep == rep + 1
                rep += 1
            else:
                index = plan.phases.index(event.phase)
                again = plan.phases[index - 1].rep != rep
                # LastRepStarted stands between the two where the last rep begins again.
                assert not again or isinstance(previous, Resumed)
        if not isinstance(event, LastRepStarted):
            previous = event
    if isinstance(end, SetFinished):
        assert end.reps_done == rep == plan.choice.reps
    else:
        assert isinstance(end, SetSkipped | SetAbandoned | SetStopped)
        assert end.reps_done == rep - 1


@settings(max_examples=60, deadline=None)
@given(plan=plans, steps=st.lists(st.floats(0, 5), max_size=60))
def test_ticks_however_late_give_the_plan(plan: Plan, steps: list[float]) -> None:
    session, now = Session(plan), 0.0
    events = session.start(now)
    for step in steps:
        now += step
        events += session.advance(now)
    started = [event.phase for event in events if isinstance(event, PhaseStarted)]
    assert (
        started == [phase for phase in plan.phases if phase.start_s <= now + 1e-6][: len(started)]
    )
    assert len(started) >= sum(phase.start_s <= now - 1e-6 for phase in plan.phases)
