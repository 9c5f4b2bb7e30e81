"""Sessions of several exercises in a row."""

from __future__ import annotations

import pytest

from app.practice.events import SetFinished
from app.practice.session import Session
from app.practice.timeline import Part, PhaseKind, Place, Plan, build_session, place_after
from app.practice.tones import Tone, tone_for
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import lines, transcript


@pytest.fixture
def session(row: Plan) -> Session:
    return Session(row)


def test_one_exercise_after_the_other(session: Session, clock: ManualClock) -> None:
    events = session.start(0) + play(session, clock)
    assert transcript(events) == lines("""
        0  prepare (set 1)
        7  in 3
        8  in 2
        9  in 1
        10  down 1.1 #1
        12  up 1.1 #1
        14  set 1 of 2 finished #1: 1 of 1
        14  rest (set 1)
        21  in 3
        22  in 2
        23  in 1
        24  down 2.1 #2
        26  up 2.1 #2
        28  set 2 of 2 finished #2: 1 of 1
        28  change (exercise 2, set 1)
        45  in 3
        46  in 2
        47  in 1
        48  down 1.1 #1
        50  up 1.1 #1
        52  set 1 of 2 finished #1: 1 of 1
        52  rest (exercise 2, set 1)
        59  in 3
        60  in 2
        61  in 1
        62  down 2.1 #2
        64  up 2.1 #2
        66  set 2 of 2 finished #2: 1 of 1
        66  session finished: 4 sets
    """)
    finished = [(e.part, e.set, e.performance) for e in events if isinstance(e, SetFinished)]
    assert finished == [(0, 1, 1), (0, 2, 2), (1, 1, 1), (1, 2, 2)]


def test_what_comes_next_is_known_before_it_starts(
    session: Session, clock: ManualClock, row: Plan
) -> None:
    slow, wall = (part.exercise for part in row.parts)
    session.start(0)
    play(session, clock, 20)
    moment = session.moment(20)
    assert (moment.exercise, moment.following) == (slow, wall)
    assert (moment.part, moment.parts) == (0, 2)
    play(session, clock, 27)
    assert session.moment(27).next_kind is PhaseKind.CHANGE
    assert session.moment(27).next_s == 20
    play(session, clock, 30)
    moment = session.moment(30)
    assert (moment.kind, moment.exercise, moment.following) == (PhaseKind.CHANGE, wall, None)
    assert (moment.part, moment.set, moment.rep) == (1, 1, None)
    assert moment.cue == wall.cues.prepare
    play(session, clock, 46)
    assert session.moment(46).cue == wall.cues.down


def test_the_change_is_heard_as_a_rest(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 27.5)
    heard = [tone for event in play(session, clock, 30) if (tone := tone_for(event))]
    assert heard == [Tone.REST]


@pytest.mark.parametrize(
    ("at", "verb", "expected"),
    [
        (27.0, "skip", "set 2 of 2 skipped #2: 0 of 1|change (exercise 2, set 1)"),
        (30.0, "skip", "lead-in to set 1|in 3"),
        (30.0, "back", "lead-in to set 2|in 3"),
        (30.0, "repeat", "lead-in to set 2|in 3"),
        (49.0, "back", "set 1 of 2 abandoned #1: 0 of 1|lead-in to set 2|in 3"),
        (51.0, "back", "set 1 of 2 abandoned #1: 0 of 1|lead-in to set 1|in 3"),
        (30.0, "add_rest", "change is 15 s longer: 35 s"),
        (25.0, "add_rest", "change is 15 s longer: 35 s"),
        (30.0, "stop", "session stopped: 2 sets, reps None"),
    ],
)
def test_commands_around_the_change(
    session: Session, clock: ManualClock, at: float, verb: str, expected: str
) -> None:
    session.start(0)
    play(session, clock, at)
    told = transcript(getattr(session, verb)(at)).splitlines()
    assert "|".join(line.split("  ")[-1] for line in told) == expected


def test_going_back_over_the_change_counts_a_performance_of_the_earlier_exercise(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 49)
    session.back(49)
    clock.now = 49
    events = play(session, clock)
    finished = [(e.part, e.set, e.performance) for e in events if isinstance(e, SetFinished)]
    assert finished == [(0, 2, 3), (1, 1, 2), (1, 2, 3)]


def test_a_pause_in_the_change_goes_on_where_it_was(session: Session, clock: ManualClock) -> None:
    session.start(0)
    play(session, clock, 30)
    session.pause(30)
    session.resume(100)
    clock.now = 100
    play(session, clock, 103)
    moment = session.moment(103)
    assert (moment.kind, moment.remaining_s) == (PhaseKind.CHANGE, 18)


@pytest.mark.parametrize("first", [Place(0, 1), Place(0, 2), Place(1, 1), Place(1, 2)])
def test_a_session_can_begin_at_any_set(row: Plan, clock: ManualClock, first: Place) -> None:
    plan = build_session(row.parts, row.title, routine=row.routine, change_s=20, first=first)
    session = Session(plan, [1, 0])
    events = session.start(0) + play(session, clock)
    assert session.state is State.FINISHED
    every = [Place(0, 1), Place(0, 2), Place(1, 1), Place(1, 2)]
    done = [e for e in events if isinstance(e, SetFinished)]
    assert [Place(e.part, e.set) for e in done] == every[every.index(first) :]
    assert done[0].started_at == 10
    if first.part == 0:
        assert done[0].performance == 2


def test_the_set_after_a_set(row: Plan) -> None:
    places = [Place(0, 1)]
    while (after := place_after(row.parts, places[-1])) is not None:
        places.append(after)
    assert places == [Place(0, 1), Place(0, 2), Place(1, 1), Place(1, 2)]


def test_an_exercise_with_sides_stands_in_a_row(row: Plan, sided: Plan, clock: ManualClock) -> None:
    parts: list[Part] = [*sided.parts, *row.parts]
    session = Session(build_session(parts, "All"))
    events = session.start(0) + play(session, clock)
    assert sum(isinstance(event, SetFinished) for event in events) == 6
    assert session.state is State.FINISHED
