from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from app.practice.choice import Choice
from app.practice.events import Event
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import PhaseKind, Place, Plan
from app.records.model import PartInProgress, SessionClosed, SessionInProgress, SessionRecord
from app.records.queries import OFFERED_FOR
from app.records.records import Records
from app.records.session_log import SessionLog
from app.records.store import Store
from app.records.unfinished import Unfinished, find_unfinished
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, a_set
from tests.helpers.session_process import SETS, a_day, read_all_exercises

EXERCISES = read_all_exercises()


class Practice:
    """A session that is recorded; its wall clock is MORNING plus its own."""

    def __init__(self, plan: Plan, records: Records) -> None:
        self.session, self.records, self.now = Session(plan), records, 0.0
        self.log = SessionLog(plan, records, lambda: MORNING + timedelta(seconds=self.now))
        self.log.begin()
        self.take(self.session.start(0))

    def take(self, events: list[Event]) -> None:
        self.log.take(events, self.now)

    def until(self, now: float) -> None:
        while (due := self.session.next_boundary(self.now)) is not None and due <= now:
            self.now = due
            self.take(self.session.advance(due))
        self.now = now
        self.take(self.session.advance(now))
        assert self.records.flush(HANG_S)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "records.sqlite3")
    yield store
    store.close()


@pytest.fixture
def records(store: Store) -> Iterator[Records]:
    records = Records(store)
    yield records
    records.close()


def offer(
    store: Store,
    now: datetime = MORNING + timedelta(hours=1),
    exercises: Mapping[str, Exercise] = EXERCISES,
) -> Unfinished | None:
    with closing(Records.open(store.path)) as records:
        return find_unfinished(records, exercises, now)


def test_nothing_is_offered_where_nothing_was_broken_off(store: Store) -> None:
    assert offer(store) is None


# Wall touches: sets of 50 s with 5 s of rest, from 10 s on.
@pytest.mark.parametrize(
    ("at", "place", "performed"),
    [
        (0, Place(0, 1), (0, 0, 0)),
        (30, Place(0, 1), (0, 0, 0)),
        (61, Place(0, 2), (1, 0, 0)),
        (70, Place(0, 2), (1, 0, 0)),
        (10 + 7 * 50 + 7 * 5 + 1, Place(0, 8), (7, 0, 0)),
        (10 + 8 * 50 + 7 * 5 + 1, Place(1, 1), (8, 0, 0)),  # in the change-over
        (10 + 8 * 50 + 7 * 5 + 31, Place(1, 1), (8, 0, 0)),
    ],
)
def test_the_set_it_was_in_or_waited_for_is_offered(
    store: Store, records: Records, at: float, place: Place, performed: tuple[int, ...]
) -> None:
    Practice(a_day(EXERCISES), records).until(at)
    found = offer(store)
    assert found is not None
    assert (found.place, found.performed) == (place, performed)
    first, begin = found.plan.phases[:2]
    assert (first.kind, first.part, first.set) == (PhaseKind.PREPARE, *place)
    assert (begin.part, begin.set, begin.rep) == (*place, 1)
    assert found.at <= MORNING + timedelta(seconds=at)


def test_numbers_and_all_are_as_they_were(store: Store, records: Records) -> None:
    plan = a_day(EXERCISES)
    Practice(plan, records).until(70)
    found = offer(store)
    assert found is not None
    assert found.plan.parts == plan.parts
    assert (found.plan.title, found.plan.routine) == (plan.title, plan.routine)


def test_a_set_that_was_gone_back_to_is_offered(store: Store, records: Records) -> None:
    practice = Practice(a_day(EXERCISES), records)
    practice.until(70)
    practice.take(practice.session.back(70))
    practice.take(practice.session.back(70))
    practice.until(75)
    found = offer(store)
    assert found is not None
    assert found.place == Place(0, 1)


