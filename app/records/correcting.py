"""Write a correction: later than what it replaces, by a clock that was set back too."""

from __future__ import annotations

import sqlite3

from app.records.correction import Correction, Row

_FORGET = "DELETE FROM deleted WHERE kind = ? AND id = ?"
_REMEMBER = "INSERT OR REPLACE INTO deleted (kind, id, changed_ms) VALUES (?, ?, ?)"
_DELETED = "SELECT changed_ms FROM deleted WHERE kind = ? AND id = ?"


def write_correction(
    connection: sqlite3.Connection, correction: Correction, changed_ms: int
) -> None:
    """Write a correction, in a transaction of the caller's; a second time changes nothing.

    Args:
        connection: the database.
        correction: what is to be so.
        changed_ms: when it was made, milliseconds since 1970.

    Raises:
        sqlite3.Error: it was not written.
    """
    for row in correction.rows:
        _write(connection, row, changed_ms)


def _write(connection: sqlite3.Connection, row: Row, changed_ms: int) -> None:
    table, name = row.table.value, (row.table.value, row.key)
    values = row.values or {}
    # The names of tables and columns are the program's own.
    columns = ", ".join(("changed_ms", *values))
    here = connection.execute(
        f"SELECT {columns} FROM {table} WHERE {row.table.key} = ?",  # noqa: S608
        (row.key,),
    ).fetchone()
    gone = connection.execute(_DELETED, name).fetchone()
    if here is not None:
        changed_ms = max(changed_ms, here[0] + 1)
    if gone is not None:
        changed_ms = max(changed_ms, gone[0] + 1)
    if row.values is None:
        if here is not None:
            connection.execute(f"DELETE FROM {table} WHERE {row.table.key} = ?", (row.key,))  # noqa: S608
            connection.execute(_REMEMBER, (*name, changed_ms))
    elif here is None or here[1:] != tuple(values.values()):
        places = ", ".join("?" * (len(values) + 1))
        changes = ", ".join(f"{column} = excluded.{column}" for column in ("changed_ms", *values))
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608
            f" ON CONFLICT ({row.table.key}) DO UPDATE SET {changes}",
            (changed_ms, *values.values()),
        )
        connection.execute(_FORGET, name)
