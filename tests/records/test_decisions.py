from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.records.correction import Correction, RecordTable
from app.records.decision import Decision, DecisionKind, taken_back
from app.records.records import Records
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING

HERE = timezone(timedelta(hours=2))
MOVED = Decision(DecisionKind.MOVED_ON, "lifting", "six-weeks", MORNING.astimezone(HERE), "d1")
STAYED = Decision(DecisionKind.STAYED, "basics", "six-weeks", MORNING - timedelta(days=1), "d2")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite3"


@pytest.fixture
def records(file: Path) -> Iterator[Records]:
    with closing(Records.open(file, now=lambda: MORNING)) as opened:
        yield opened


def rows(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


def test_decisions_are_kept_as_they_were_made_and_in_that_order(
    records: Records, file: Path
) -> None:
    for one in (MOVED, STAYED, MOVED):  # the last is the first again
        records.put(one)
    assert records.decisions("six-weeks") == [MOVED, STAYED]
    assert records.decisions("six-weeks")[0].decided_at.utcoffset() == timedelta(hours=2)
    assert records.decisions("another") == []
    assert records.flush(HANG_S)
    times = [ms for (ms,) in rows(file, "SELECT changed_ms FROM decision ORDER BY changed_ms")]
    assert len(set(times)) == 2  # by one clock, and yet one after the other


def test_a_decision_is_taken_back_and_that_is_remembered_and_undone(
    records: Records, file: Path
) -> None:
    records.put(MOVED)
    row = records.row(RecordTable.DECISION, "d1")
    assert row is not None
    records.put(taken_back("d1", "gone"))
    assert records.decisions("six-weeks") == []
    assert records.flush(HANG_S)
    assert rows(file, "SELECT kind, id FROM deleted") == [("decision", "d1")]
    records.put(Correction((row,)))
    assert records.decisions("six-weeks") == [MOVED]
    assert records.flush(HANG_S)
    assert rows(file, "SELECT kind, id FROM deleted") == []


def test_a_decision_is_corrected(records: Records) -> None:
    records.put(MOVED)
    row = records.row(RecordTable.DECISION, "d1")
    assert row is not None
    assert row.values is not None
    records.put(Correction((replace(row, values=row.values | {"about": "resistance"}),)))
    assert records.decisions("six-weeks") == [replace(MOVED, about="resistance")]


def test_what_a_later_version_knows_is_left_out_and_kept(records: Records, file: Path) -> None:
    records.put(MOVED)
    assert records.flush(HANG_S)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE decision SET kind = 'dreamt-of'")
    assert records.decisions("six-weeks") == []
    assert len(rows(file, "SELECT * FROM decision")) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"about": ""}, {"programme": ""}, {"id": ""}, {"decided_at": datetime(2026, 11, 23)}],  # noqa: DTZ001
)
def test_a_decision_without_a_subject_or_a_zone_is_none(wrong: dict[str, object]) -> None:
    fields = {"about": "basics", "programme": "six-weeks", "decided_at": MORNING}
    with pytest.raises(ValueError, match="expected"):
        Decision(DecisionKind.STAYED, **{**fields, **wrong})  # type: ignore[arg-type]