def test_a_session_that_was_finished_is_not_offered(store: Store, records: Records) -> None:
    practice = Practice(a_day(EXERCISES), records)
    practice.until(70)
    while practice.session.state.value not in ("finished", "stopped"):
        practice.take(practice.session.skip(practice.now))
        practice.until(practice.now + 3)
    assert records.flush(HANG_S)
    assert offer(store) is None


def test_one_that_was_stopped_is_offered_with_what_was_done_of_it(
    store: Store, records: Records
) -> None:
    practice = Practice(a_day(EXERCISES), records)
    practice.until(70)
    practice.take(practice.session.stop(70))
    assert records.flush(HANG_S)
    found = offer(store)
    assert found is not None
    assert (found.place, found.performed) == (Place(0, 2), (2, 0, 0))
    assert [(one.finished, one.seconds) for one in found.sets] == [(True, 50), (False, 5)]
    again = SessionLog(found.plan, records, lambda: MORNING, found)
    again.begin()
    again.take(Session(found.plan, found.performed).stop(0), 0)
    assert again.summary is not None
    assert again.summary.done == (1, 11, 55)


def test_what_the_user_does_not_want_to_go_on_with_is_not_offered_again(
    store: Store, records: Records
) -> None:
    Practice(a_day(EXERCISES), records).until(70)
    found = offer(store)
    assert found is not None
    records.put(SessionClosed(found.run))
    assert records.flush(HANG_S)
    assert offer(store) is None


@pytest.mark.parametrize(("later", "is_offered"), [(OFFERED_FOR, True), (OFFERED_FOR * 1.1, False)])
def test_only_what_was_broken_off_today_is_offered(
    store: Store, records: Records, later: timedelta, is_offered: bool
) -> None:
    Practice(a_day(EXERCISES), records)
    assert records.flush(HANG_S)
    assert (offer(store, MORNING + later) is not None) is is_offered
    assert (offer(store, MORNING - later) is not None) is is_offered


def test_an_exercise_that_is_gone_or_another_now_is_not_offered(
    store: Store, records: Records
) -> None:
    Practice(a_day(EXERCISES), records).until(70)
    stand = EXERCISES["single-leg-stand"]
    one_sided = msgspec.structs.replace(stand, sides=False, switch_s=None)
    assert offer(store, exercises={**EXERCISES, "single-leg-stand": one_sided}) is None
    rest = {name: one for name, one in EXERCISES.items() if name != "slow-motion"}
    assert offer(store, exercises=rest) is None


def test_an_exercise_without_a_stored_end_is_ended_when_it_continues(
    store: Store, records: Records
) -> None:
    """The last set and the end of its exercise are two transactions too."""
    practice = Practice(a_day(EXERCISES), records)
    practice.until(10 + 8 * 50 + 7 * 5 + 1)
    with closing(store.connect()) as connection:
        connection.execute("UPDATE session SET ended_ms = NULL, outcome = NULL")
    found = offer(store)
    assert found is not None
    SessionLog(found.plan, records, lambda: MORNING, found).begin()
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT exercise, outcome FROM session ORDER BY rowid").fetchall()
    assert rows == [("wall-touches", "finished"), ("single-leg-stand", None)]


def test_one_instance_knows_that_another_was_there_before(store: Store) -> None:
    """Its session in progress may be under way there."""
    assert not store.found_others
    with closing(Records.open(store.path)) as other:
        assert other.found_others


def test_a_session_never_continued_is_not_stored_for_ever(store: Store, records: Records) -> None:
    records.put(a_running(run="old", at=MORNING - timedelta(days=3)))
    records.put(a_running(run="other", at=MORNING - timedelta(hours=3)))
    records.put(a_running())
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT run FROM running ORDER BY run").fetchall()
    assert rows == [("other",), ("r1",)]


def a_running(**changed: object) -> SessionInProgress:
    part = PartInProgress("wall-touches", "s1", 3, {"sets": 3})
    running = SessionInProgress("r1", "Wall touches", None, (part,), 0, 2, 2, MORNING)
    return msgspec.structs.replace(running, **changed)


