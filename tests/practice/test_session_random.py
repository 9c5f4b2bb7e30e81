from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.events import (
    Event,
    HalfwayReached,
    LastRepStarted,
    PhaseStarted,
    Resumed,
    SessionFinished,
    SessionStopped,
    SetAbandoned,
    SetEvent,
    SetFinished,
    SetSkipped,
    SetStopped,
)
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Part, PhaseKind, Plan, build_session
from app.practice.transitions import IllegalCommandError, State
from app.records.model import (
    Record,
    SessionClosed,
    SessionEnd,
    SessionInProgress,
    SessionRecord,
    SetRecord,
)
from app.records.records import Records
from app.records.session_log import SessionLog
from tests.helpers.patience import examples
from tests.helpers.records import MORNING

EXERCISES = read_exercises(
    find_locations().exercises, {file.stem for file in find_locations().animations.iterdir()}
)[0]


def a_part(name: str, sets: int, reps: int, hold: float, prepare: float, own_pace: bool) -> Part:
    exercise = EXERCISES[name]
    if exercise.reps is None:
        choice = Choice.of(exercise, sets=sets, hold_s=8 + 3 * reps, switch_s=3, rest_s=5)
    else:
        choice = Choice.of(
            exercise, sets=sets, reps=reps, hold_s=hold, rest_s=5, prepare_s=prepare,
            own_pace=own_pace,
        )  # fmt: skip
    return Part(exercise, choice)


parts = st.builds(
    a_part,
    st.sampled_from(["wall-touches", "wall-drill", "single-leg-stand"]),
    st.integers(1, 3),
    st.integers(1, 5),
    st.sampled_from([0, 0.7]),
    st.sampled_from([3, 4.2, 10]),
    st.booleans(),
)
plans = st.builds(
    lambda made, change: build_session(made, "A day", change_s=change),
    st.lists(parts, min_size=1, max_size=3),
    st.sampled_from([3, 7.5]),
)
VERBS = ["pause", "resume", "resume", "skip", "back", "repeat", "add_rest", "far_enough",
         *["rep_done"] * 6]  # fmt: skip
verbs = st.sampled_from([*["advance"] * 14, *VERBS])
steps = st.one_of(
    st.floats(0, 4.9, allow_nan=False),
    st.sampled_from([0.0, 1.0, 2.0, 3.0, 5.0, -0.5, -30.0, 5.1, 4000.0]),
)
commands = st.lists(st.tuples(verbs, steps), max_size=80)
#: The command line of a longer search: SESSIONS=10000 pytest tests/practice/test_session_random.py
SESSIONS = int(os.environ.get("SESSIONS", "300"))


class RecordsInMemory:
    """Keeps what a session records, and looks at it as the database would."""

    def __init__(self) -> None:
        self.sets: list[SetRecord] = []
        self.starts: list[str] = []
        self.ends: list[str] = []
        self.places: list[SessionInProgress] = []
        self.left = 0

    def put(self, record: Record) -> None:
        match record:
            case SessionRecord():
                self.starts.append(record.session_id)
            case SessionEnd():
                self.ends.append(record.session_id)
            case SessionInProgress():
                self.places.append(record)
            case SessionClosed():
                self.left += 1
            case SetRecord():
                self.sets.append(record)


@settings(max_examples=examples(SESSIONS))
@given(plan=plans, script=commands, stop=st.booleans())
def test_whatever_is_pressed(plan: Plan, script: Sequence[tuple[str, float]], stop: bool) -> None:
    session, now = Session(plan), 1000.0
    records = RecordsInMemory()
    log = SessionLog(plan, cast("Records", records), lambda: MORNING + timedelta(seconds=now))
    log.begin()
    events = session.start(now)
    log.take(events, now)
    for verb, step in script:
        now += step
        state, before = session.state, session.moment(now)
        try:
            told = getattr(session, verb)(now)
        except IllegalCommandError:
            assert session.state is state
            assert session.moment(now) == before
        else:
            events += told
            log.take(told, now)
        check_moment(session, now)
    if stop and session.state not in (State.FINISHED, State.STOPPED):
        told = session.stop(now)
        events += told
        log.take(told, now)
    check_events(events, plan)
    check_records(records, events, plan)


