from __future__ import annotations

import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.records.model import LessonPlace, Outcome, Record, SessionEnd, SetRecord
from app.records.records import Records
from app.records.waiting import Saving
from app.records.writing import write
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, ShakyStore, a_session, a_set, hearing

NO_ZONE = MORNING.replace(tzinfo=None)


@pytest.fixture
def store(tmp_path: Path) -> ShakyStore:
    return ShakyStore(tmp_path / "records.sqlite3")


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.fixture
def committed() -> Iterator[list[Record]]:
    heard: list[Record] = []
    with hearing(heard.append):
        yield heard


@pytest.fixture
def records(store: ShakyStore, problems: list[str], committed: list[Record]) -> Iterator[Records]:
    records = Records(
        store,
        on_problem=lambda told: problems.append(str(told)),
        now=lambda: MORNING,
        retry_s=3600,
    )
    yield records
    records.close()


def rows(store: ShakyStore, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store.path)) as connection:
        return connection.execute(statement).fetchall()


def performances(store: ShakyStore) -> list[object]:
    return [number for (number,) in rows(store, "SELECT performance FROM performed ORDER BY 1")]


def test_a_session_is_written_in_order(
    records: Records, store: ShakyStore, committed: list[Record]
) -> None:
    records.put(a_session())
    records.put(a_set(1))
    records.put(a_set(2, finished=False, reps=4))
    records.put(SessionEnd("s1", Outcome.STOPPED, MORNING))
    assert records.flush(HANG_S)
    assert [type(record).__name__ for record in committed] == [
        "SessionRecord",
        "SetRecord",
        "SetRecord",
        "SessionEnd",
    ]
    assert rows(store, "SELECT reps_done, finished FROM performed ORDER BY performance") == [
        (10, 1),
        (4, 0),
    ]
    ms = MORNING.timestamp() * 1000
    assert rows(store, "SELECT outcome, started_ms, ended_ms FROM session") == [("stopped", ms, ms)]
    assert store.threads == {"records"}


def test_a_set_is_on_disk_when_it_is_reported(store: ShakyStore) -> None:
    seen: list[list[object]] = []
    records = Records(store)
    with hearing(lambda _: seen.append(performances(store))):
        records.put(a_set(1))
        records.put(a_set(2))
        assert records.close()
    assert seen == [[1], [1, 2]]


def test_the_same_record_again_changes_nothing(records: Records, store: ShakyStore) -> None:
    for _ in range(2):
        records.put(a_session())
        records.put(a_set(1))
    records.put(replace(a_set(1), reps_done=3))
    records.put(SessionEnd("s1", Outcome.FINISHED, MORNING))
    records.put(SessionEnd("s1", Outcome.STOPPED, MORNING))
    assert records.flush(HANG_S)
    assert rows(store, "SELECT performance, reps_done FROM performed") == [(1, 10)]
    assert rows(store, "SELECT outcome FROM session") == [("finished",)]


def test_a_set_done_again_is_another_performance(records: Records, store: ShakyStore) -> None:
    records.put(a_set(1))
    records.put(replace(a_set(2), set=1))
    records.put(a_set(1, session_id="s2"))
    assert records.flush(HANG_S)
    assert rows(store, "SELECT session, performance, set_number FROM performed ORDER BY 1, 2") == [
        ("s1", 1, 1),
        ("s1", 2, 1),
        ("s2", 1, 1),
    ]


def test_a_set_without_its_session_is_kept(records: Records, store: ShakyStore) -> None:
    records.put(a_set(1))
    assert records.flush(HANG_S)
    assert rows(store, "SELECT exercise, sets FROM session") == [("wall-touches", 3)]


def test_the_caller_does_not_wait_for_the_disk(
    records: Records, store: ShakyStore, committed: list[Record]
) -> None:
    store.ready.clear()
    for number in range(1, 101):
        records.put(a_set(number))  # waiting here would never end
    assert not records.flush(0)
    assert committed == []
    store.ready.set()
    assert records.close()
    assert len(committed) == 100


