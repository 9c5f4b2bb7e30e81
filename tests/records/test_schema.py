from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.records.schema import APPLICATION_ID, VERSION, migrate
from app.records.steps import STEPS


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def version(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def test_all_steps_lead_to_the_newest_version(connection: sqlite3.Connection) -> None:
    migrate(connection)
    assert version(connection) == VERSION == 8
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert tables(connection) - {"sqlite_sequence"} == {
        "session", "performed", "lesson", "safety", "safety_answer", "running", "feedback",
        "deleted", "decision",
    }  # fmt: skip


def test_a_later_version_adds_only_its_own_step(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute(
        "INSERT INTO lesson (id, step, visited_ms, changed_ms) VALUES ('cues', 3, 1, 1)"
    )
    migrate(connection, [*STEPS, ["ALTER TABLE lesson ADD COLUMN note TEXT"]])
    assert version(connection) == VERSION + 1
    row = connection.execute("SELECT id, step, note FROM lesson").fetchone()
    assert row == ("cues", 3, None)
    migrate(connection, [*STEPS, ["ALTER TABLE lesson ADD COLUMN note TEXT"]])
    assert version(connection) == VERSION + 1


@pytest.mark.parametrize("released", [1, 2])
def test_the_answers_of_an_older_database_are_kept_as_the_first(
    connection: sqlite3.Connection, released: int
) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, STEPS[:released])
    connection.execute(
        "INSERT INTO safety (id, answered_ms, offset_min, support) VALUES (1, 1795000000000, 60, 1)"
    )
    connection.execute("INSERT INTO safety_answer (question, yes) VALUES ('balance', 1)")
    connection.execute("INSERT INTO safety_answer (question, yes) VALUES ('sciatica', 0)")
    migrate(connection)
    assert version(connection) == VERSION
    rows = connection.execute("SELECT id, answered_ms, offset_min, support FROM safety").fetchall()
    assert rows == [("1795000000000-1", 1795000000000, 60, 1)]
    answers = connection.execute("SELECT * FROM safety_answer ORDER BY question").fetchall()
    assert answers == [
        ("1795000000000-1", "balance", 1),
        ("1795000000000-1", "sciatica", 0),
    ]
    assert not {name for name in tables(connection) if name.startswith("first_")}
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_older_database_without_answers_gets_none(connection: sqlite3.Connection) -> None:
    migrate(connection, STEPS[:2])
    migrate(connection)
    assert connection.execute("SELECT * FROM safety").fetchall() == []


def test_a_step_that_fails_leaves_everything_as_it_was(connection: sqlite3.Connection) -> None:
    migrate(connection)
    steps = [*STEPS, ["CREATE TABLE half (value)", "CREATE TABLE lesson (value)"]]
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, steps)
    assert version(connection) == VERSION
    assert "half" not in tables(connection)
    assert not connection.in_transaction


def test_a_database_that_is_up_to_date_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection)
        before = file.read_bytes()
        migrate(connection)
        assert not connection.in_transaction
    assert file.read_bytes() == before


def test_a_database_that_can_only_be_read_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection)
    before = file.read_bytes()
    uri = f"{file.as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            migrate(connection)
        assert not connection.in_transaction
    assert file.read_bytes() == before