def check_records(records: RecordsInMemory, events: list[Event], plan: Plan) -> None:
    finished = [event for event in events if isinstance(event, SetFinished)]
    stored = [record for record in records.sets if record.finished]
    assert [(one.set, one.performance) for one in stored] == [
        (event.set, event.performance) for event in finished
    ]
    assert [one.exercise for one in stored] == [
        plan.parts[event.part].exercise.id for event in finished
    ]
    keys = [(record.session_id, record.performance) for record in records.sets]
    assert len(set(keys)) == len(keys), "no set is stored twice"
    assert len(set(records.starts)) == len(records.starts)
    assert len(set(records.ends)) == len(records.ends)
    assert set(records.ends) <= set(records.starts)
    over = isinstance(events[-1], SessionFinished | SessionStopped)
    assert records.left == isinstance(events[-1], SessionFinished)
    # The place to go on at is never a set that is done: its number is still free.
    if not over:
        last = records.places[-1]
        done = {
            record.performance
            for record in stored
            if record.session_id == last.parts[last.part].session_id
        }
        assert last.performance not in done


def check_moment(session: Session, now: float) -> None:
    moment = session.moment(now)
    phase = session.plan.phases[moment.index]
    assert 0 <= moment.fraction <= 1
    assert 0 <= moment.remaining_s <= phase.seconds
    assert moment.elapsed_s + moment.remaining_s == pytest.approx(phase.seconds, abs=2e-6)
    assert (moment.kind, moment.set, moment.rep) == (phase.kind, phase.set, phase.rep)
    assert (moment.state is State.AWAITING) <= (moment.kind is PhaseKind.REP)
    due = session.next_boundary(now)
    assert (due is None) is (session.state not in (State.RUNNING, State.RESUMING))
    assert due is None or due >= now - 1e-6


def check_events(events: list[Event], plan: Plan) -> None:
    times = [event.at for event in events]
    assert times == sorted(times)

    ends = [event for event in events if isinstance(event, SetEvent)]
    assert len({(end.part, end.performance) for end in ends}) == len(ends), "it ends once"
    begun: dict[tuple[int, int], int] = {}
    for event in events:
        if isinstance(event, PhaseStarted) and event.performance is not None:
            begun.setdefault((event.phase.part, event.performance), event.phase.set)
    for part in range(len(plan.parts)):
        numbers = [number for of, number in begun if of == part]
        assert numbers == list(range(1, len(numbers) + 1)), "performances count up from 1"
    for end in ends:
        assert end.set == begun[end.part, end.performance]
        assert end.started_at <= end.at
        check_reps(events, end, plan)
    if isinstance(events[-1], SessionFinished):
        assert events[-1].sets_finished == sum(isinstance(end, SetFinished) for end in ends)
        assert len(ends) == len(begun), "no set is left open"


def check_reps(events: list[Event], end: SetEvent, plan: Plan) -> None:
    """Every rep follows the one before; it, or a side, only begins again out of a pause."""
    rep = 0
    sides: list[PhaseKind] = []
    previous: Event | None = None
    for event in events:
        if isinstance(event, PhaseStarted) and (
            (event.phase.part, event.performance) == (end.part, end.performance)
        ):
            phase = event.phase
            assert phase.rep is not None
            if phase.rep != rep:
                assert phase.rep == rep + 1
                rep += 1
            elif phase.kind in (PhaseKind.DOWN, PhaseKind.REP, PhaseKind.HOLD_LEFT):
                assert isinstance(previous, Resumed)
            if not sides or sides[-1] is not phase.kind:
                sides.append(phase.kind)
            elif phase.kind is PhaseKind.HOLD_RIGHT:
                assert isinstance(previous, Resumed)
        # These stand between the two where a repetition begins again.
        if not isinstance(event, LastRepStarted | HalfwayReached):
            previous = event
    choice = plan.parts[end.part].choice
    if isinstance(end, SetFinished) and choice.switch_s:
        assert sides == [PhaseKind.HOLD_LEFT, PhaseKind.SWITCH, PhaseKind.HOLD_RIGHT]
    if isinstance(end, SetFinished):
        open_ended = plan.parts[end.part].exercise.open_ended
        was_enough = open_ended and end.reps_done == end.reps == rep - 1
        assert was_enough or end.reps_done == end.reps == rep == choice.reps
    else:
        assert isinstance(end, SetSkipped | SetAbandoned | SetStopped)
        assert end.reps_done == rep - 1


def is_timed(plan: Plan) -> bool:
    return not any(part.choice.own_pace for part in plan.parts)


@settings(max_examples=examples(60))
@given(plan=plans.filter(is_timed), steps=st.lists(st.floats(0, 5), max_size=60))
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
