from __future__ import annotations

import pytest

from app.practice.session import Session
from app.practice.timeline import Plan
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript


def test_a_rest_that_is_on_is_made_longer(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 20)
    events = session.add_rest(20)
    assert session.moment(20).remaining_s == 23
    events += session.add_rest(21)
    clock.now = 21
    events += play(session, clock, 58)
    assert transcript(events) == lines("""
        20  rest is 15 s longer: 25 s
        21  rest is 15 s longer: 40 s
        55  in 3
        56  in 2
        57  in 1
        58  down 2.1 #2
    """)
    assert session.plan.total_s == 66


def test_a_countdown_that_had_begun_comes_once_more(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 26.5)
    assert session.moment(26.5).countdown == 2
    events = session.add_rest(26.5)
    assert session.moment(26.5).countdown is None
    events += play(session, clock, 43)
    assert transcript(events) == lines("""
        26.5  rest is 15 s longer: 25 s
        40  in 3
        41  in 2
        42  in 1
        43  down 2.1 #2
    """)


def test_in_a_set_the_next_rest_is_made_longer_and_nothing_else_changes(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 13)
    events = session.add_rest(13)
    assert session.moment(13).remaining_s == 1
    events += play(session, clock, 18)
    assert transcript(events) == lines("""
        13  rest is 15 s longer: 25 s
        14  last rep 1.2 #1
        14  down 1.2 #1
        16  up 1.2 #1
        18  set 1 of 2 finished #1: 2 of 2
        18  rest (set 1)
    """)


def test_in_the_last_set_there_is_no_rest_to_add_to(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 30)
    before = session.plan
    assert session.add_rest(30) == []
    assert session.plan is before


def test_the_wait_before_the_first_set_can_be_made_longer_too(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 4)
    assert transcript(session.add_rest(4)) == lines("4  prepare is 15 s longer: 25 s")
    events = play(session, clock, 25)
    assert events[-1].at == 25


def test_paused_it_is_made_longer_and_stays_paused(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 26)
    session.pause(26)
    session.add_rest(40)
    assert session.state is State.PAUSED
    assert session.moment(50).remaining_s == 17
    session.resume(60)
    clock.now = 60
    events = play(session, clock, 80)
    assert transcript(events).splitlines()[-1] == "  80.000  down 2.1 #2"


@pytest.mark.parametrize("at", [20.0, 26.0])
def test_out_of_a_pause_it_goes_on_in_the_longer_rest(
    session: Session, clock: ManualClock, at: float
) -> None:
    session.start(0)
    play(session, clock, at)
    session.pause(at)
    session.resume(60)
    session.add_rest(61)
    assert session.state is State.RESUMING
    clock.now = 61
    play(session, clock, 63)
    assert session.moment(63).remaining_s == 43 - at


def test_a_rest_ends_some_time(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 20)
    added = [bool(session.add_rest(20)) for _ in range(60)]
    assert added == [True] * 39 + [False] * 21
    assert session.moment(20).remaining_s == 10 + 39 * 15 - 2


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (4.0, ""),  # prepare: there is no set to repeat yet
        (11.0, "set 1 of 2 abandoned #1: 0 of 2|lead-in to set 1|in 3"),
        (15.0, "set 1 of 2 abandoned #1: 1 of 2|lead-in to set 1|in 3"),
        (20.0, "lead-in to set 1|in 3"),
        (28.5, "set 2 of 2 abandoned #2: 0 of 2|lead-in to set 2|in 3"),  # its own start too
    ],
)
def test_repeat(session: Session, clock: ManualClock, at: float, expected: str) -> None:
    session.start(0)
    play(session, clock, at)
    told = [line.split("  ")[-1] for line in transcript(session.repeat(at)).splitlines()]
    assert "|".join(told) == expected


def test_a_repeated_set_is_stored_beside_the_first(plan: Plan, clock: ManualClock) -> None:
    session = Session(plan)
    session.start(0)
    play(session, clock, 20)
    events = session.repeat(20)
    events += play(session, clock, 31)
    assert "  31.000  set 1 of 2 finished #2: 2 of 2" in transcript(events)
