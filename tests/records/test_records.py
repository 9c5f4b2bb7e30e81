"""What was recorded can be read at once, whatever the disk does, and listeners are told."""

from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.records import connection as db
from app.records.feedback import Feedback, Felt, PainNoteDismissed
from app.records.folder_lock import FolderLock
from app.records.model import (
    LessonFinish,
    LessonPlace,
    Outcome,
    PartInProgress,
    Record,
    SafetyAnswers,
    SessionClosed,
    SessionEnd,
    SessionInProgress,
)
from app.records.queries import Queries
from app.records.records import Records
from app.records.schema import migrate
from app.records.waiting import Saving
from app.records.writing import write
from tests.helpers.errors import unreadable
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, ShakyStore, a_session, a_set

PARTS = (PartInProgress("wall-touches", "s1", 3, {"sets": 3}),)
#: One of each kind and more, as a day brings them.
DAY: tuple[Record, ...] = (
    SafetyAnswers(MORNING, {"back-pain": True}),
    LessonPlace("cues", 1),
    LessonFinish("cues", MORNING),
    SafetyAnswers(MORNING - timedelta(days=1), {"back-pain": False}),
    replace(a_session(), run="r1", routine="week-1-day-1", programme="six-weeks"),
    SessionInProgress("r1", "Wall touches", None, PARTS, 0, 1, 1, MORNING),
    a_set(1),
    SessionInProgress("r1", "Wall touches", None, PARTS, 0, 2, 2, MORNING),
    a_set(2, finished=False, reps=4),
    LessonPlace("homework", 2),
    SessionEnd("s1", Outcome.STOPPED, MORNING + timedelta(minutes=5)),
    SessionEnd("s1", Outcome.FINISHED, MORNING + timedelta(minutes=9)),
    SessionClosed("r1"),
    Feedback("r1", MORNING),
    Feedback("r1", MORNING, MORNING, Felt.THIGHS, pain=True),
    Feedback("r2", MORNING + timedelta(days=1)),
    PainNoteDismissed("r1"),
    Feedback("r1", MORNING, MORNING, Felt.NOWHERE, pain=True, effort=3),
    LessonPlace("cues", 0),
    LessonFinish("cues", MORNING + timedelta(days=1)),
    SessionInProgress("r2", "Wall touches", None, PARTS, 0, 3, 3, MORNING + timedelta(days=1)),
)


def answers(records: Queries) -> list[object]:
    """Return all that can be asked."""
    return [
        records.days(9),
        records.today(MORNING.date()),
        records.lesson_progress(),
        records.place(),
        records.safety(),
        [records.was_asked(MORNING.date() + timedelta(days=day)) for day in range(3)],
        records.feedback(date.min),
        records.pains(),
        records.session_in_progress(MORNING),
        records.practised(),
        records.sets_of("s1"),
        records.answers("r1"),
    ]


def put(records: Records, record: Record) -> None:
    records.put(record)


@pytest.fixture
def store(tmp_path: Path) -> ShakyStore:
    return ShakyStore(tmp_path / "records.sqlite3")


@pytest.fixture
def records(store: ShakyStore) -> Iterator[Records]:
    records = Records(store, now=lambda: MORNING, retry_s=3600)
    yield records
    store.ready.set()
    records.close()


@pytest.fixture(params=["slow", "full", "locked"])
def bad_disk(request: pytest.FixtureRequest, store: ShakyStore) -> Iterator[Callable[[], None]]:
    """Keep the disk from taking anything; what is yielded mends it."""
    other = sqlite3.connect(store.path, isolation_level=None)
    if request.param == "locked":
        other.execute("BEGIN IMMEDIATE")
    elif request.param == "slow":
        store.ready.clear()
    else:
        store.refusing = True

    def mend() -> None:
        store.refusing = False
        store.ready.set()
        if other.in_transaction:
            other.execute("ROLLBACK")

    yield mend
    mend()
    other.close()


