from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.records import connection
from app.records.records import Records
from app.records.store import Store
from tests.helpers.records import MORNING

_BUSY_S = 0.02


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.sqlite3")


@pytest.fixture
def records(store: Store) -> Iterator[Records]:
    records = Records(store, now=lambda: MORNING)
    yield records
    records.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hardly wait for a file that another program holds as long as the test likes."""
    open_unseen = connection.open_unseen

    def opened(file: Path, *, mode: str, busy_s: float) -> sqlite3.Connection:
        return open_unseen(file, mode=mode, busy_s=_BUSY_S)

    monkeypatch.setattr(connection, "open_unseen", opened)
    monkeypatch.setattr(connection, "BUSY_S", _BUSY_S)
