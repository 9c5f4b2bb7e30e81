"""Records that cannot be used yet: read as far as they can be, kept in memory, saved in the end."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from app.messages.message import Message
from app.records.model import LessonPlace
from app.records.records import Records
from app.records.waiting import Saving
from tests.helpers.patience import HANG_S
from tests.helpers.records import a_set, files_at_most
from tests.records.test_store import filled
from tests.records.test_store_unwritable import open_folder, unprivileged

__all__ = ["open_folder"]


@pytest.fixture
def told() -> list[Message]:
    return []


def sets(records: Records) -> int:
    return sum(entry.sets for day in records.days(99) for entry in day.entries)


def stored(path: Path) -> list[str]:
    """Return the sets in a copy of the file alone, as someone makes who knows of no log."""
    copy = path.with_name("copy.sqlite3")
    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        return [name for (name,) in connection.execute("SELECT id FROM performed ORDER BY id")]


def why(records: Records) -> str:
    assert records.notice is not None
    assert records.notice.message.id == "files.records-in-memory"
    return str(records.notice)


@contextmanager
def only_to_be_read(path: Path) -> Iterator[None]:
    path.chmod(0o444)
    yield
    path.chmod(0o600)


@contextmanager
def in_a_folder_only_to_be_read(path: Path) -> Iterator[None]:
    path.parent.chmod(0o555)
    yield
    path.parent.chmod(0o700)


@contextmanager
def on_a_full_disk(path: Path) -> Iterator[None]:
    with files_at_most(0):
        yield


@contextmanager
def without_a_folder(path: Path) -> Iterator[None]:
    away = path.parent.rename(path.parent.with_name("away"))
    path.parent.write_text("a letter")
    yield
    path.parent.unlink()
    away.rename(path.parent)


@contextmanager
def while_another_writes(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("refusal", "shown"),
    [
        (only_to_be_read, 2),
        (in_a_folder_only_to_be_read, 2),
        (on_a_full_disk, 2),
        (without_a_folder, 0),
        (while_another_writes, 2),
    ],
)
def test_what_is_done_meanwhile_is_shown_and_saved_once_it_can_be(
    open_folder: Path,
    told: list[Message],
    refusal: Callable[[Path], AbstractContextManager[None]],
    shown: int,
) -> None:
    path = open_folder / "data" / "records.sqlite3"
    open_folder.chmod(0o777)
    with unprivileged():
        filled(path, sets=2)
        with refusal(path):
            before = sorted(open_folder.rglob("*"))
            records = Records.open_anyway(path, on_problem=told.append)
            assert "You can still read, watch and practise." in why(records)
            assert sets(records) == shown
            records.put(LessonPlace("cues", 1))
            records.put(a_set(3))
            assert not records.flush(HANG_S)
            assert records.saving is Saving.FAILING
            assert sets(records) == shown + 1
            assert records.place() == LessonPlace("cues", 1)
            assert told == []  # the user knows
            if refusal not in (while_another_writes, on_a_full_disk):  # those may have a log
                assert sorted(open_folder.rglob("*")) == before
        assert records.flush(HANG_S)
        assert sets(records) == 3
        assert records.place() == LessonPlace("cues", 1)
        assert stored(path) == ["s1-1", "s1-2", "s1-3"]
        assert records.close()
    assert [one.id for one in told] == ["files.saved-after-all"]


def test_what_never_can_be_saved_is_not_said_to_be(tmp_path: Path, told: list[Message]) -> None:
    (tmp_path / "data").write_text("a letter")
    records = Records.open_anyway(tmp_path / "data" / "records.sqlite3", on_problem=told.append)
    assert "is a file, and a folder is needed there" in why(records)
    records.put(a_set(1))
    assert not records.close()


@pytest.mark.parametrize("room", [0, 8192])
def test_damaged_records_on_a_full_disk_are_shown_and_left_where_they_are(
    tmp_path: Path, told: list[Message], room: int
) -> None:
    path = tmp_path / "records.sqlite3"
    filled(path, sets=9)
    data = path.read_bytes()
    path.write_bytes(data[:-4096])
    with files_at_most(room):
        records = Records.open_anyway(path, on_problem=told.append)
        assert "the disk" in why(records)
        assert sets(records) == 9
        assert list(tmp_path.iterdir()) == [path]
        assert path.read_bytes() == data[:-4096]
    # Now there is room: it is repaired, and that is told, with the first that is to be written.
    records.put(a_set(10))
    assert records.flush(HANG_S)
    assert [one.id for one in told] == ["files.records-partly"]
    assert records.close()
    assert len(stored(path)) == 10


def test_where_a_lesson_was_left_is_nothing_to_ask_about(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    records = Records.open_anyway(tmp_path / "data" / "records.sqlite3")
    assert "is a file, and a folder" in str(records.refusal)
    records.put(LessonPlace("cues", 1))
    at_stake = [records.is_at_stake]
    records.put(a_set(1))
    at_stake.append(records.is_at_stake)
    (tmp_path / "data").unlink()
    assert records.flush(HANG_S)
    assert not records.refusal
    at_stake.append(records.is_at_stake)
    assert at_stake == [False, True, False]
    assert records.close()