def test_a_set_stored_whose_place_was_not_is_not_offered_again(
    store: Store, records: Records
) -> None:
    """The set and the place after it are two transactions; a power cut may come in between."""
    records.put(a_running())
    records.put(a_set(2))
    assert records.flush(HANG_S)
    assert records.session_in_progress(MORNING) == a_running(set=3, performance=3)
    records.put(a_running(set=3, performance=3))
    records.put(a_set(3))
    assert records.flush(HANG_S)
    assert records.session_in_progress(MORNING) is None


def test_an_earlier_performance_of_the_set_does_not_count_as_this_one(
    store: Store, records: Records
) -> None:
    records.put(a_set(2))
    records.put(a_running(performance=3))
    assert records.flush(HANG_S)
    assert records.session_in_progress(MORNING) == a_running(performance=3)


@pytest.mark.parametrize(
    ("column", "value"),
    [("parts", "[]"), ("parts", "no"), ("part", 7), ("title", ""), ("parts", '[{"exercise": 1}]')],
)
def test_a_damaged_place_is_passed_over(
    store: Store, records: Records, column: str, value: object
) -> None:
    records.put(a_running())
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        connection.execute(f"UPDATE running SET {column} = ?", (value,))
    assert records.session_in_progress(MORNING) is None


@pytest.mark.parametrize(
    ("changed", "is_offered"),
    [
        ({}, True),
        ({"sets": 2}, True),
        ({"sets": 1}, False),  # it was in the second
        ({"sets": 300}, False),
        ({"switch_s": 5.0}, False),  # which it has no sides for
    ],
)
def test_only_numbers_that_fit_are_offered(
    store: Store, records: Records, changed: dict[str, float], is_offered: bool
) -> None:
    choice = asdict(Choice.of(EXERCISES["wall-touches"])) | changed
    records.put(a_running(parts=(PartInProgress("wall-touches", "s1", 3, choice),)))
    assert records.flush(HANG_S)
    assert (offer(store) is not None) is is_offered


def test_each_exercise_of_a_row_has_a_record_and_they_know_each_other(
    store: Store, records: Records
) -> None:
    practice = Practice(a_day(EXERCISES), records)
    practice.until(10 + 8 * 50 + 7 * 5 + 31)
    with closing(store.connect()) as connection:
        rows = connection.execute(
            "SELECT exercise, sets, routine, outcome, run FROM session ORDER BY started_ms"
        ).fetchall()
    assert [row[:4] for row in rows] == [
        ("wall-touches", SETS, "week-1-day-1", "finished"),
        ("single-leg-stand", SETS, "week-1-day-1", None),
    ]
    assert rows[0][4] == rows[1][4]


def test_an_exercise_by_itself_is_part_of_no_routine(store: Store, records: Records) -> None:
    records.put(SessionRecord("s1", "wall-touches", 3, MORNING))
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT run, routine FROM session").fetchall()
    assert rows == [(None, None)]


def test_a_database_of_the_first_version_keeps_all_it_has(tmp_path: Path) -> None:
    from app.records.schema import migrate
    from app.records.steps import STEPS

    file = tmp_path / "records.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, STEPS[:1])
        connection.execute(
            "INSERT INTO session (id, exercise, sets, started_ms, offset_min)"
            " VALUES ('old', 'wall-touches', 3, 1000, 60)"
        )
        connection.execute(
            "INSERT INTO performed (session, performance, set_number, reps_done, reps_planned,"
            " finished, started_ms, ended_ms, offset_min, seconds)"
            " VALUES ('old', 1, 1, 10, 10, 1, 1000, 51000, 60, 50)"
        )
    store = Store.open(file)
    assert store.notice is None
    with closing(Records.open(file)) as records:
        (day,) = records.days(5)
        assert [(entry.exercise, entry.sets, entry.reps) for entry in day.entries] == [
            ("wall-touches", 1, 10)
        ]
        assert records.session_in_progress(MORNING) is None
    with closing(store.connect()) as connection:
        assert connection.execute("SELECT run, routine FROM session").fetchall() == [(None, None)]
    store.close()
