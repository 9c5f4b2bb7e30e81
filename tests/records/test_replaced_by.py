"""What takes the place of records in use is named; nothing waits for it, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.messages.message import Message
from app.records.records import Records
from tests.helpers.patience import HANG_S
from tests.helpers.records import a_set
from tests.records.test_in_memory import sets, stored
from tests.records.test_store import filled

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere it cannot be replaced")


@pytest.fixture
def told() -> list[Message]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "records.sqlite3"


@pytest.fixture
def records(path: Path, told: list[Message]) -> Iterator[Records]:
    records = Records.open(path, on_problem=told.append)
    records.put(a_set(1))
    assert records.flush(HANG_S)
    yield records
    records.close()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def anothers(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (value)")
        connection.commit()


@pytest.mark.parametrize("replace", [a_pipe, a_folder, a_device, anothers])
@pytest.mark.parametrize("reads", [True, False])
def test_what_cannot_be_used_is_named_and_what_waits_is_kept(
    records: Records,
    path: Path,
    told: list[Message],
    replace: Callable[[Path], None],
    reads: bool,
) -> None:
    mine = path.rename(path.with_name("mine"))
    replace(path)
    if reads:
        assert sets(records) == 1
        assert not [one for one in told if one.id == "files.not-saved"]
    records.put(a_set(2))
    assert not records.flush(HANG_S)
    assert sets(records) == 2
    assert {one.id for one in told} <= {
        "files.records-moved",
        "files.records-no-longer",
        "files.not-saved",
    }
    assert str(path) in str(told[-1])
    assert any(word in str(told[-1]) for word in ("pipe", "folder", "another program"))
    # The reading had the writer look again: it could come between the next two steps, and make new
    # records where for a moment there are none.
    assert not records.flush(HANG_S)
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink()
    mine.rename(path)
    assert records.flush(HANG_S)
    assert sets(records) == 2
    assert stored(path) == ["s1-1", "s1-2"]


def test_a_damaged_file_in_its_place_is_repaired(
    records: Records, path: Path, told: list[Message]
) -> None:
    other = path.with_name("other") / path.name
    filled(other, sets=9)
    other.write_bytes(other.read_bytes()[:-4096])
    other.replace(path)
    records.put(a_set(100))
    assert records.flush(HANG_S)
    assert [one.id for one in told] == ["files.records-moved", "files.records-partly"]
    assert sets(records) == 10


def test_a_file_that_becomes_damaged_while_in_use_is_repaired(
    records: Records, path: Path, told: list[Message]
) -> None:
    records.put(a_set(1, session_id="hit"))
    assert records.flush(HANG_S)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE performed SET started_ms = 'x' WHERE session = 'hit'")
        connection.execute("UPDATE session SET exercise = CAST(exercise AS BLOB)")
        connection.commit()
    assert sets(records) == 0
    assert records.flush(HANG_S)
    assert [one.id for one in told] == ["files.rows-damaged", "files.records-lost"]
    assert told[-1].arguments["n"] == 1
    assert sets(records) == 1
    assert stored(path) == ["s1-1"]


def test_the_file_alone_is_whole_whenever_nothing_waits(records: Records, path: Path) -> None:
    for number in range(2, 5):
        records.put(a_set(number))
        assert records.flush(HANG_S)
        assert len(stored(path)) == number
        assert path.with_name(f"{path.name}-wal").stat().st_size == 0


def test_a_copy_has_what_waits_too(records: Records, path: Path) -> None:
    path.rename(path.with_name("mine"))
    path.mkdir()
    records.put(a_set(2))
    assert not records.flush(HANG_S)
    copy = path.with_name("copied.sqlite3")
    copy.write_bytes(records.image())
    assert stored(copy) == ["s1-1", "s1-2"]
    with closing(Records.open(copy)) as again:
        assert again.notice is None
        assert sets(again) == 2
