from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.errors import UserError
from app.records import connection as db
from app.records.schema import APPLICATION_ID, VERSION
from app.records.store import Store
from app.records.writing import write
from tests.helpers.records import a_set, files_at_most

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)


def opened(path: Path) -> Store:
    return Store.open(path, now=lambda: NOON)


def filled(path: Path, sets: int = 200) -> None:
    store = opened(path)
    with closing(store.connect()) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # waiting for the disk proves nothing here
        for number in range(1, sets + 1):
            write(connection, a_set(number), NOON)
    store.close()


def killed_with_a_log(path: Path, *statements: str) -> None:
    """Leave a database with its write-ahead log, as a killed program does."""
    original = path.with_name("original") / path.name
    filled(original, sets=3)
    with closing(sqlite3.connect(original, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{original}{ending}", f"{path}{ending}")
    shutil.rmtree(original.parent)


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        number: int = connection.execute("SELECT count(*) FROM performed").fetchone()[0]
        return number


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite3"


def test_a_new_store_is_marked_private_and_durable(tmp_path: Path) -> None:
    path = tmp_path / "new" / "records.sqlite3"
    store = opened(path)
    with closing(store.connect()) as connection:
        write(connection, a_set(), NOON)
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
        names = sorted(file.name for file in path.parent.iterdir())
        assert names == ["records.sqlite3", "records.sqlite3-shm", "records.sqlite3-wal"]
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    assert store.notice is None
    assert mode(path.parent) == 0o700
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[60:64], "big") == VERSION
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID


def test_the_file_is_private_from_its_first_byte(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []

    def connect(file: Path, **options: str) -> sqlite3.Connection:
        modes.append(mode(file))
        return db.connect(file, mode=options.get("mode", "rw"))

    monkeypatch.setattr("app.records.store.db", SimpleNamespace(**{**vars(db), "connect": connect}))
    before = os.umask(0)
    try:
        opened(path)
    finally:
        os.umask(before)
    assert set(modes) == {0o600}
    assert mode(path) == 0o600


def test_a_file_open_to_all_is_made_private(path: Path) -> None:
    filled(path, sets=1)
    path.chmod(0o644)
    opened(path)
    assert mode(path) == 0o600


def test_a_folder_that_exists_keeps_its_mode(path: Path) -> None:
    path.parent.chmod(0o755)
    opened(path)
    assert mode(path.parent) == 0o755


def test_opening_again_keeps_what_is_there(path: Path) -> None:
    filled(path, sets=2)
    assert opened(path).notice is None
    assert count(path) == 2


def test_a_path_with_signs_that_addresses_give_a_meaning(tmp_path: Path) -> None:
    path = tmp_path / "50% #1 ?mode=ro & ä" / "records.sqlite3"
    filled(path, sets=1)
    assert count(path) == 1


def test_a_link_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "records.sqlite3"
    filled(real, sets=1)
    link = tmp_path / "records.sqlite3"
    link.symlink_to(real)
    filled(link, sets=2)
    assert link.is_symlink()
    assert count(real) == 2


def test_what_a_link_leads_to_is_set_aside_not_the_link(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "records.sqlite3"
    real.parent.mkdir()
    real.write_bytes(b"broken" * 100)
    link = tmp_path / "records.sqlite3"
    link.symlink_to(real)
    opened(link)
    assert link.is_symlink()
    assert real.with_name("records-damaged-20261123-120005.sqlite3").exists()
    assert count(real) == 0


def test_what_a_killed_program_left_in_its_log_is_found(path: Path) -> None:
    killed_with_a_log(path, "UPDATE performed SET reps_done = 7")
    assert path.with_name("records.sqlite3-wal").stat().st_size > 0
    assert opened(path).notice is None
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT DISTINCT reps_done FROM performed").fetchall() == [(7,)]


@pytest.mark.parametrize("version", [VERSION + 1, 2**31 - 1])
def test_a_newer_one_is_refused_and_left_as_it_is(path: Path, version: int) -> None:
    filled(path, sets=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    before = contents(path.parent)
    with pytest.raises(UserError, match="made by a newer version") as caught:
        opened(path)
    assert str(path) in str(caught.value)
    assert contents(path.parent) == before


def test_a_newer_one_is_recognised_from_its_log(path: Path) -> None:
    killed_with_a_log(path, f"PRAGMA user_version = {VERSION + 1}")
    before = contents(path.parent)
    assert len(before) == 2
    with pytest.raises(UserError, match="made by a newer version"):
        opened(path)
    # SQLite may leave an index of the log; the data and the log stay.
    after = contents(path.parent)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("application_id", [0, 0x12345678])
def test_another_programs_database_is_refused_and_left_as_it_is(
    path: Path, application_id: int
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE theirs (value)")
        connection.execute(f"PRAGMA application_id = {application_id}")
    before = contents(path.parent)
    with pytest.raises(UserError, match="belongs to another program"):
        opened(path)
    assert contents(path.parent) == before


def zero_pages(data: bytes, first: int, last: int) -> bytes:
    return data[: first * 4096] + bytes((last - first) * 4096) + data[last * 4096 :]


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        (lambda _: b"this is no database, but a letter" * 50, 0),
        (lambda _: b"", 0),
        (lambda data: data[:50], 0),
        (lambda data: data[:-4096], 169),
        (lambda data: zero_pages(data, 0, 1), 0),
        (lambda data: zero_pages(data, 3, 5), 200),
        (lambda data: data[:100] + b"\xff" * 200 + data[300:], 0),
        (lambda data: data[:60] + bytes(4) + data[64:], 0),  # ours, at no version
    ],
    ids=["text", "empty", "header", "cut off", "first page", "later pages", "schema", "version 0"],
)
def test_a_damaged_one_is_set_aside_and_named(path: Path, damage: object, left: int) -> None:
    assert callable(damage)
    filled(path)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    store = opened(path)
    moved = path.with_name("records-damaged-20261123-120005.sqlite3")
    assert moved.read_bytes() == damaged
    assert store.notice is not None
    assert store.notice.file == moved
    assert str(moved) in str(store.notice)
    assert store.notice.message.id.endswith("-damaged") == (left == 0)
    assert count(path) == left


def test_a_damaged_one_takes_its_log_along(path: Path) -> None:
    killed_with_a_log(path, "UPDATE performed SET reps_done = 7")
    path.write_bytes(b"broken" * 100)
    log = path.with_name("records.sqlite3-wal").read_bytes()
    opened(path)
    aside = path.with_name("records-damaged-20261123-120005.sqlite3-wal")
    assert aside.read_bytes() == log
    assert count(path) == 0


def test_a_log_without_its_database_is_not_played_into_a_new_one(path: Path) -> None:
    killed_with_a_log(path, "UPDATE performed SET reps_done = 7")
    path.unlink()
    log = path.with_name("records.sqlite3-wal").read_bytes()
    store = opened(path)
    aside = path.with_name("records-damaged-20261123-120005.sqlite3-wal")
    assert aside.read_bytes() == log
    assert not path.with_name("records-damaged-20261123-120005.sqlite3").exists()
    assert store.notice is not None
    assert count(path) == 0


def test_two_damaged_ones_in_one_second_are_both_kept(path: Path) -> None:
    for text in (b"first" * 100, b"second" * 100, b"third" * 100):
        path.write_bytes(text)
        opened(path).close()
    stem = "records-damaged-20261123-120005"
    kept = [path.with_name(f"{stem}{end}.sqlite3").read_bytes()[:5] for end in ("", "-2", "-3")]
    assert kept == [b"first", b"secon", b"third"]


def test_a_damaged_one_in_use_by_another_instance_stays(path: Path) -> None:
    other = opened(path)
    path.write_bytes(b"broken" * 100)
    with pytest.raises(UserError, match="Close that one first"):
        opened(path)
    assert path.read_bytes() == b"broken" * 100
    other.close()
    assert opened(path).notice is not None


def test_a_refused_store_leaves_no_lock_behind(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError):
        opened(path)
    path.rmdir()
    path.write_bytes(b"broken" * 100)
    assert opened(path).notice is not None


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("a letter")
    for path in (folder / "records.sqlite3", folder / "deeper" / "records.sqlite3"):
        with pytest.raises(UserError, match="is a file, and a folder is needed there") as caught:
            opened(path)
        assert str(path.parent) in str(caught.value)
    assert folder.read_text() == "a letter"


def test_a_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError, match="it is a folder, not a file") as caught:
        opened(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize(
    "content", [b"", b"garbage" * 999, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99]
)
def test_garbage_beside_the_file_costs_nothing(path: Path, ending: str, content: bytes) -> None:
    filled(path, sets=3)
    path.with_name(path.name + ending).write_bytes(content)
    store = opened(path)
    assert store.notice is None
    assert count(path) == 3
    store.close()


def test_a_full_disk_at_the_first_start(path: Path) -> None:
    with files_at_most(8192), pytest.raises(UserError, match="disk") as caught:
        opened(path)
    assert str(path) in str(caught.value)
    assert list(path.parent.iterdir()) == []
    assert opened(path).notice is None


def test_a_full_disk_later_sets_nothing_aside(path: Path) -> None:
    filled(path)
    with files_at_most(0), pytest.raises(UserError, match="cannot be used"):
        opened(path)
    assert count(path) == 200
    assert not list(path.parent.glob("*damaged*"))


# Python cannot even quote such damage in its message; some of it shows only to who writes.
@pytest.mark.parametrize("hit", [b"CREATE TABLE", b"performed", b"outcome", b"date("])
def test_damage_in_the_schema_costs_no_row(path: Path, hit: bytes) -> None:
    filled(path, sets=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        rows = connection.execute("SELECT rowid, CAST(sql AS BLOB) FROM sqlite_master").fetchall()
        row, text = next((row, text) for row, text in rows if text and hit in text)
        spoilt = text.replace(hit, hit[:2] + b"\xff" + hit[3:], 1)
        connection.execute(
            "UPDATE sqlite_master SET sql = CAST(? AS TEXT) WHERE rowid = ?", (spoilt, row)
        )
    damaged = path.read_bytes()
    store = opened(path)
    assert store.notice is not None
    assert store.notice.file is not None
    assert store.notice.message.id == "files.records-repaired"
    assert store.notice.file.read_bytes() == damaged
    assert count(path) == 1
    store.close()
