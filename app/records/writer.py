"""Put records on disk without keeping the caller waiting."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TypeGuard, TypeVar

from app.messages.message import Argument, Message
from app.records import connection as db
from app.records.model import Record
from app.records.store import Store
from app.records.waiting import Saving, Waiting
from app.records.writing import write

_T = TypeVar("_T")

#: After a failure, how long until writing is tried again by itself, seconds.
RETRY_S = 5.0


class Writer:
    """Writes records in their order on one thread of its own, each in its own transaction.

    What cannot be written is kept and tried again: with the next record, after a while, by
    `flush` and by `close`. Once nothing is waiting, the file is made whole: it can be copied while
    the program is open. The callbacks run on the writing thread.

    Args:
        store: the database; where it cannot be used so far, its user knows that.
        on_problem: called once when writing begins to fail, and once when it works again.
        on_saving: called after every try to write with whether all is on the disk.
        retry_s: how long after a failure writing is tried again, s.
    """

    def __init__(
        self,
        store: Store,
        *,
        on_problem: Callable[[Message], None] | None = None,
        on_saving: Callable[[Saving], None] | None = None,
        retry_s: float = RETRY_S,
    ) -> None:
        self._store = store
        self._on_problem = on_problem
        self._on_saving = on_saving
        self._retry_s = retry_s
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._failing = store.examined is None
        self._refused = False  # whether anything had to wait for the disk
        # Guarded by _wake: the records, and the rounds of writing asked for and done.
        self._wake = threading.Condition()
        self._pending: deque[Waiting] = deque()
        self._count = 0
        self._asked = 0
        self._done = 0
        self._closing = False
        # A daemon, so that a disk that hangs cannot keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="records", daemon=True)
        self._thread.start()

    @property
    def saving(self) -> Saving:
        """Whether all is on the disk."""
        with self._wake:
            if not self._pending:
                return Saving.SAVED
            return Saving.FAILING if self._failing else Saving.WAITING

    def waiting(self) -> list[Waiting]:
        """Return what may not be on the disk yet, in its order."""
        with self._wake:
            return list(self._pending)

    def put(self, record: Record, changed_at: datetime) -> None:
        """Accept a record, to be written as soon as the disk allows."""
        with self._wake:
            if self._closing:
                raise RuntimeError(f"the records are closed and cannot take {record}")
            self._count += 1
            self._pending.append(Waiting(self._count, record, changed_at))
            self._asked += 1
            self._wake.notify_all()

    def look(self) -> None:
        """See soon whether the file can still be used; it seems to be damaged or replaced."""
        with self._wake:
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
            tried = self._write_pending()
            if self.saving is Saving.SAVED:
                self._make_whole(written=tried)
                if self._refused:
                    self._refused = False
                    self._report("files.saved-after-all")
            if tried and self._on_saving is not None:
                _tell(self._on_saving, self.saving)
            if closing:
                self._drop_connection()
            with self._wake:
                self._done = asked
                self._wake.notify_all()

    def _write_pending(self) -> bool:
        """Write until nothing is left or the disk refuses; tell whether there was anything."""
        tried = False
        while True:
            with self._wake:
                if not self._pending:
                    return tried
                waiting = self._pending[0]
            tried = True
            try:
                self._write(waiting)
                self._failing = False
            except Exception as error:  # noqa: BLE001
                if _can_be_mended(error):
                    self._fail(error)
                    return True
                # A bug that no retry mends must not hold up the records behind it.
                _raise_alarm()
                self._report("files.record-left-out", error=str(error))
            with self._wake:
                self._pending.popleft()

    def _make_whole(self, *, written: bool) -> None:
        """Move what was written from the log into the file, which then is all there is.

        Args:
            written: whether there was anything; otherwise only a file that was replaced is opened.
        """
        try:
            if written or self._was_replaced():
                connection = self._connect()
                # Not waited for: what another program reads just now is moved the next time.
                connection.execute("PRAGMA busy_timeout = 0")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                connection.execute(f"PRAGMA busy_timeout = {round(db.BUSY_S * 1000)}")
                self._failing = False
        except sqlite3.Error as error:
            self._drop_connection()
            if not written and not self._failing:
                self._failing = True
                why = db.reason(error)
                self._report("files.records-no-longer", file=self._store.path, reason=why)

    def _was_replaced(self) -> bool:
        """Tell whether there is another file; a missing one is made for the next record."""
        return db.identity(self._store.path) not in (self._store.examined, None)

    def _fail(self, error: sqlite3.Error) -> None:
        self._drop_connection()
        self._refused = True
        if db.is_damage(error):
            self._store.doubt()
        if not self._failing:
            self._failing = True
            self._report("files.not-saved", file=self._store.path, reason=db.reason(error))

    def _write(self, waiting: Waiting) -> None:
        with db.naming_damage():
            write(self._connect(), waiting.record, waiting.changed_at)

    def _connect(self) -> sqlite3.Connection:
        """Return a connection to the file that has the name now."""
        file = self._store.path
        if self._connection is not None and db.identity(file) != self._file:
            # What goes into a file without a name is lost when it is closed.
            self._drop_connection()
            self._report("files.records-moved", file=file)
        if self._store.examined is None:  # it is doubted
            self._drop_connection()
        if self._connection is None:
            self._connection = self._store.connect()
            self._file = db.identity(file)
            notice, self._store.notice = self._store.notice, None
            if notice is not None:
                self._tell_problem(notice.message)
        return self._connection

    def _drop_connection(self) -> None:
        if self._connection is not None:
            db.disconnect(self._connection)
            self._connection = None

    def _report(self, message_id: str, **arguments: Argument) -> None:
        self._tell_problem(Message(message_id, **arguments))

    def _tell_problem(self, message: Message) -> None:
        if self._on_problem is not None:
            _tell(self._on_problem, message)


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
    """Report a bug as if it had ended the thread, without ending it."""
    kind, error, trace = sys.exc_info()
    if kind is not None:
        hook = threading.ExceptHookArgs((kind, error, trace, threading.current_thread()))
        threading.excepthook(hook)
