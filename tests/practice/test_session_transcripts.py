from __future__ import annotations

from pathlib import Path

import pytest

from app.practice.choice import Choice
from app.practice.events import CountdownTicked, Event, SetEvent, SetFinished
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import build_plan
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript

TRANSCRIPTS = Path(__file__).parent / "transcripts"


@pytest.mark.parametrize("exercise_id", sorted(file.stem for file in TRANSCRIPTS.iterdir()))
@pytest.mark.parametrize("origin", [0.0, 86_400.125])
def test_a_whole_session(exercises: dict[str, Exercise], exercise_id: str, origin: float) -> None:
    exercise = exercises[exercise_id]
    session, clock = Session(build_plan(exercise, Choice.of(exercise))), ManualClock(origin)
    events = session.start(clock.now) + play(session, clock)
    expected = (TRANSCRIPTS / f"{exercise_id}.txt").read_text("utf-8").rstrip("\n")
    assert transcript(events, origin) == expected
    assert session.state is State.FINISHED


def test_every_exercise_has_its_transcript(exercises: dict[str, Exercise]) -> None:
    assert {file.stem for file in TRANSCRIPTS.iterdir()} == set(exercises)


def test_pause_in_a_rep_does_that_rep_again(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock, 15.5)
    events += session.pause(clock.wait(0.25))
    events += session.advance(clock.wait(100))
    events += session.resume(clock.wait(0.25))
    events += play(session, clock, 131)
    assert transcript(events) == lines("""
        0  prepare (set 1)
        7  in 3
        8  in 2
        9  in 1
        10  down 1.1 #1
        12  up 1.1 #1
        14  last rep 1.2 #1
        14  down 1.2 #1
        15.75  paused (user)
        116  resuming
        116  in 3
        117  in 2
        118  in 1
        119  resumed
        119  last rep 1.2 #1
        119  down 1.2 #1
        121  up 1.2 #1
        123  set 1 of 2 finished #1: 2 of 2
        123  rest (set 1)
        130  in 3
        131  in 2
    """)


def test_pause_in_a_rest_goes_on_where_it_was(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 20)
    events = session.pause(20) + session.resume(50)
    clock.now = 50
    events += play(session, clock, 61)
    assert transcript(events) == lines("""
        20  paused (user)
        50  resuming
        50  in 3
        51  in 2
        52  in 1
        53  resumed
        58  in 3
        59  in 2
        60  in 1
        61  down 2.1 #2
    """)


def test_pause_in_a_countdown_counts_down_once_more(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 8.5)
    events = session.pause(8.5) + session.resume(50)
    clock.now = 50
    events += play(session, clock, 53)
    assert transcript(events) == lines("""
        8.5  paused (user)
        50  resuming
        50  in 3
        51  in 2
        52  in 1
        53  resumed
        53  down 1.1 #1
    """)


def test_skip_through_a_whole_session(session: Session, clock: ManualClock) -> None:
    events = session.start(0)
    events += session.skip(2)
    clock.now = 2
    events += play(session, clock, 9.5)
    events += session.skip(9.5)
    events += session.skip(10)
    events += play(session, clock, 13.5)
    events += session.skip(13.5)
    assert transcript(events) == lines("""
        0  prepare (set 1)
        2  lead-in to set 1
        2  in 3
        3  in 2
        4  in 1
        5  down 1.1 #1
        7  up 1.1 #1
        9  last rep 1.2 #1
        9  down 1.2 #1
        9.5  set 1 of 2 skipped #1: 1 of 2
        9.5  rest (set 1)
        10  lead-in to set 2
        10  in 3
        11  in 2
        12  in 1
        13  down 2.1 #2
        13.5  set 2 of 2 skipped #2: 0 of 2
        13.5  session finished: 0 sets
    """)
    assert session.state is State.FINISHED


def test_a_set_repeated_is_a_performance_of_its_own(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 17)
    events = play(session, clock, 19)
    events += session.back(19)
    events += play(session, clock, 31)
    assert transcript(events) == lines("""
        18  set 1 of 2 finished #1: 2 of 2
        18  rest (set 1)
        19  lead-in to set 1
        19  in 3
        20  in 2
        21  in 1
        22  down 1.1 #2
        24  up 1.1 #2
        26  last rep 1.2 #2
        26  down 1.2 #2
        28  up 1.2 #2
        30  set 1 of 2 finished #2: 2 of 2
        30  rest (set 1)
    """)
    finished = [event for event in events if isinstance(event, SetFinished)]
    assert [event.started_at for event in finished] == [10.0, 22.0]


