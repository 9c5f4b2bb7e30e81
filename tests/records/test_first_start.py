"""Two instances at the first start, and disks without links."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.records.schema import migrate
from tests.records.test_store import count, filled, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite3"


class Race:
    """Another instance that makes its store while this one is about to name its own."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._path, self._made = path, path.with_name("other") / path.name
        filled(self._made, sets=1)
        monkeypatch.setattr("app.records.store.migrate", self._migrate)

    def _migrate(
        self, connection: sqlite3.Connection, back_up: Callable[[], object] = lambda: None
    ) -> None:
        migrate(connection, back_up=back_up)
        if not self._path.exists():
            shutil.copyfile(self._made, self._path)


def refuse(error: Exception) -> Callable[[object, object], None]:
    def link(*_: object) -> None:
        raise error

    return link


#: What linking does on disks without links, and where Python or the system has none.
NO_LINKS = (PermissionError("no links"), NotImplementedError(), AttributeError("link"))


def test_of_two_instances_at_the_first_start_the_slower_uses_what_the_quicker_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Race(path, monkeypatch)
    assert opened(path).notice is None
    assert count(path) == 1
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


@pytest.mark.parametrize("error", NO_LINKS)
def test_a_store_is_made_on_a_disk_without_links(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(os, "link", refuse(error))
    assert opened(path).notice is None
    assert count(path) == 0
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("error", NO_LINKS)
def test_nor_does_it_take_the_place_of_another_there(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    Race(path, monkeypatch)
    monkeypatch.setattr(os, "link", refuse(error))
    assert opened(path).notice is None
    assert count(path) == 1