def test_every_record_can_be_read_at_once_and_reads_the_same_from_the_disk(
    store: ShakyStore, bad_disk: Callable[[], None]
) -> None:
    records = Records(store, now=lambda: MORNING, retry_s=3600)
    seen = []
    for record in DAY:
        put(records, record)
        seen.append(answers(records))
    assert records.saving is not Saving.SAVED
    bad_disk()
    assert records.flush(HANG_S)
    assert answers(records) == seen[-1]
    assert records.close()
    with closing(Records.open(store.path)) as again:
        assert answers(again) == seen[-1]


def in_memory(*written: Record) -> sqlite3.Connection:
    connection = db.in_memory()
    migrate(connection)
    for record in written:
        write(connection, record, MORNING)
    return connection


def read(connection: sqlite3.Connection) -> list[object]:
    return answers(Queries(lambda text, *values: connection.execute(text, values).fetchall()))


@pytest.mark.parametrize("seed", range(60))
def test_records_written_again_from_any_of_them_on_change_nothing(seed: int) -> None:
    """The disk may have got some of what waits by the time it is copied."""
    chance = random.Random(seed)
    several = [*DAY, *(chance.choice(DAY) for _ in range(9))]
    expected = read(in_memory(*several))
    on_disk = chance.randint(0, len(several))
    first = chance.randint(0, on_disk)
    connection = in_memory(*several[:on_disk])
    for record in several[first:]:
        write(connection, record, MORNING)
    assert read(connection) == expected


def test_what_reached_the_disk_unread_is_in_the_next_copy(
    records: Records, store: ShakyStore
) -> None:
    store.ready.clear()
    records.put(a_set(1))
    assert len(records.sets_of("s1")) == 1
    store.ready.set()
    assert records.flush(HANG_S)
    records.lesson_finished("cues")
    assert records.flush(HANG_S)
    with locked(store):
        records.put(a_set(2))
        assert len(records.sets_of("s1")) == 2
        assert set(records.lesson_progress()) == {"cues"}
        records.put(a_set(3))
        assert len(records.sets_of("s1")) == 3


class locked:  # noqa: N801
    """Keep the database from being written."""

    def __init__(self, store: ShakyStore) -> None:
        self._connection = sqlite3.connect(store.path, isolation_level=None)

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def test_the_copy_goes_once_all_is_on_the_disk(records: Records, store: ShakyStore) -> None:
    store.ready.clear()
    records.put(a_set(1))
    assert len(records.sets_of("s1")) == 1
    assert records._reader._copy is not None
    store.ready.set()
    assert records.flush(HANG_S)
    assert len(records.sets_of("s1")) == 1
    assert records._reader._copy is None


def test_the_copy_goes_with_the_records(records: Records, store: ShakyStore) -> None:
    store.refusing = True
    records.put(a_set(1))
    assert len(records.sets_of("s1")) == 1
    assert records._reader._copy is not None
    assert not records.close()
    assert records._reader._copy is None


def test_a_record_is_written_into_the_copy_once(
    records: Records, store: ShakyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Record] = []

    def watched(connection: sqlite3.Connection, record: Record, at: datetime) -> None:
        written.append(record)
        write(connection, record, at)

    monkeypatch.setattr("app.records.reader.write", watched)
    store.ready.clear()
    for number in (1, 2):
        records.put(a_set(number))
        assert [len(records.sets_of("s1")) for _ in range(2)] == [number, number]
    assert written == [a_set(1), a_set(2)]