def test_back_twice_is_the_set_before(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 33)
    events = session.back(33) + session.back(33.5)
    clock.now = 33.5
    events += play(session, clock, 36.5)
    assert transcript(events) == lines("""
        33  set 2 of 2 abandoned #2: 1 of 2
        33  lead-in to set 2
        33  in 3
        33.5  lead-in to set 1
        33.5  in 3
        34.5  in 2
        35.5  in 1
        36.5  down 1.1 #3
    """)


@pytest.mark.parametrize(
    ("at", "landing"),
    [
        (4.0, "prepare (set 1)"),  # prepare: from its start
        (9.5, "prepare (set 1)"),
        (10.5, "lead-in to set 1"),  # no set before the first
        (13.0, "lead-in to set 1"),
        (20.0, "lead-in to set 1"),  # in the rest: the set just done
        (27.0, "lead-in to set 1"),
        (29.999, "lead-in to set 1"),  # first 2 s of set 2
        (30.0, "lead-in to set 2"),
    ],
)
def test_where_back_leads(session: Session, clock: ManualClock, at: float, landing: str) -> None:
    session.start(0)
    play(session, clock, at)
    text = transcript(e for e in session.back(at) if not isinstance(e, SetEvent | CountdownTicked))
    assert text == f"{at:8.3f}  {landing}"


def test_moving_about_while_paused_stays_paused(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 13)
    events: list[Event] = session.pause(13)
    events += session.skip(20) + session.skip(21) + session.skip(22) + session.back(23)
    events += session.back(24)
    assert session.state is State.PAUSED
    events += session.resume(30)
    clock.now = 30
    events += play(session, clock, 35)
    assert transcript(events) == lines("""
        13  paused (user)
        20  set 1 of 2 skipped #1: 0 of 2
        20  rest (set 1)
        21  lead-in to set 2
        23  lead-in to set 1
        24  prepare (set 1)
        30  resuming
        30  in 3
        31  in 2
        32  in 1
        33  resumed
    """)
    assert session.moment(35).remaining_s == 8.0


def test_skip_while_resuming_goes_at_once(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 13)
    session.pause(13)
    events = session.resume(20) + session.skip(21.5)
    assert session.state is State.RUNNING
    assert transcript(events) == lines("""
        20  resuming
        20  in 3
        21  in 2
        21.5  set 1 of 2 skipped #1: 0 of 2
        21.5  resumed
        21.5  rest (set 1)
    """)


def test_skip_while_paused_in_the_last_set_finishes(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 33)
    events = session.pause(33) + session.skip(40)
    assert transcript(events) == lines("""
        33  paused (user)
        40  set 2 of 2 skipped #2: 1 of 2
        40  session finished: 1 sets
    """)
    assert session.state is State.FINISHED


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (5, "5  session stopped: 0 sets, reps None"),
        (15, "15  set 1 of 2 stopped #1: 1 of 2\n15  session stopped: 0 sets, reps 1"),
        (20, "20  session stopped: 1 sets, reps None"),
        (29, "29  set 2 of 2 stopped #2: 0 of 2\n29  session stopped: 1 sets, reps 0"),
    ],
)
def test_stop_tells_what_was_done(
    session: Session, clock: ManualClock, at: float, expected: str
) -> None:
    session.start(0)
    play(session, clock, at)
    assert transcript(session.stop(at)) == lines(expected)
    assert session.next_boundary(at) is None


def test_an_only_rep_is_not_announced_as_the_last(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["slow-motion"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, reps=1, prepare_s=3)))
    events = session.start(0) + play(session, ManualClock())
    assert transcript(events) == lines("""
        0  prepare (set 1)
        0  in 3
        1  in 2
        2  in 1
        3  down 1.1 #1
        8  up 1.1 #1
        13  set 1 of 1 finished #1: 1 of 1
        13  session finished: 1 sets
    """)
