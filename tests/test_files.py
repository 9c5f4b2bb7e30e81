from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.files import Notice, reason, set_aside, write_whole
from app.messages.message import Message

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)


def test_a_notice_is_a_sentence_with_its_arguments() -> None:
    notice = Notice(Message("files.settings-left-out", file=Path("a.toml"), keys="b"))
    assert str(notice) == "These settings in a.toml were left out: b."


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
    with pytest.raises(UserError, match=r"could not be set aside: there is no permission"):
        set_aside(file, NOON)
    assert file.read_bytes() == b"broken"


def test_what_cannot_be_moved_stays_whole(tmp_path: Path) -> None:
    file, log = tmp_path / "records.db", tmp_path / "records.db-wal"
    file.mkdir()  # a folder never replaces the file that reserves the name
    log.write_bytes(b"the latest set")
    with pytest.raises(UserError, match="could not be set aside"):
        set_aside(file, NOON, ("-wal", "-shm"))
    assert file.is_dir()
    assert log.read_bytes() == b"the latest set"
    assert sorted(tmp_path.iterdir()) == [file, log]
