from __future__ import annotations

import pytest

from app.practice.events import SetFinished
from app.practice.session import Session
from app.practice.timeline import PhaseKind, Plan
from app.practice.transitions import IllegalCommandError, State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript


@pytest.fixture
def session(own_pace: Plan) -> Session:
    return Session(own_pace)


def test_a_whole_session_waits_for_each_repetition(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock, 10)
    events += session.rep_done(11.5)  # quicker than it is shown
    events += session.advance(60)  # and much slower, with no tick for a minute
    events += session.rep_done(70)
    clock.now = 70
    events += play(session, clock, 80)
    events += session.rep_done(90) + session.rep_done(91)
    assert transcript(events) == lines("""
        0  prepare (set 1)
        7  in 3
        8  in 2
        9  in 1
        10  rep 1.1 #1
        11.5  last rep 1.2 #1
        11.5  rep 1.2 #1
        70  set 1 of 2 finished #1: 2 of 2
        70  rest (set 1)
        77  in 3
        78  in 2
        79  in 1
        80  rep 2.1 #2
        90  last rep 2.2 #2
        90  rep 2.2 #2
        91  set 2 of 2 finished #2: 2 of 2
        91  session finished: 2 sets
    """)
    finished = [event for event in events if isinstance(event, SetFinished)]
    assert [event.started_at for event in finished] == [10.0, 80.0]


def test_the_figure_is_shown_one_repetition_and_then_waits(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 10)
    assert session.next_boundary(10) is None
    for now, elapsed in ((10.0, 0.0), (11.0, 1.0), (13.5, 3.5)):
        moment = session.moment(now)
        assert (moment.kind, moment.rep, moment.elapsed_s) == (PhaseKind.REP, 1, elapsed)
    for now in (14.0, 500.0):
        moment = session.moment(now)
        assert (moment.kind, moment.rep, round(moment.fraction, 5)) == (PhaseKind.REP, 1, 1.0)


def test_it_awaits_a_repetition_and_runs_in_between(session: Session, clock: ManualClock) -> None:
    session.start(0)
    states = {}
    for now in (9.5, 10.0, 13.0, 600.0):
        play(session, clock, now)
        states[now] = session.state
    session.rep_done(601)
    states[601.0] = session.state
    session.rep_done(602)
    states[602.0] = session.state
    assert states == {
        9.5: State.RUNNING,
        10.0: State.AWAITING,
        13.0: State.AWAITING,
        600.0: State.AWAITING,
        601.0: State.AWAITING,
        602.0: State.RUNNING,
    }


def test_only_a_repetition_can_be_ended(session: Session, plan: Plan, clock: ManualClock) -> None:
    for wrong in (session, Session(plan)):
        wrong.start(0)
        with pytest.raises(IllegalCommandError, match="cannot end a repetition of a session that"):
            wrong.rep_done(1)
    timed = Session(plan)
    timed.start(0)
    play(timed, clock, 11)
    with pytest.raises(IllegalCommandError):
        timed.rep_done(11)


def test_a_pause_does_the_repetition_again(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 10)
    session.rep_done(12)
    events = session.pause(300)
    events += session.resume(400)
    clock.now = 400
    events += play(session, clock, 403) + session.rep_done(404)
    assert transcript(events) == lines("""
        300  paused (user)
        400  resuming
        400  in 3
        401  in 2
        402  in 1
        403  resumed
        403  last rep 1.2 #1
        403  rep 1.2 #1
        404  set 1 of 2 finished #1: 2 of 2
        404  rest (set 1)
    """)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("skip", "13  set 1 of 2 skipped #1: 1 of 2\n13  rest (set 1)"),
        (
            "back",
            "13  set 1 of 2 abandoned #1: 1 of 2\n13  lead-in to set 1\n13  in 3",
        ),
        (
            "repeat",
            "13  set 1 of 2 abandoned #1: 1 of 2\n13  lead-in to set 1\n13  in 3",
        ),
        ("stop", "13  set 1 of 2 stopped #1: 1 of 2\n13  session stopped: 0 sets, reps 1"),
        ("add_rest", "13  rest is 15 s longer: 25 s"),
    ],
)
def test_the_other_commands(session: Session, clock: ManualClock, verb: str, expected: str) -> None:
    session.start(0)
    play(session, clock, 10)
    session.rep_done(10.5)
    assert transcript(getattr(session, verb)(13)) == lines(expected)


def test_the_rest_is_as_long_as_planned(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 10)
    session.rep_done(40)
    session.rep_done(80)
    assert session.moment(80).remaining_s == 10
    clock.now = 80
    play(session, clock, 90)
    assert session.state is State.AWAITING
