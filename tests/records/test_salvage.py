"""Damage in single rows is found when the file is opened, repaired, and counted."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.records import connection as db
from tests.records.test_store import count, filled, mode, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite3"


def test_one_bit_that_makes_a_blob_of_a_text_costs_nothing(path: Path) -> None:
    filled(path, sets=84)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE session SET exercise = CAST(exercise AS BLOB)")
    store = opened(path)
    assert store.notice is not None
    assert store.notice.message.id == "files.records-repaired"
    with closing(sqlite3.connect(path)) as connection:
        kinds = connection.execute("SELECT DISTINCT typeof(exercise) FROM session").fetchall()
    assert kinds == [("text",)]
    assert count(path) == 84
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        "reps_done = CAST('9' AS BLOB)",
        "started_ms = 1 << 62",
        "seconds = -1",
        "finished = 7",
        "session = 'nobody'",
        "seconds = 'x'",
    ],
)
def test_what_makes_no_sense_is_counted_and_hides_no_other(path: Path, damage: str) -> None:
    filled(path, sets=9)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE performed SET {damage} WHERE performance IN (2, 5)")
    store = opened(path)
    assert store.notice is not None
    assert "2 entries could not be read; everything else is still there" in str(store.notice)
    assert store.notice.file is not None
    assert mode(store.notice.file) == mode(path) == 0o600
    assert count(path) == 7
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="pipes as on Linux")
@pytest.mark.parametrize("ending", ["", "-wal"])
def test_no_pipe_is_ever_opened(path: Path, ending: str) -> None:
    filled(path, sets=1)
    name = path.with_name(path.name + ending)
    name.unlink(missing_ok=True)
    os.mkfifo(name)
    with pytest.raises(sqlite3.OperationalError) as caught:
        db.connect(path)
    assert str(db.reason(caught.value)) == "it is a pipe or a device, not a file"
