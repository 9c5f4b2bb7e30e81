from __future__ import annotations

import pytest

from app.practice.choice import Choice
from app.practice.events import (
    CountdownTicked,
    Event,
    Paused,
    PauseReason,
    PhaseStarted,
    Resumed,
    SessionFinished,
)
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play
from tests.helpers.transcript import transcript


def ticked(session: Session, start: float, end: float, step: float) -> list[Event]:
    """Advance in even steps, whether anything is due or not."""
    count = round((end - start) / step)
    return [e for n in range(1, count + 1) for e in session.advance(start + n * step)]


@pytest.mark.parametrize("step", [0.016, 0.7, 3.3, 4.99])
@pytest.mark.parametrize("name", ["plan", "sided", "row"])
def test_late_ticks_lose_nothing_and_report_planned_times(
    request: pytest.FixtureRequest, name: str, step: float
) -> None:
    plan = request.getfixturevalue(name)
    punctual, late = Session(plan), Session(plan)
    expected = punctual.start(0) + play(punctual, ManualClock())
    events = late.start(0) + ticked(late, 0, plan.total_s + 5, step)
    assert transcript(events) == transcript(expected)


def test_one_late_tick_walks_through_every_phase(session: Session) -> None:
    session.start(0)
    ticked(session, 0, 9.5, 0.5)
    assert transcript(session.advance(14.5)).splitlines() == [
        "  10.000  down 1.1 #1",
        "  12.000  up 1.1 #1",
        "  14.000  last rep 1.2 #1",
        "  14.000  down 1.2 #1",
    ]


def test_a_late_tick_walks_out_of_a_pause_into_the_rep(session: Session) -> None:
    session.start(0)
    ticked(session, 0, 13, 0.5)
    session.pause(13)
    session.resume(20)
    assert transcript(session.advance(25)).splitlines() == [
        "  21.000  in 2",
        "  22.000  in 1",
        "  23.000  resumed",
        "  23.000  down 1.1 #1",
        "  25.000  up 1.1 #1",
    ]


def test_a_gap_pauses_where_it_was_last_seen(session: Session) -> None:
    session.start(0)
    ticked(session, 0, 11, 0.5)
    assert session.moment(5000).fraction == 0.5  # what is shown does not run away either
    assert session.advance(5000) == [Paused(11.0, PauseReason.GAP)]
    assert session.state is State.PAUSED
    moment = session.moment(6000)
    assert (moment.rep, moment.fraction) == (1, 0.5)
    assert transcript(session.resume(6000) + session.advance(6003)).splitlines()[-1] == (
        "6003.000  down 1.1 #1"
    )


@pytest.mark.parametrize(
    ("name", "at", "again"),
    [
        ("sided", 15.0, "hold_left 1.1 #1"),
        ("sided", 50.0, "hold_right 1.1 #1"),
        ("row", 49.0, "down 1.1 #1"),
    ],
)
def test_a_gap_in_any_kind_of_session_pauses_it(
    request: pytest.FixtureRequest, name: str, at: float, again: str
) -> None:
    session = Session(request.getfixturevalue(name))
    session.start(0)
    ticked(session, 0, at, 0.5)
    assert session.advance(9000) == [Paused(at, PauseReason.GAP)]
    session.resume(9010)
    assert transcript(session.advance(9013)).splitlines()[-1] == f"9013.000  {again}"


def test_awaiting_a_repetition_is_no_gap_however_long_it_takes(own_pace: Plan) -> None:
    session = Session(own_pace)
    session.start(0)
    ticked(session, 0, 10, 0.5)
    assert session.advance(90_000) == []
    assert session.state is State.AWAITING
    assert transcript(session.rep_done(90_001)).splitlines()[-1] == "90001.000  rep 1.2 #1"


def test_five_seconds_are_late_and_more_is_a_gap(plan: Plan) -> None:
    late, asleep = Session(plan), Session(plan)
    late.start(0)
    asleep.start(0)
    late.advance(5.0)
    asleep.advance(5.001)
    assert (late.state, asleep.state) == (State.RUNNING, State.PAUSED)


def test_a_gap_while_counting_down_pauses_again(session: Session) -> None:
    session.start(0)
    ticked(session, 0, 13, 0.5)
    session.pause(13)
    session.resume(20)
    assert session.advance(30) == [Paused(20.0, PauseReason.GAP)]
    assert session.moment(30).fraction == 0.5


@pytest.mark.parametrize("verb", ["pause", "skip", "back", "stop"])
def test_a_gap_is_seen_by_commands_too(session: Session, verb: str) -> None:
    session.start(0)
    ticked(session, 0, 11, 0.5)
    events: list[Event] = getattr(session, verb)(100)
    assert events[0] == Paused(11.0, PauseReason.GAP)
    assert session.state is (State.STOPPED if verb == "stop" else State.PAUSED)


