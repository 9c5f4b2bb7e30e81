"""Records where nothing may be written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import UserError
from tests.records.test_store import contents, killed_with_a_log, opened


@contextmanager
def unprivileged() -> Iterator[None]:
    """Act as nobody where the tests run as root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Yield a folder that nobody can reach, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written(open_folder: Path, tmp_path: Path) -> None:
    opened(tmp_path / "records.sqlite3")  # loads what nobody could not
    open_folder.chmod(0o555)
    path = open_folder / "records.sqlite3"
    with unprivileged(), pytest.raises(UserError, match="no permission") as caught:
        opened(path)
    assert str(path.parent) in str(caught.value)
    with unprivileged(), pytest.raises(UserError, match="no permission"):
        opened(open_folder / "new" / "records.sqlite3")


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_store_that_cannot_be_written_is_named_and_can_be_used_once_it_can(
    open_folder: Path, ending: str
) -> None:
    path = open_folder / "records.sqlite3"
    killed_with_a_log(path, "UPDATE performed SET reps_done = 7")
    for made in ("-shm", "-journal"):
        path.with_name(path.name + made).write_bytes(b"garbage" * 99)
    for name in (open_folder, *open_folder.iterdir()):
        os.chown(name, 65534, -1)
    kept = path.with_name(path.name + ending)
    kept.chmod(0o444)
    before = contents(open_folder)
    with unprivileged():
        with pytest.raises(UserError, match="no permission to write there") as caught:
            opened(path)
        assert f"Your records in {kept} cannot be used" in str(caught.value)
        assert contents(open_folder) == before
        kept.chmod(0o600)  # as anyone would, told so
        opened(path).close()
