"""Put records on disk without keeping the caller waiting."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeGuard, TypeVar

from app.files import Notice
from app.messages.message import Argument, Message
from app.records import connection as db
from app.records.model import Record
from app.records.writing import write

_T = TypeVar("_T")

#: After a failure, how long until it is tried again of its own accord, seconds.
RETRY_S = 15.0


class Connects(Protocol):
    """What the records need of a store."""

    path: Path
    notice: Notice | None

    def connect(self) -> sqlite3.Connection:
        """Open a connection for writing."""

    def close(self) -> None:
        """Let the folder go."""


class Writer:
    """Writes records in their order on one thread of its own, each in its own transaction.

    What cannot be written is kept and tried again: with the next record, after a while, by
    `flush` and by `close`. Both callbacks run on the writing thread.

    Args:
        on_problem: told once when writing begins to fail.
        on_committed: told each record once it is on the disk.
    """

    def __init__(
        self,
        store: Connects,
        *,
        on_problem: Callable[[Message], None] | None = None,
        on_committed: Callable[[Record], None] | None = None,
        retry_s: float = RETRY_S,
    ) -> None:
        self._store = store
        self._on_problem = on_problem
        self._on_committed = on_committed
        self._retry_s = retry_s
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._failing = False
        # Guarded by _wake: the records, and the rounds of writing asked for and done.
        self._wake = threading.Condition()
        self._pending: deque[Record] = deque()
        self._asked = 0
        self._done = 0
        self._closing = False
        # A daemon, so that a disk that hangs cannot keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="records", daemon=True)
        self._thread.start()

    def put(self, record: Record) -> None:
        """Take a record, to be written as soon as the disk lets it."""
        with self._wake:
            if self._closing:
                raise RuntimeError(f"the records are closed and cannot take {record}")
            self._pending.append(record)
            self._asked += 1
            self._wake.notify_all()

    def flush(self, timeout_s: float) -> bool:
        """Try to write what is waiting and return whether all of it is on the disk."""
        with self._wake:
            self._asked += 1
            wanted = self._asked
            self._wake.notify_all()
            # A thread that has ended does no more rounds.
            self._wake.wait_for(
                lambda: self._done >= wanted or not self._thread.is_alive(), timeout_s
            )
            return not self._pending

    def close(self, timeout_s: float = 10.0) -> bool:
        """Write what is waiting, end the thread and return whether all of it is on the disk."""
        with self._wake:
            self._closing = True
            self._asked += 1
            self._wake.notify_all()
        self._thread.join(timeout_s)
        with self._wake:
            return not self._pending

    def _run(self) -> None:
        closing = False
        while not closing:
            with self._wake:
                self._wake.wait_for(
                    lambda: self._asked > self._done, self._retry_s if self._pending else None
                )
                asked, closing = self._asked, self._closing
            self._write_pending()
            if closing:
                self._drop_connection()
            with self._wake:
                self._done = asked
                self._wake.notify_all()

    def _write_pending(self) -> None:
        """Write until nothing is left or the disk refuses."""
        while True:
            with self._wake:
                if not self._pending:
                    return
                record = self._pending[0]
            written = False
            try:
                self._write(record)
                written = True
            except Exception as error:  # noqa: BLE001
                if _can_be_mended(error):
                    self._fail(error)
                    return
                # A bug that no retry mends must not hold up the records behind it.
                _raise_alarm()
                self._report("files.record-left-out", error=str(error))
            with self._wake:
                self._pending.popleft()
            if written:
                self._failing = False
                if self._on_committed is not None:
                    _tell(self._on_committed, record)

    def _fail(self, error: sqlite3.Error) -> None:
        self._drop_connection()
        if not self._failing:
            self._failing = True
            self._report("files.not-saved", file=self._store.path, reason=db.reason(error))

    def _write(self, record: Record) -> None:
        file = self._store.path
        if self._connection is not None and db.identity(file) != self._file:
            # What goes into a file without a name is lost when it is closed.
            self._drop_connection()
            self._report("files.records-moved", file=file)
        if self._connection is None:
            self._connection = self._store.connect()
            self._file = db.identity(file)
        with db.naming_damage():
            write(self._connection, record)

    def _drop_connection(self) -> None:
        if self._connection is not None:
            db.disconnect(self._connection)
            self._connection = None

    def _report(self, message_id: str, **arguments: Argument) -> None:
        if self._on_problem is not None:
            _tell(self._on_problem, Message(message_id, **arguments))


def _can_be_mended(error: Exception) -> TypeGuard[sqlite3.Error]:
    """Tell a disk that refuses from a record that can never be written."""
    never = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)
    return isinstance(error, sqlite3.Error) and not isinstance(error, never)


def _tell(callback: Callable[[_T], None], value: _T) -> None:
    """Call back; a fault in the window must not end the writing of records."""
    try:
        callback(value)
    except Exception:  # noqa: BLE001
        _raise_alarm()


def _raise_alarm() -> None:
    """Report a bug as one that ended the thread would be, without ending it."""
    kind, error, trace = sys.exc_info()
    if kind is not None:
        hook = threading.ExceptHookArgs((kind, error, trace, threading.current_thread()))
        threading.excepthook(hook)
