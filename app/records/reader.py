"""Read the database as it will be once all that waits to be written is on the disk."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from app.errors import UserError
from app.records import connection as db
from app.records.examining import version_of
from app.records.salvage import salvage
from app.records.store import Store
from app.records.waiting import Waiting
from app.records.writing import write

#: Shorter than the writer's patience: a window must not stand still, s.
_BUSY_S = 1.0


class Reader:
    """Reads the store on connections of its own, in the thread that made it.

    While records wait for the disk, what is read is a copy of the database in memory, with those
    records written into it by the same code. It does not matter that the disk may get some of
    them meanwhile: writing a row of records again leaves the database as it was. As long as the
    store cannot be used, what can be read of its file is in memory too.

    Args:
        store: the database.
        waiting: returns the records that may not be on the disk, in their order.
        on_doubt: called when the file is damaged, or there is another in its place.

    Raises:
        UserError: the file cannot be read.
    """

    def __init__(
        self,
        store: Store,
        waiting: Callable[[], list[Waiting]],
        on_doubt: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._waiting, self._on_doubt = store, waiting, on_doubt
        self._file: tuple[int, int] | None = None
        self._copy: sqlite3.Connection | None = None
        #: The number of the last record in the copy.
        self._copied = 0
        self._version = 0
        with self._reading():
            self._connection = self._connect()
            self.has_changed()

    def close(self) -> None:
        """Close the connections."""
        self._drop_copy()
        db.disconnect(self._connection)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds.

        Raises:
            UserError: they cannot be read.
        """
        # Looked at before the disk is: what is written in between is in both.
        waiting = self._waiting()
        with self._reading():
            if self._store.examined not in (self._file, None):
                renewed = self._connect()
                self.close()
                self._connection = renewed
            elif db.identity(self._store.path) not in (self._file, None):
                # The old one is read on until the writer has seen what the new one is.
                self._on_doubt()
            source = self._up_to_date(waiting) if waiting else self._connection
            rows = source.execute(statement, values).fetchall()
        if not waiting:
            self._drop_copy()
        return rows

    def doubt(self) -> None:
        """Have the file examined, for what was read of it makes no sense."""
        if self._store.examined is not None:
            self._store.doubt()
        self._on_doubt()

    def image(self) -> bytes:
        """Return a database file with all there is, what waits for the disk among it.

        Raises:
            UserError: it cannot be read.
        """
        with self._reading():
            whole = self._up_to_date(self._waiting(), afresh=True)
            try:
                data = whole.serialize()
                # Marked as one without a log, so that it can be read where nothing can be written.
                return data[:18] + b"\1\1" + data[20:]
            finally:
                self._drop_copy()

    def has_changed(self) -> bool:
        """Tell whether any program changed the file since the last call."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        changed = bool(version != self._version)
        self._version = version
        if changed:
            self._drop_copy()
        return changed

    def _up_to_date(self, waiting: list[Waiting], *, afresh: bool = False) -> sqlite3.Connection:
        """Return the copy with all records in it."""
        if self._copy is None or afresh or waiting[0].number > self._copied + 1:
            copy = db.in_memory()
            self._drop_copy()
            self._connection.backup(copy)
            self._copy, self._copied = copy, 0
        for one in waiting:
            if one.number > self._copied:
                self._copied = one.number
                # What can never be written is reported by the writer.
                with contextlib.suppress(Exception):
                    write(self._copy, one.record, one.changed_at)
        return self._copy

    def _drop_copy(self) -> None:
        if self._copy is not None:
            db.disconnect(self._copy)
            self._copy = None

    def _connect(self) -> sqlite3.Connection:
        store, self._file = self._store, self._store.examined
        if self._file is None:
            connection = salvage(store.path, version_of(store.path), log=False).connection
        else:
            connection = db.connect(store.path, busy_s=_BUSY_S)
        connection.execute("PRAGMA query_only = ON")
        return connection

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with db.naming_damage():
                yield
        except sqlite3.Error as error:
            if db.is_damage(error):
                self.doubt()
            raise UserError(
                "files.records-unreadable", file=self._store.path, reason=db.reason(error)
            ) from error