def test_what_a_full_disk_refused_is_written_with_the_next(
    records: Records, store: ShakyStore, problems: list[str], committed: list[Record]
) -> None:
    records.put(a_set(1))
    assert records.flush(HANG_S)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = store.path.with_name(store.path.name + "-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard))
    try:
        records.put(a_set(2))
        assert not records.flush(HANG_S)
        records.put(a_set(3))
        assert not records.flush(HANG_S)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(problems) == 1
    assert str(store.path) in problems[0]
    assert "the disk " in problems[0]
    assert "kept" in problems[0]
    records.put(a_set(4))
    assert records.flush(HANG_S)
    assert performances(store) == [1, 2, 3, 4]
    assert [record.performance for record in committed if isinstance(record, SetRecord)] == [
        1,
        2,
        3,
        4,
    ]


@pytest.mark.usefixtures("impatient")
def test_each_new_failure_is_reported_once_and_so_is_its_end(
    records: Records, store: ShakyStore, problems: list[str]
) -> None:
    for number in (1, 2):
        with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            records.put(a_set(number))
            assert not records.flush(HANG_S)
            assert not records.flush(HANG_S)
        assert len(problems) == 2 * number - 1
        assert "another program is using it" in problems[-1]
        assert records.flush(HANG_S)
        assert problems[-1] == "What could not be saved before is saved now."
    assert performances(store) == [1, 2]


@pytest.mark.usefixtures("impatient")
def test_the_database_is_opened_once_and_again_after_a_failure(
    records: Records, store: ShakyStore
) -> None:
    for number in (1, 2):
        records.put(a_set(number))
        assert records.flush(HANG_S)
    assert store.opened == 1
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        records.put(a_set(3))
        assert not records.flush(HANG_S)
    assert records.flush(HANG_S)
    assert store.opened > 1
    assert performances(store) == [1, 2, 3]


def test_closing_tries_once_more(store: ShakyStore, problems: list[str]) -> None:
    store.refusing = True
    records = Records(store, on_problem=lambda told: problems.append(str(told)), retry_s=3600)
    records.put(a_set(1))
    assert not records.flush(HANG_S)
    store.refusing = False
    assert records.close()
    assert performances(store) == [1]


def test_closing_says_when_something_was_left(store: ShakyStore) -> None:
    store.refusing = True
    records = Records(store)
    records.put(a_set(1))
    assert not records.close()


def test_it_tries_again_of_its_own_accord(store: ShakyStore) -> None:
    store.refusing = True
    failed, done = threading.Event(), threading.Event()
    records = Records(store, on_problem=lambda _: failed.set(), retry_s=0.01)
    records.subscribe_to_saving(lambda saving: done.set() if saving is Saving.SAVED else None)
    records.put(a_set(1))
    assert failed.wait(HANG_S)
    store.refusing = False
    assert done.wait(HANG_S)
    records.close()


def test_a_record_that_cannot_be_written_holds_up_no_other(
    records: Records,
    store: ShakyStore,
    problems: list[str],
    committed: list[Record],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alarms: list[object] = []
    monkeypatch.setattr(threading, "excepthook", alarms.append)
    records.put(LessonPlace("cues", 2**70))
    records.put(a_set(1))
    assert records.flush(HANG_S)
    assert performances(store) == [1]
    assert committed == [a_set(1)]
    assert len(problems) == len(alarms) == 1


def test_what_the_database_will_never_accept_is_left_out(
    records: Records, store: ShakyStore, problems: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    records.put(replace(a_set(1), finished=2))
    records.put(a_set(2))
    assert records.flush(HANG_S)
    assert performances(store) == [2]
    (problem,) = problems
    assert "was left out: CHECK constraint failed" in problem


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError, sqlite3.InterfaceError])
def test_what_is_written_by_mistake_is_left_out_too(
    records: Records,
    store: ShakyStore,
    problems: list[str],
    monkeypatch: pytest.MonkeyPatch,
    error: type[sqlite3.Error],
) -> None:
    def mistaken(connection: sqlite3.Connection, record: Record, at: datetime) -> None:
        if record == a_set(1):
            raise error("a mistake")
        write(connection, record, at)

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr("app.records.writer.write", mistaken)
    records.put(a_set(1))
    records.put(a_set(2))
    assert records.flush(HANG_S)
    assert performances(store) == [2]
    (problem,) = problems
    assert "was left out: a mistake" in problem


def test_a_fault_in_a_callback_stops_no_writing(
    store: ShakyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    alarms: list[object] = []
    monkeypatch.setattr(threading, "excepthook", alarms.append)

    def broken(_: object) -> None:
        raise ValueError("a window that is gone")

    records = Records(store)
    records.subscribe_to_saving(broken)
    records.put(a_set(1))
    assert records.flush(HANG_S)
    records.put(a_set(2))
    assert records.close()
    assert performances(store) == [1, 2]
    assert len(alarms) == 2


def test_closed_records_refuse_instead_of_losing(records: Records) -> None:
    assert records.close()
    assert records.close()
    with pytest.raises(RuntimeError, match="closed"):
        records.put(a_set(1))
    assert records.flush(0.1)


@pytest.mark.timeout(60)
def test_nothing_is_waited_for_once_the_writing_has_ended(store: ShakyStore) -> None:
    store.refusing = True
    records = Records(store)
    records.put(a_set(1))
    assert not records.close()
    assert not records.flush(3600)


def test_closing_leaves_one_file(records: Records, store: ShakyStore) -> None:
    records.put(LessonPlace("cues", 1))
    records.close()
    assert list(store.path.parent.iterdir()) == [store.path]


def bad_sets() -> list[Callable[[], object]]:
    good = a_set(1)
    return [
        lambda: replace(good, session_id=""),
        lambda: replace(good, exercise=""),
        lambda: replace(good, performance=0),
        lambda: replace(good, set=0),
        lambda: replace(good, reps_done=-1),
        lambda: replace(good, reps_planned=-1),
        lambda: replace(good, seconds=float("nan")),
        lambda: replace(good, seconds=-1),
        lambda: replace(good, started_at=NO_ZONE),
        lambda: replace(good, ended_at=NO_ZONE),
        lambda: replace(a_session(), sets=0),
        lambda: replace(a_session(), started_at=NO_ZONE),
        lambda: LessonPlace("cues", -1),
    ]


@pytest.mark.parametrize("make", bad_sets())
def test_a_wrong_record_is_refused_where_it_is_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="expected"):
        make()


def test_a_held_set_has_no_planned_repetitions(records: Records, store: ShakyStore) -> None:
    records.put(replace(a_set(1), reps_done=0, reps_planned=None))
    assert records.flush(HANG_S)
    assert rows(store, "SELECT reps_done, reps_planned FROM performed") == [(0, None)]


def test_without_a_clock_of_its_own_it_takes_the_wall_time(store: ShakyStore) -> None:
    before = datetime.now(tz=UTC).timestamp()
    records = Records(store)
    records.lesson_finished("cues")
    assert records.close()
    ((finished_ms,),) = rows(store, "SELECT finished_ms FROM lesson")
    assert isinstance(finished_ms, int)
    assert before - 0.001 <= finished_ms / 1000 <= datetime.now(tz=UTC).timestamp() + 0.001