def test_what_can_never_be_written_is_not_read(
    records: Records, store: ShakyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    store.ready.clear()
    records.put(LessonPlace("cues", 2**70))
    records.put(LessonPlace("homework", 1))
    assert records.place() == LessonPlace("homework", 1)
    assert set(records.lesson_progress()) == {"homework"}
    store.ready.set()
    assert records.flush(HANG_S)
    assert set(records.lesson_progress()) == {"homework"}


def test_what_waits_is_read_with_what_another_program_wrote(
    records: Records, store: ShakyStore
) -> None:
    store.ready.clear()
    records.put(a_set(1))
    assert len(records.sets_of("s1")) == 1
    with closing(Records.open(store.path)) as other:
        other.lesson_finished("cues")
    records.look_again()
    assert set(records.lesson_progress()) == {"cues"}
    assert len(records.sets_of("s1")) == 1


def test_damage_is_said_while_something_waits_too(records: Records, store: ShakyStore) -> None:
    with closing(db.connect(store.path)) as connection:
        connection.execute("DROP TABLE feedback")
    store.ready.clear()
    records.put(LessonPlace("cues", 1))
    assert records.place() == LessonPlace("cues", 1)
    with pytest.raises(UserError, match="the file is damaged"):
        records.was_asked(MORNING.date())


@pytest.mark.skipif(os.name != "posix", reason="there is no such lock")
def test_the_folder_is_given_up_on_closing_and_where_it_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_free() -> bool:
        lock = FolderLock(tmp_path)
        lock.release()
        return lock.alone

    def fails(*_: object) -> None:
        raise unreadable()

    records = Records.open(tmp_path / "records.sqlite3")
    assert not is_free()
    assert records.close()
    assert is_free()
    monkeypatch.setattr("app.records.records.Reader", fails)
    with pytest.raises(UserError):
        Records.open(tmp_path / "records.sqlite3")
    assert is_free()


# Being told


def test_listeners_are_told_what_can_be_read_now_in_the_thread_that_records(
    records: Records, store: ShakyStore
) -> None:
    store.ready.clear()
    told: list[tuple[object, object, threading.Thread]] = []
    end = records.subscribe(
        lambda record: told.append((record, records.place(), threading.current_thread()))
    )
    records.put(LessonPlace("cues", 3))
    here = threading.current_thread()
    assert told == [(LessonPlace("cues", 3), LessonPlace("cues", 3), here)]
    end()
    records.put(LessonPlace("cues", 4))
    assert len(told) == 1


def test_a_listener_may_unsubscribe_while_it_is_called(records: Records) -> None:
    told: list[str] = []
    ends: list[Callable[[], None]] = []

    def leave(_: object) -> None:
        told.append("first")
        ends[0]()

    ends.append(records.subscribe(leave))
    records.subscribe(lambda _: told.append("second"))
    records.put(LessonPlace("cues", 3))
    records.put(LessonPlace("cues", 4))
    assert told == ["first", "second", "second"]


def test_a_change_by_another_program_is_reported_when_looked_for(
    records: Records, store: ShakyStore
) -> None:
    told: list[object] = []
    records.subscribe(told.append)
    records.look_again()
    assert told == []
    with closing(Records.open(store.path)) as other:
        other.lesson_finished("cues")
    assert told == []
    records.look_again()
    records.look_again()
    assert told == [None]


def test_nothing_is_looked_for_once_the_records_are_closed(records: Records) -> None:
    told: list[object] = []
    records.subscribe(told.append)
    records.close()
    records.look_again()
    assert told == []


def test_listeners_hear_whether_everything_is_saved(records: Records, store: ShakyStore) -> None:
    told: list[tuple[Saving, str]] = []
    end = records.subscribe_to_saving(
        lambda saving: told.append((saving, threading.current_thread().name))
    )
    store.refusing = True
    records.put(a_set(1))
    records.flush(HANG_S)
    assert records.saving is Saving.FAILING
    assert set(told) == {(Saving.FAILING, "records")}
    store.refusing = False
    assert records.flush(HANG_S)
    assert told[-1] == (Saving.SAVED, "records")
    end()
    before = len(told)
    store.ready.clear()
    records.put(a_set(2))
    store.ready.set()
    assert records.flush(HANG_S)
    assert len(told) == before


def test_what_was_not_tried_yet_waits(records: Records, store: ShakyStore) -> None:
    seen = [records.saving]
    store.ready.clear()
    records.put(a_set(1))
    seen.append(records.saving)
    store.ready.set()
    assert records.flush(HANG_S)
    assert [*seen, records.saving] == [Saving.SAVED, Saving.WAITING, Saving.SAVED]
