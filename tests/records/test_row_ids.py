"""What rows carry so that two computers can be put together: ids, deletions, times of change."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.records.model import LessonPlace, SafetyAnswers, SessionClosed
from app.records.records import Records
from app.records.store import Store
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, a_set
from tests.records.test_in_progress import in_progress


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.sqlite3")


def test_what_was_deleted_is_remembered(store: Store) -> None:
    with closing(Records(store, now=lambda: MORNING)) as records:
        records.put(in_progress("old", MORNING - timedelta(days=3)))
        records.put(in_progress("a", MORNING))
        records.put(SessionClosed("a"))
        records.put(SessionClosed("never-there"))
        assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT * FROM deleted ORDER BY id").fetchall()
    ms = round(MORNING.timestamp() * 1000)
    assert rows == [("running", "a", ms), ("running", "old", ms)]


def test_rows_know_when_they_changed_and_never_by_a_clock_that_was_set_back(
    store: Store,
) -> None:
    ms = round(MORNING.timestamp() * 1000)
    times = iter([MORNING + timedelta(seconds=1), MORNING, MORNING, MORNING])
    with closing(Records(store, now=lambda: next(times))) as records:
        records.put(LessonPlace("cues", 1))
        records.put(LessonPlace("homework", 1))
        records.put(LessonPlace("cues", 2))
        records.put(a_set(1))
        assert records.place() == LessonPlace("cues", 2)
    with closing(store.connect()) as connection:
        lessons = connection.execute("SELECT id, changed_ms FROM lesson ORDER BY id").fetchall()
        sets = connection.execute("SELECT id, changed_ms FROM performed").fetchall()
    assert lessons == [("cues", ms + 1000), ("homework", ms)]
    assert sets == [("s1-1", ms)]


def test_records_of_their_own_have_ids_of_their_own() -> None:
    made = [SafetyAnswers(MORNING) for _ in range(2)]
    assert made[0].id != made[1].id
    assert len(made[0].id) == 32