def test_standing_still_is_no_gap(session: Session) -> None:
    session.advance(0)
    session.start(100)
    ticked(session, 100, 105, 0.5)
    session.pause(105)
    session.resume(1000)
    assert session.state is State.RESUMING


def test_a_long_rest_on_a_timer_is_no_gap(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["slow-motion"]
    session, clock = Session(build_plan(exercise, Choice.of(exercise, rest_s=300))), ManualClock()
    events = session.start(0) + play(session, clock)
    assert session.state is State.FINISHED
    assert not any(isinstance(event, Paused) for event in events)


def test_a_clock_that_goes_back_counts_as_no_time(session: Session) -> None:
    session.start(0)
    ticked(session, 0, 12.5, 0.5)
    assert session.advance(3) == []
    assert session.moment(-50).remaining_s == 1.5
    assert session.pause(2) == [Paused(12.5, PauseReason.USER)]
    assert session.resume(1)[0].at == 12.5
    events = session.advance(15.5)
    assert [event.at for event in events] == [13.5, 14.5, 15.5, 15.5]
    assert transcript(session.advance(17.5)) == "  17.500  up 1.1 #1"


def test_two_hundred_pauses_drift_by_nothing(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["slow-motion"]
    plan = build_plan(exercise, Choice.of(exercise, down_s=0.7, up_s=1.1, rest_s=44.4))
    session, origin = Session(plan), 123.4
    now, stood, pauses = origin, 0.0, 0
    events = session.start(now)
    # Paused in prepare and in both rests, where a session goes on where it was.
    for begin, end in ((0.0, 6.0), (19.0, 58.0), (72.4, 111.0)):
        while now - origin - stood < end and pauses < 200:
            now = max(now, origin + stood + begin)
            events += ticked_to(session, now)
            events += session.pause(now)
            now += 0.1
            events += session.resume(now)
            events += session.advance(now + 3)
            now += 3.0
            stood += 3.1
            pauses += 1
            now += 0.33
            events += session.advance(now)
    assert pauses == 200
    clock = ManualClock(now)
    events += play(session, clock)
    assert sum(isinstance(event, Resumed) for event in events) == 200
    planned = {(p.set, p.rep, p.kind): p.start_s for p in plan.phases if p.set == 3}
    for event in events:
        if isinstance(event, PhaseStarted) and event.phase.set == 3:
            due = planned[3, event.phase.rep, event.phase.kind]
            assert round(event.at, 6) == round(origin + 200 * 3.1 + due, 6)
    assert isinstance(events[-1], SessionFinished)
    assert round(events[-1].at, 6) == round(origin + 200 * 3.1 + plan.total_s, 6)


def ticked_to(session: Session, now: float) -> list[Event]:
    """Tick on time up to `now`."""
    events: list[Event] = []
    while (due := session.next_boundary(0)) is not None and due <= now:
        events += session.advance(due)
    return events


def test_boundaries_are_exactly_the_plans(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, down_s=0.7, hold_s=0.6, up_s=1.1))
    session = Session(plan)
    events = session.start(0) + play(session, ManualClock())
    started = [event.at for event in events if isinstance(event, PhaseStarted)]
    assert started == [phase.start_s for phase in plan.phases]
    assert events[-1].at == plan.total_s


def test_next_boundary_is_the_next_event_or_a_heartbeat(session: Session) -> None:
    session.start(0)
    assert session.next_boundary(0) == 2.0  # nothing due before 7: a sign of life
    ticked(session, 0, 6.5, 0.5)
    assert session.next_boundary(6.6) == 7.0
    assert session.next_boundary(7.3) == 7.3  # late: at once
    session.advance(7.3)
    session.pause(7.4)
    assert session.next_boundary(7.5) is None
    session.resume(20)
    assert session.next_boundary(20) == 21.0
    assert [type(event) for event in session.advance(21.0)] == [CountdownTicked]


def test_a_timer_far_from_the_clocks_zero_never_fires_early(exercises: dict[str, Exercise]) -> None:
    # Two years of uptime: the float that is asked for must reach the mark it was asked for.
    exercise = exercises["slow-motion"]
    plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=9, down_s=0.57, up_s=1.13))
    session, clock = Session(plan), ManualClock(63_072_000.1)
    session.start(clock.now)
    while (due := session.next_boundary(clock.now)) is not None:
        assert due > clock.now
        clock.now = due
        session.advance(due)
    assert session.state is State.FINISHED
