"""Copy what can be read of a damaged database, row by row, into a sound one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.files import read_regular_file
from app.records import connection as db
from app.records.schema import migrate
from app.records.steps import STEPS

#: Behind a row that cannot be read, so many places for rows are tried one by one.
_TRIES = 2_000

_PAGE_BYTES = 4096
#: More than a hundred years of practice.
_MAX_BYTES = 64 * 2**20

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"

_TYPES = {"TEXT": str, "INTEGER": int, "REAL": float}


class _Column(NamedTuple):
    """A column: its name, its type, and whether its values are worked out from the others."""

    name: str
    type: str
    generated: int


class Salvage(NamedTuple):
    """What was left of a database.

    Attributes:
        connection: it, in memory.
        kept: how many rows it has.
        lost: how many could not be read, or made no sense; None where that is not known.
    """

    connection: sqlite3.Connection
    kept: int
    lost: int | None


def salvage(file: Path, version: int, *, log: bool) -> Salvage:
    """Return a database of the newest version with all that can be read of a file.

    Args:
        file: the database, damaged or not.
        version: of its tables; 0 where nothing is known of it.
        log: whether to read what is in its log too; SQLite may then leave an index of it.
    """
    sound = db.in_memory()
    if not version:
        migrate(sound)
        return Salvage(sound, 0, None)
    migrate(sound, STEPS[:version])
    kept, lost = 0, None
    sound.execute("BEGIN")
    with (
        contextlib.suppress(sqlite3.Error, OSError),
        db.naming_damage(),
        contextlib.closing(_open_copy(file, log=log)) as damaged,
    ):
        with contextlib.suppress(sqlite3.Error):
            _give_schema(damaged, sound)
        there = [_copy(damaged, sound, table) for table in _tables(sound)]
        kept = sum(copied for copied, _ in there)
        if None not in (counted for _, counted in there):
            lost = sum(counted or 0 for _, counted in there) - kept
    sound.execute("COMMIT")
    migrate(sound)
    return Salvage(sound, kept, lost)


def find_unsound(connection: sqlite3.Connection) -> bool:
    """Tell whether a database has damage: in its structure, or values that cannot be.

    Raises:
        sqlite3.DatabaseError: damage that even looking for it does not get over.
    """
    with db.naming_damage():
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            return True
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return True
        wrong: dict[str, list[str]] = {}
        for table, *column in connection.execute(
            f"SELECT tables.name, columns.name, columns.type, columns.hidden FROM ({_TABLES})"  # noqa: S608
            " AS tables JOIN pragma_table_xinfo(tables.name) AS columns"
        ):
            wrong.setdefault(table, []).append(_wrong(_Column(*column)))
        any_wrong = " UNION ALL ".join(
            f"SELECT 1 FROM {table} WHERE {' OR '.join(values)}"  # noqa: S608
            for table, values in wrong.items()
        )
        return bool(wrong) and connection.execute(f"{any_wrong} LIMIT 1").fetchone() is not None


def _open_copy(file: Path, *, log: bool) -> sqlite3.Connection:
    """Return a copy in memory of a damaged database, as damaged as it is.

    Raises:
        OSError, sqlite3.Error: it cannot be read at all.
    """
    data = read_regular_file(file, _MAX_BYTES)
    copy = db.in_memory()
    if log:
        with contextlib.closing(db.open_unseen(file, mode="ro", busy_s=0)) as source:
            source.backup(copy)
    else:
        # SQLite refuses a file that was cut off, but not one with empty pages.
        pages = int.from_bytes(data[28:32], "big")
        data = data.ljust(min(pages * _PAGE_BYTES, _MAX_BYTES), b"\0")
        # Marked as one without a log, for in memory there is none.
        copy.deserialize(data[:18] + b"\1\1" + data[20:])
    return copy


def _give_schema(damaged: sqlite3.Connection, sound: sqlite3.Connection) -> None:
    """Describe the tables of a damaged database as they were made; where they are is its own."""
    damaged.execute("PRAGMA writable_schema = ON")
    described = "SELECT type, name, tbl_name, sql, rowid FROM sqlite_master"
    # The same steps made them, so they stand in the same rows.
    wrong = set(sound.execute(described)) - set(damaged.execute(described))
    if not wrong:
        return
    (version,) = damaged.execute("PRAGMA schema_version").fetchone()
    damaged.executemany(
        "UPDATE sqlite_master SET type = ?, name = ?, tbl_name = ?, sql = ? WHERE rowid = ?", wrong
    )
    damaged.execute(f"PRAGMA schema_version = {(version + 1) % 2**31}")


def _wrong(column: _Column) -> str:
    """Return the condition that a value is not of its column's type."""
    # A value that was not given is NULL; the database itself sees to those that have to be.
    types = f"'{column.type.lower()}'" + ("" if column.generated else ", 'null'")
    return f"typeof({column.name}) NOT IN ({types})"


def _copy(
    damaged: sqlite3.Connection, sound: sqlite3.Connection, table: str
) -> tuple[int, int | None]:
    """Copy the rows of a table; return how many were copied, and how many there were."""
    columns = _columns(sound, table)
    stored = [column for column in columns if not column.generated]
    names = ", ".join(column.name for column in stored)
    values = ", ".join("?" * len(stored))
    copied = found = 0
    for row in _read(damaged, table, names):
        found += 1
        with contextlib.suppress(ValueError, sqlite3.Error, OverflowError):
            good = [_repaired(value, column) for value, column in zip(row, stored, strict=True)]
            sound.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", good)  # noqa: S608
            copied += 1
    for column in columns:
        if column.generated:
            copied -= sound.execute(f"DELETE FROM {table} WHERE {_wrong(column)}").rowcount  # noqa: S608
    try:  # an index knows how many there are, even of rows that cannot be reached
        (counted,) = damaged.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    except sqlite3.Error:
        return copied, None
    return copied, max(counted, found)


def _read(damaged: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that can be read; from one that cannot, go on behind it."""
    at, tries = 0, 0
    while tries < _TRIES:
        try:
            with db.naming_damage():
                rows = damaged.execute(
                    f"SELECT rowid, {names} FROM {table} WHERE rowid > ? ORDER BY rowid",  # noqa: S608
                    (at,),
                )
                for rowid, *row in rows:
                    yield tuple(row)
                    at, tries = max(at, rowid), 0
        except sqlite3.DatabaseError as error:
            if not db.is_damage(error) or at >= 2**62:
                return
            at, tries = at + 1, tries + 1
        else:
            return


def _repaired(value: object, column: _Column) -> object:
    """Return a value of its column's type.

    Raises:
        ValueError: it is of another, and cannot be told from it.
    """
    if isinstance(value, bytes) and column.type == "TEXT":
        return value.decode()  # one bit makes a blob of a text
    if value is not None and not isinstance(value, _TYPES[column.type]):
        raise ValueError(column.name)
    return value


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables, each after those it refers to."""
    names = [name for (name,) in connection.execute(_TABLES)]
    needed = {
        name: {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")} - {name}
        for name in names
    }
    ordered: list[str] = []
    while len(ordered) < len(names):
        free = [n for n in names if n not in ordered and needed[n] <= set(ordered)]
        ordered += free or [n for n in names if n not in ordered]
    return ordered


def _columns(connection: sqlite3.Connection, table: str) -> list[_Column]:
    rows = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
    return [_Column(row[1], row[2], row[6]) for row in rows]
