from __future__ import annotations

import pytest

from app.practice.events import SetFinished
from app.practice.session import Session
from app.practice.timeline import PhaseKind, Plan
from app.practice.tones import Tone, tone_for
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript


@pytest.fixture
def session(sided: Plan) -> Session:
    return Session(sided)


def test_left_switch_right_and_both_sides_are_as_long(sided: Plan) -> None:
    found = [(p.kind.value, p.set, p.rep, p.seconds) for p in sided.phases]
    one_set = [("hold_left", 20.0), ("switch", 5.0), ("hold_right", 20.0)]
    assert found == [
        ("prepare", 1, None, 10.0),
        *((kind, 1, 1, seconds) for kind, seconds in one_set),
        ("rest", 1, None, 10.0),
        *((kind, 2, 1, seconds) for kind, seconds in one_set),
    ]


def test_one_set_from_start_to_end(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock, 56)
    assert transcript(events) == lines("""
        0  prepare (set 1)
        7  in 3
        8  in 2
        9  in 1
        10  hold_left 1.1 #1
        20  halfway in a hold of set 1 #1
        25  hold ends in 5 #1
        30  switch 1.1 #1
        32  in 3
        33  in 2
        34  in 1
        35  hold_right 1.1 #1
        45  halfway in a hold of set 1 #1
        50  hold ends in 5 #1
        55  set 1 of 2 finished #1: 1 of 1
        55  rest (set 1)
    """)


def test_it_is_led_by_ear(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock, 56)
    heard = [(event.at, tone) for event in events if (tone := tone_for(event))]
    assert [tone for _, tone in heard] == [
        *[Tone.GET_READY] * 3,
        Tone.HOLD,
        Tone.HALFWAY,
        Tone.GET_READY,
        Tone.SWITCH,
        *[Tone.GET_READY] * 3,
        Tone.HOLD,
        Tone.HALFWAY,
        Tone.GET_READY,
        Tone.REST,
    ]
    assert len({at for at, _ in heard}) == len(heard)


def test_a_pause_in_a_side_does_that_side_again_and_no_other(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 47)
    events = session.pause(47) + session.resume(100)
    clock.now = 100
    events += play(session, clock, 124)
    assert transcript(events) == lines("""
        47  paused (user)
        100  resuming
        100  in 3
        101  in 2
        102  in 1
        103  resumed
        103  hold_right 1.1 #1
        113  halfway in a hold of set 1 #1
        118  hold ends in 5 #1
        123  set 1 of 2 finished #1: 1 of 1
        123  rest (set 1)
    """)


@pytest.mark.parametrize(("at", "goes_on"), [(31.0, 4.0), (33.5, 0.0)])
def test_a_pause_between_the_sides_goes_on_where_it_was_or_into_the_other(
    session: Session, clock: ManualClock, at: float, goes_on: float
) -> None:
    session.start(0)
    play(session, clock, at)
    session.pause(at)
    session.resume(100)
    clock.now = 100
    play(session, clock, 103)
    assert session.moment(103).kind is (PhaseKind.SWITCH if goes_on else PhaseKind.HOLD_RIGHT)
    play(session, clock, 103 + goes_on)
    assert session.moment(103 + goes_on).kind is PhaseKind.HOLD_RIGHT


def test_skip_between_the_sides_counts_down_to_the_other(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 30.5)
    events = session.skip(30.5) + session.skip(31)
    clock.now = 31
    events += play(session, clock, 54)
    assert transcript(events) == lines("""
        30.5  lead-in to set 1
        30.5  in 3
        31.5  in 2
        32.5  in 1
        33.5  hold_right 1.1 #1
        43.5  halfway in a hold of set 1 #1
        48.5  hold ends in 5 #1
        53.5  set 1 of 2 finished #1: 1 of 1
        53.5  rest (set 1)
    """)


@pytest.mark.parametrize("at", [15.0, 31.0, 40.0])
def test_skip_and_back_leave_the_whole_set(sided: Plan, at: float) -> None:
    for verb, told in (
        ("skip", "set 1 of 2 skipped #1: 0 of 1"),
        ("back", "set 1 of 2 abandoned #1: 0 of 1"),
    ):
        session = Session(sided)
        session.start(0)
        play(session, ManualClock(), at)
        if verb == "skip" and at == 31.0:
            continue  # between the sides it counts down
        assert transcript(getattr(session, verb)(at)).splitlines()[0] == f"{at:8.3f}  {told}"


def test_the_moment_counts_down_to_the_other_side_with_its_cue(
    session: Session, clock: ManualClock, sided: Plan
) -> None:
    cues = sided.exercise.cues
    session.start(0)
    play(session, clock, 31)
    moment = session.moment(31)
    assert (moment.kind, moment.cue, moment.countdown) == (PhaseKind.SWITCH, cues.switch, None)
    assert (moment.set, moment.rep, moment.next_kind) == (1, 1, PhaseKind.HOLD_RIGHT)
    assert moment.previous_kind is PhaseKind.HOLD_LEFT
    play(session, clock, 33)
    moment = session.moment(33)
    assert (moment.cue, moment.countdown, moment.next_s) == (cues.hold_right, 2, 20.0)


def test_the_whole_session_finishes_each_set_once(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock)
    assert session.state is State.FINISHED
    assert [e.set for e in events if isinstance(e, SetFinished)] == [1, 2]
