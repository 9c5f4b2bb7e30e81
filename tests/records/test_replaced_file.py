"""Records whose file is deleted or replaced while they are in use."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.records.records import Records
from app.records.store import Store
from tests.helpers.patience import HANG_S
from tests.helpers.records import a_set


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file in use cannot be deleted")
@pytest.mark.parametrize("taken", ["file", "folder", "all but the log"])
def test_records_deleted_while_in_use_are_begun_anew(
    tmp_path: Path, problems: list[str], taken: str
) -> None:
    store = Store.open(tmp_path / "data" / "records.sqlite3")
    records = Records(store, on_problem=lambda told: problems.append(str(told)))
    records.put(a_set(1))
    assert records.flush(HANG_S)
    if taken == "folder":
        shutil.rmtree(store.path.parent)
    else:
        for name in store.path.parent.iterdir():
            if taken == "file" or not name.name.endswith("-wal"):
                name.unlink()
    records.put(a_set(2))
    assert records.flush(HANG_S)
    records.close()
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("SELECT performance FROM performed").fetchall() == [(2,)]
    assert len(problems) == 1
    assert problems[0].startswith(f"{store.path} was moved or deleted")


def test_records_that_cannot_be_begun_anew_are_kept(tmp_path: Path, problems: list[str]) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder / "records.sqlite3")
    records = Records(store, on_problem=lambda told: problems.append(str(told)))
    records.put(a_set(1))
    assert records.flush(HANG_S)
    shutil.rmtree(folder)
    folder.write_text("a letter")
    records.put(a_set(2))
    assert not records.flush(HANG_S)
    assert "Rename that file or move it somewhere else. It is kept" in problems[-1]
    folder.unlink()
    assert records.close()
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("SELECT performance FROM performed").fetchall() == [(2,)]
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file in use cannot be replaced")
def test_records_replaced_while_in_use_are_written_on_in_the_new_file(
    tmp_path: Path, problems: list[str]
) -> None:
    other = Records.open(tmp_path / "restored" / "records.sqlite3")
    other.put(a_set(1, session_id="restored"))
    assert other.close()
    store = Store.open(tmp_path / "records.sqlite3")
    records = Records(store, on_problem=lambda told: problems.append(str(told)))
    records.put(a_set(1))
    assert records.flush(HANG_S)
    for ending in ("-wal", "-shm"):
        store.path.with_name(store.path.name + ending).unlink()
    (tmp_path / "restored" / "records.sqlite3").replace(store.path)
    records.put(a_set(2))
    assert records.flush(HANG_S)
    assert [entry.sets for day in records.days(5) for entry in day.entries] == [2]
    assert records.close()
    with closing(sqlite3.connect(store.path)) as connection:
        rows = connection.execute("SELECT id FROM performed ORDER BY id").fetchall()
    assert rows == [("restored-1",), ("s1-2",)]
    assert len(problems) == 1
