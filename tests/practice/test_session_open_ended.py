from __future__ import annotations

import pytest

from app.practice.choice import Choice
from app.practice.events import HalfwayReached, LastRepStarted, SessionFinished, SetFinished
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan, build_session
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript


@pytest.fixture(scope="session")
def drill(exercises: dict[str, Exercise]) -> Plan:
    """Two sets of at most five touches of 4 s, from 10 s on."""
    exercise = exercises["wall-drill"]
    choice = Choice.of(
        exercise, sets=2, reps=5, down_s=1, hold_s=1, up_s=1, top_s=1, rest_s=10, prepare_s=10
    )
    return build_plan(exercise, choice)


def test_far_enough_ends_a_set_as_one_that_was_done(drill: Plan, clock: ManualClock) -> None:
    session = Session(drill)
    session.start(0)
    play(session, clock, 19)
    assert session.moment(19).may_be_far_enough
    told = session.far_enough(19)
    assert transcript(told) == lines("""
        19  set 1 of 2 finished #1: 2 of 2
        19  rest (set 1)
    """)
    assert not session.moment(19).may_be_far_enough
    assert session.far_enough(20) == []  # in a rest nothing is
    clock.now = 20
    play(session, clock, 32)
    told = session.far_enough(32)
    assert transcript(told) == lines("""
        32  set 2 of 2 finished #2: 0 of 0
        32  session finished: 2 sets
    """)
    assert session.state is State.FINISHED


def test_at_ones_own_pace_it_ends_a_set_too(drill: Plan, clock: ManualClock) -> None:
    choice = Choice.of(drill.exercise, sets=1, reps=5, prepare_s=10, own_pace=True)
    session = Session(build_plan(drill.exercise, choice))
    session.start(0)
    play(session, clock, 10)
    session.rep_done(15)
    assert session.state is State.AWAITING
    told = session.far_enough(700)
    assert [one.reps_done for one in told if isinstance(one, SetFinished)] == [1]
    assert isinstance(told[-1], SessionFinished)


def test_without_it_the_most_are_done_and_neither_half_nor_last_is_said(
    drill: Plan, clock: ManualClock
) -> None:
    session = Session(drill)
    events = session.start(0) + play(session, clock, 100)
    assert [(one.reps_done, one.reps) for one in events if isinstance(one, SetFinished)] == [
        (5, 5),
        (5, 5),
    ]
    assert not [one for one in events if isinstance(one, HalfwayReached | LastRepStarted)]
    cues = {phase.cue for phase in drill.phases}
    assert drill.exercise.cues.last not in cues


def test_another_exercise_of_the_session_is_not_ended_by_it(
    drill: Plan, plan: Plan, clock: ManualClock
) -> None:
    session = Session(build_session([*plan.parts, *drill.parts], "A day"))
    session.start(0)
    play(session, clock, 12)
    assert not session.moment(12).may_be_far_enough
    assert session.far_enough(12) == []
    assert session.state is State.RUNNING
