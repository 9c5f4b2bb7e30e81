from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from app.picture.draft import Draft
from app.picture.problem import PictureError
from tests.helpers.shots import left_in


def test_the_name_appears_when_the_file_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.gif"
    file.write_bytes(b"old")
    with Draft(file) as draft:
        draft.path.write_bytes(b"half")
        assert file.read_bytes() == b"old"
    assert file.read_bytes() == b"half"
    assert left_in(tmp_path) == ["a.gif"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, GeneratorExit, ValueError])
def test_whatever_happens_nothing_half_is_left(tmp_path: Path, error: type[BaseException]) -> None:
    file = tmp_path / "a.gif"
    file.write_bytes(b"old")

    def write() -> None:
        with Draft(file) as draft:
            draft.path.write_bytes(b"half")
            raise error

    with pytest.raises(error):
        write()
    assert file.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a.gif"]


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(PictureError, match=r"a\.gif could not be written: the disk is full\.$"),
        Draft(tmp_path / "a.gif"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert left_in(tmp_path) == []


def test_a_name_that_cannot_be_taken_at_the_end_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with (
        pytest.raises(PictureError, match="there is no permission"),
        Draft(tmp_path / "a.gif"),
    ):
        pass
    assert left_in(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Linux")
def test_others_may_read_a_picture(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with Draft(tmp_path / "a.gif") as draft:
            draft.path.write_bytes(b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.gif").stat().st_mode) == 0o644


@pytest.mark.skipif(os.name != "posix", reason="links as on Linux")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "a.gif"
    link.symlink_to(tmp_path / "real" / "b.gif")
    with Draft(link) as draft:
        draft.path.write_bytes(b"x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "b.gif").read_bytes() == b"x"


def refusal(file: Path) -> str:
    with pytest.raises(PictureError) as caught, Draft(file):
        raise AssertionError("begun though it cannot be")
    return str(caught.value)


def test_what_cannot_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "folder.gif").mkdir()
    (tmp_path / "file").write_bytes(b"")
    assert "is a folder" in refusal(tmp_path / "folder.gif")
    assert "does not exist" in refusal(tmp_path / "missing" / "a.gif")
    assert "does not exist" in refusal(tmp_path / "file" / "a.gif")
    assert "the name is too long" in refusal(tmp_path / f"{'a' * 300}.gif")
    assert left_in(tmp_path) == ["file", "folder.gif"]


def test_a_long_name_that_the_system_takes_is_taken(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 250}.gif"
    with Draft(file) as draft:
        draft.path.write_bytes(b"x")
    assert file.is_file()


def test_a_file_that_may_not_be_changed_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.gif"
    file.write_bytes(b"old")
    # The tests may run as root, who may do anything.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "can't be replaced" in refusal(file)
    assert file.read_bytes() == b"old"
