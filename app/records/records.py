"""The user's records: what is done is put on disk without waiting, and read back."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.errors import UserError
from app.files import Notice
from app.listeners import Listeners
from app.messages.message import Message
from app.records.model import (
    LessonFinish,
    LessonPlace,
    Record,
    local_now,
)
from app.records.queries import Queries
from app.records.reader import Reader
from app.records.store import Store
from app.records.waiting import Saving
from app.records.writer import RETRY_S, Writer

#: Called with what was recorded; None where another program changed the file, or may have.
Listener = Callable[[Record | None], None]


class Records(Queries):
    """Puts on disk what one person does and reads it back, in the thread that made this object.

    What was recorded can be read at once, whether it is on the disk yet or not.

    Attributes:
        notice: what to tell the user about the file, or None.
        found_others: whether another instance of the program had the file open already: a session
            in progress may then be under way there.

    Args:
        store: the database, which is closed with the records. Where it cannot be used so far, what
            is recorded waits until it can be.
        on_problem: called once when writing begins to fail, and once when it works again; on the
            writing thread.
        now: the wall clock, with its zone.
        retry_s: how long after a failure writing is tried again, s.
    """

    def __init__(
        self,
        store: Store,
        *,
        on_problem: Callable[[Message], None] | None = None,
        now: Callable[[], datetime] = local_now,
        retry_s: float = RETRY_S,
    ) -> None:
        self.notice, store.notice = store.notice, None
        self.found_others = store.found_others
        self._store, self._now = store, now
        self._changed, self._tried = Listeners[Record | None](), Listeners[Saving]()
        self._writer = Writer(
            store,
            on_problem=on_problem,
            on_saving=self._tried.tell,
            retry_s=retry_s,
        )
        try:
            self._reader = Reader(store, self._writer.waiting, self._writer.look)
        except BaseException:
            self._writer.close()
            raise
        self._on_problem, self._told_of_damage = on_problem, False
        super().__init__(self._reader.rows, self._doubt)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        on_problem: Callable[[Message], None] | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> Records:
        """Open the records of a file, make it where there is none, set a damaged one aside.

        Raises:
            UserError: it cannot be used; nothing was changed.
        """
        return cls._of(Store.open(path, now), on_problem, now)

    @classmethod
    def open_anyway(
        cls,
        path: Path,
        *,
        on_problem: Callable[[Message], None] | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> Records:
        """Open the records of a file, or in memory until the file can be used: `notice` says why.

        Raises:
            UserError: what is there cannot be read.
        """
        store = Store(path, now)
        try:
            store.prepare()
        except UserError as error:
            why = Message("files.records-in-memory", why=error.messages[0])
            store.notice = Notice(why, store.path)
        return cls._of(store, on_problem, now)

    @classmethod
    def _of(
        cls,
        store: Store,
        on_problem: Callable[[Message], None] | None,
        now: Callable[[], datetime],
    ) -> Records:
        try:
            return cls(store, on_problem=on_problem, now=now)
        except BaseException:
            store.close()
            raise

    def close(self, timeout_s: float = 10.0) -> bool:
        """Write what is waiting, let the file go and return whether all of it is on the disk."""
        written = self._writer.close(timeout_s)
        self._reader.close()
        self._store.close()
        return written

    def is_file(self, file: Path) -> bool:
        """Tell whether a file is the one the records are in, by whatever name."""
        return self._store.path in (file, Path(os.path.realpath(file)))

    def image(self) -> bytes:
        """Return a database file with all that was recorded.

        Raises:
            UserError: the records cannot be read.
        """
        return self._reader.image()

    def flush(self, timeout_s: float) -> bool:
        """Try to write what is waiting and return whether all of it is on the disk."""
        return self._writer.flush(timeout_s)

    @property
    def refusal(self) -> Message | None:
        """Why the file cannot be used, so that what is recorded waits in memory; None if it can."""
        return self._store.refusal

    @property
    def is_at_stake(self) -> bool:
        """Whether something waits for the disk that matters, which a step of a lesson does not."""
        return any(not isinstance(one.record, LessonPlace) for one in self._writer.waiting())

    @property
    def saving(self) -> Saving:
        """Whether all of it is on the disk."""
        return self._writer.saving

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each change, once it can be read; return what ends that.

        It is called in the thread that records, before the recording method returns.
        """
        return self._changed.subscribe(listener)

    def subscribe_to_saving(self, listener: Callable[[Saving], None]) -> Callable[[], None]:
        """Call `listener` with whether all is on the disk; return what ends that.

        It is called after every try to write, on the writing thread.
        """
        return self._tried.subscribe(listener)

    def look_again(self) -> None:
        """Tell the listeners if the file was changed since the last call.

        That may have been this program itself: SQLite does not say who changed a file.
        """
        with contextlib.suppress(sqlite3.Error):  # the next reading says why
            if self._reader.has_changed():
                self._changed.tell(None)

    def put(self, record: Record) -> None:
        """Record something: it can be read at once, and goes to the disk as soon as that allows."""
        self._writer.put(record, self._now())
        self._changed.tell(record)

    def lesson_finished(self, lesson: str) -> None:
        """Record that a lesson was read to its end; the first time counts."""
        self.put(LessonFinish(lesson, self._now()))

    def _doubt(self) -> None:
        """Tell that a row is damaged, and have the file repaired."""
        if self._told_of_damage:
            return
        self._told_of_damage = True
        if self._on_problem is not None:
            self._on_problem(Message("files.rows-damaged", file=self._store.path))
        self._reader.doubt()
