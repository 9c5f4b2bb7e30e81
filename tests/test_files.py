from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.files import Notice, keep_copy, read_regular_file, reason, set_aside, write_whole
from app.messages.message import Message

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)


def test_a_notice_is_a_sentence_with_its_arguments() -> None:
    notice = Notice(Message("files.settings-left-out", file=Path("a.toml"), keys="b"))
    assert str(notice) == "These settings in a.toml could not be used and are at their defaults: b."


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_reason_is_words_that_end_a_sentence(number: int) -> None:
    text = str(reason(OSError(number, "Some Words")))
    assert text
    assert not text.endswith(".")
    assert text[0].islower()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_name_whose_companion_is_taken_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    file.write_bytes(b"broken")
    taken = tmp_path / "records-damaged-20261123-120005.db-wal"
    taken.write_bytes(b"of another")
    moved = set_aside(file, NOON, ("-wal",))
    assert moved.name == "records-damaged-20261123-120005-2.db"
    assert moved.read_bytes() == b"broken"
    assert taken.read_bytes() == b"of another"


def test_a_file_that_cannot_be_renamed_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "records.db"
    file.write_bytes(b"broken")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(
        UserError, match=r"could not be moved out of the way: there is no permission"
    ):
        set_aside(file, NOON)
    assert file.read_bytes() == b"broken"


def test_what_cannot_be_moved_stays_whole(tmp_path: Path) -> None:
    file, log = tmp_path / "records.db", tmp_path / "records.db-wal"
    file.mkdir()  # a folder never replaces the file that reserves the name
    log.write_bytes(b"the latest set")
    with pytest.raises(UserError, match="could not be moved out of the way"):
        set_aside(file, NOON, ("-wal", "-shm"))
    assert file.is_dir()
    assert log.read_bytes() == b"the latest set"
    assert sorted(tmp_path.iterdir()) == [file, log]


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "something"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(OSError, match=r"not a file|Is a directory") as caught:
        read_regular_file(path, 10)
    assert reason(caught.value).id in ("files.not-a-file", "files.is-folder")


def test_a_file_is_read_no_further_than_wanted(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"12345")
    link.symlink_to(file)
    assert read_regular_file(link, 5) == b"12345"
    assert read_regular_file(file, 3) == b"1234"


def test_a_pipe_among_the_kept_copies_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "slow.toml"
    os.mkfifo(tmp_path / "slow-kept-20261123-120004.toml")
    kept = keep_copy(file, b"old", NOON)
    assert kept is not None
    assert kept.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="modes as on Linux")
def test_what_is_set_aside_only_its_owner_may_read(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    for name in ("records.db", "records.db-wal"):
        (tmp_path / name).write_bytes(b"broken")
        (tmp_path / name).chmod(0o644)
    moved = set_aside(file, NOON, ("-wal",))
    for one in (moved, moved.with_name(f"{moved.name}-wal")):
        assert one.stat().st_mode & 0o777 == 0o600
