from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.records.records import Records
from app.records.store import Store
from tests.helpers.records import MORNING


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.sqlite3")


@pytest.fixture
def records(store: Store) -> Iterator[Records]:
    records = Records(store, now=lambda: MORNING)
    yield records
    records.close()
