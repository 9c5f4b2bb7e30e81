"""Read the database on a connection of its own, renewed where the file was replaced."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.records import connection as db

#: Shorter than the writer's patience: a window must not stand still, s.
_BUSY_S = 1.0


class Reader:
    """Reads the store, in the thread that made it.

    Raises:
        UserError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._reading():
            self._connection = self._connect()

    def close(self) -> None:
        """Close the connection."""
        db.disconnect(self._connection)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds.

        Raises:
            UserError: they cannot be read.
        """
        with self._reading():
            if db.identity(self._path) not in (self._file, None):
                # The file was taken away and begun anew; where it is only gone, the old one is
                # read on.
                renewed = self._connect()
                self.close()
                self._connection = renewed
            return self._connection.execute(statement, values).fetchall()

    def _connect(self) -> sqlite3.Connection:
        self._file = db.identity(self._path)
        connection = db.connect(self._path, busy_s=_BUSY_S)
        connection.execute("PRAGMA query_only = ON")
        return connection

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with db.naming_damage():
                yield
        except sqlite3.Error as error:
            raise UserError(
                f"Your records in {self._path} could not be read: {db.reason(error)}."
            ) from error
