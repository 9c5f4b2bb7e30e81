"""What stands in the place of the records or holds them is named, and nobody waits for it."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import UserError
from app.records import folder_lock
from app.records.records import Records

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and locks as on Linux")


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_a_pipe_a_folder_or_a_device_in_place_of_the_records_is_named(
    tmp_path: Path, ending: str, kind: str
) -> None:
    file = tmp_path / "records.sqlite3"
    if ending:
        Records.open(file).close()
    name = tmp_path / f"records.sqlite3{ending}"
    name.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(name)
    elif kind == "folder":
        name.mkdir()
    else:
        name.symlink_to("/dev/zero")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UserError) as caught:
        Records.open(file)
    meant = Path(os.path.realpath(name)) if not ending else name
    assert str(caught.value).startswith(f"Your records in {meant} cannot be used: it is a ")
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_that_leads_to_itself_is_named(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite3"
    file.symlink_to(file.name)
    with pytest.raises(UserError, match="too many levels of symbolic links"):
        Records.open(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_another_program_keeps_locked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_lock.WAIT_S <= 2
    monkeypatch.setattr(folder_lock.FolderLock.__init__, "__defaults__", (0.0,))
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        import fcntl  # not on Windows, where nothing here is run

        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(UserError, match="another program has locked the folder"):
            Records.open(tmp_path / "records.sqlite3")
    finally:
        os.close(handle)
    with closing(Records.open(tmp_path / "records.sqlite3")):
        pass
