"""What a session leaves in the records, without a database."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

import pytest

from app.practice.choice import Choice
from app.practice.events import Event
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_session
from app.records.model import SessionInProgress, SessionRecord, SetRecord
from app.records.records import Records
from app.records.session_log import SessionLog
from app.records.tally import Tally
from tests.helpers.clock import ManualClock, play
from tests.helpers.practice_flow import ListedRecords
from tests.helpers.records import MORNING
from tests.helpers.session_process import read_all_exercises

EXERCISES = read_all_exercises()
#: When the sessions here begin, on the clock that leads them.
START = 100.0


class Log:
    """A session that is led and recorded; seconds are counted from its start."""

    def __init__(self, plan: Plan) -> None:
        self.session, self.clock, self.records = Session(plan), ManualClock(START), ListedRecords()
        self.log = SessionLog(plan, cast("Records", self.records), self.wall)
        self.log.begin()
        self.take(self.session.start(START))

    def wall(self) -> datetime:
        return at(self.clock.now - START)

    def take(self, events: list[Event]) -> None:
        self.log.take(events, self.clock.now)

    def until(self, seconds: float) -> None:
        end = START + seconds
        while (due := self.session.next_boundary(self.clock.now)) is not None and due < end:
            self.take(play(self.session, self.clock, due))
        self.take(play(self.session, self.clock, end))

    def do(self, verb: str) -> None:
        self.take(getattr(self.session, verb)(self.clock.now))

    def sets(self) -> list[SetRecord]:
        return cast("list[SetRecord]", self.records.of("set"))


def at(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


@pytest.fixture
def log() -> Log:
    """Two sets of two: at 10 to 18 and 28 to 36 s, each repetition 2 s down and 2 s up."""
    slow = EXERCISES["slow-motion"]
    part = Part(slow, Choice.of(slow, sets=2, reps=2, down_s=2, up_s=2, rest_s=10))
    return Log(build_session([part], "Slow", routine="day", programme="weeks"))


def test_pauses_are_left_out_of_the_time_of_sets_and_of_the_session(log: Log) -> None:
    log.until(13)
    log.do("pause")
    log.until(20)
    log.do("resume")
    log.until(21)
    log.do("pause")  # in the countdown: still the same pause
    log.until(40)
    log.do("resume")
    log.until(55)  # the first repetition began again at 43
    log.do("pause")  # in the rest, which began at 51
    log.until(70)
    log.do("resume")
    log.until(200)
    first, second = log.sets()
    assert (first.started_at, first.ended_at, first.seconds) == (at(10), at(51), 11)
    assert (second.started_at, second.ended_at, second.seconds) == (at(79), at(87), 8)
    assert log.log.summary is not None
    assert log.log.summary.finished
    assert log.log.summary.done == Tally(2, 4, 19)


def test_a_pause_that_is_on_at_the_end_is_left_out_too(log: Log) -> None:
    log.until(15)
    log.do("pause")
    log.until(90)
    log.do("stop")
    (only,) = log.sets()
    assert (only.reps_done, only.finished, only.seconds) == (1, False, 5)
    assert (only.started_at, only.ended_at) == (at(10), at(90))
    assert log.log.summary is not None
    assert not log.log.summary.finished
    assert log.log.summary.done == Tally(0, 1, 5)
    assert log.records.names()[-2:] == ["set", "stopped"]


def test_what_is_noticed_late_is_recorded_for_when_it_was(log: Log) -> None:
    log.until(17)
    log.clock.wait(3.5)
    log.take(log.session.advance(log.clock.now))
    (first,) = log.sets()
    assert (first.started_at, first.ended_at, first.seconds) == (at(10), at(18), 8)


def test_a_set_left_before_its_first_repetition_was_done_keeps_its_seconds(log: Log) -> None:
    log.until(13)
    log.do("skip")
    log.until(24)  # 1 s into the second set
    log.do("stop")
    assert [(one.reps_done, one.finished, one.seconds) for one in log.sets()] == [
        (0, False, 3),
        (0, False, 1),
    ]


def test_a_set_left_as_it_began_is_not_recorded(log: Log) -> None:
    log.until(10)
    log.do("skip")
    assert log.sets() == []


def test_one_side_of_a_set_is_recorded() -> None:
    stand = EXERCISES["single-leg-stand"]
    part = Part(stand, Choice.of(stand, sets=3, hold_s=30, switch_s=5))
    log = Log(build_session([part], "Stand"))
    log.until(10 + 30 + 5 + 4)
    log.do("stop")
    (only,) = log.sets()
    assert (only.reps_done, only.reps_planned, only.finished) == (0, None, False)
    assert only.seconds == 39
    assert log.log.summary is not None
    assert log.log.summary.done == Tally(0, 0, 39)


def test_the_place_is_recorded_once_where_it_changes(log: Log) -> None:
    log.until(30)
    log.do("repeat")
    log.until(200)
    places = cast("list[SessionInProgress]", log.records.of("running"))
    assert [(one.set, one.performance) for one in places] == [(1, 1), (2, 2), (2, 3)]
    assert {(one.part, one.title, one.routine, one.programme) for one in places} == {
        (0, "Slow", "day", "weeks")
    }
    assert [one.at for one in places] == [at(0), at(18), at(33)]


def test_each_exercise_has_a_record_from_its_first_set_to_its_last() -> None:
    stand, wall = EXERCISES["single-leg-stand"], EXERCISES["wall-touches"]
    parts = [
        Part(stand, Choice.of(stand, sets=1, hold_s=10, switch_s=5)),
        Part(wall, Choice(sets=1, reps=1, down_s=0.5, hold_s=0, up_s=0, rest_s=10)),
    ]
    log = Log(build_session(parts, "Two", routine="day", change_s=20))
    log.until(200)
    started = cast("list[SessionRecord]", log.records.of("started"))
    assert [(one.exercise, one.sets, one.started_at) for one in started] == [
        ("single-leg-stand", 1, at(0)),
        ("wall-touches", 1, at(55)),
    ]
    assert {(one.run, one.routine) for one in started} == {(log.log._run, "day")}
    held, repeated = log.sets()
    assert (held.reps_done, held.reps_planned, held.seconds) == (0, None, 25)
    assert (repeated.reps_done, repeated.reps_planned, repeated.seconds) == (1, 1, 0.5)
    assert log.records.names() == [
        "started", "running", "set", "finished", "running", "started", "set", "finished", "left"
    ]  # fmt: skip
