"""How a session ends, and where a jump out of a countdown leads: event by event."""

from __future__ import annotations

import pytest

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript

#: In the second repetition of the last set.
LAST = 33.0


def is_(session: Session, state: State) -> bool:
    """Tell whether the session is in a state."""
    return session.state is state


@pytest.fixture
def last_set(plan: Plan, clock: ManualClock) -> Session:
    """A session in its last set."""
    session = Session(plan)
    session.start(0)
    play(session, clock, LAST)
    return session


def test_skipped_while_resuming_in_the_last_set_it_ends_without_going_on(last_set: Session) -> None:
    last_set.pause(LAST)
    last_set.resume(50)
    assert is_(last_set, State.RESUMING)
    assert transcript(last_set.skip(51)) == lines("""
        51  in 2
        51  set 2 of 2 skipped #2: 1 of 2
        51  session finished: 1 sets
    """)
    assert is_(last_set, State.FINISHED)


def test_skipped_while_a_repetition_is_awaited_in_the_last_set_it_ends(
    own_pace: Plan, clock: ManualClock
) -> None:
    session = Session(own_pace)
    session.start(0)
    play(session, clock, 10)
    session.rep_done(11)
    session.rep_done(12)
    clock.now = 12
    play(session, clock, 23)
    assert is_(session, State.AWAITING)
    assert transcript(session.skip(24)) == lines("""
        24  set 2 of 2 skipped #2: 0 of 2
        24  session finished: 1 sets
    """)
    assert is_(session, State.FINISHED)


def test_skipped_while_it_runs_in_the_last_set_it_ends(last_set: Session) -> None:
    assert transcript(last_set.skip(LAST)) == lines("""
        33  set 2 of 2 skipped #2: 1 of 2
        33  session finished: 1 sets
    """)


@pytest.mark.parametrize("verb", ["skip", "back", "repeat"])
@pytest.mark.parametrize("state", [State.RUNNING, State.PAUSED, State.RESUMING])
def test_a_jump_says_that_it_goes_on_only_out_of_a_countdown(
    session: Session, clock: ManualClock, state: State, verb: str
) -> None:
    session.start(0)
    play(session, clock, 15)
    if state is not State.RUNNING:
        session.pause(15)
    if state is State.RESUMING:
        session.resume(15)
    assert session.state is state
    told = transcript(getattr(session, verb)(15))
    assert told.count("resumed") == (1 if state is State.RESUMING else 0)
    assert session.state is (State.PAUSED if state is State.PAUSED else State.RUNNING)


@pytest.mark.parametrize(("rest", "longest"), [(300, 600), (286, 586), (290, 590), (295, 595)])
def test_a_rest_may_become_exactly_ten_minutes_and_no_more(
    exercises: dict[str, Exercise], clock: ManualClock, rest: int, longest: int
) -> None:
    exercise = exercises["slow-motion"]
    choice = Choice.of(exercise, sets=2, reps=1, down_s=2, up_s=2, rest_s=rest)
    session = Session(build_plan(exercise, choice))
    session.start(0)
    play(session, clock, 14)
    added = [bool(session.add_rest(14)) for _ in range(22)]
    assert added == [True] * 20 + [False] * 2
    assert session.moment(14).remaining_s == longest


def test_a_gap_of_exactly_five_seconds_while_counting_down_is_none(session: Session) -> None:
    session.start(0)
    session.pause(4)
    session.resume(5)
    session.advance(5.5)
    session.advance(10.5)
    assert is_(session, State.RUNNING)
    session.advance(15.500002)
    assert is_(session, State.PAUSED)
