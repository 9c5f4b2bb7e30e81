from __future__ import annotations

import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from msgspec.structs import replace

from app.records import connection as db
from app.records.feedback import Feedback, Felt
from app.records.model import Record, SessionRecord, SetRecord
from app.records.practised import PractisedSession
from app.records.records import Records
from app.records.store import Store
from app.records.writing import write
from tests.helpers.patience import HANG_S

#: A fixed moment for records: a Monday, before noon.
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def a_session(session_id: str = "s1", exercise: str = "wall-touches") -> SessionRecord:
    return SessionRecord(session_id, exercise, sets=3, started_at=MORNING)


def a_set(
    performance: int = 1,
    *,
    session_id: str = "s1",
    exercise: str = "wall-touches",
    reps: int = 10,
    finished: bool = True,
    at: datetime = MORNING,
) -> SetRecord:
    return SetRecord(
        session_id=session_id,
        performance=performance,
        exercise=exercise,
        set=min(performance, 3),
        sets=3,
        reps_done=reps,
        reps_planned=10,
        finished=finished,
        started_at=at,
        ended_at=at + timedelta(seconds=50),
        seconds=50.0,
        id=f"{session_id}-{performance}",
    )


def put_a_day(records: Records) -> PractisedSession:
    """Record a session of two exercises, with a set of each broken off, and its answers."""
    for exercise in ("wall-touches", "single-leg-stand"):
        records.put(SessionRecord(exercise, exercise, 3, MORNING, "r1"))
        for number in (1, 2):
            done = a_set(number, session_id=exercise, exercise=exercise, finished=number == 1)
            records.put(replace(done, set=number))
    records.put(Feedback("r1", MORNING, MORNING, Felt.NOWHERE, True, 7, False))
    [session] = records.sessions_on(MORNING.date())
    return session


class ShakyStore(Store):
    """A store whose disk can refuse, or keep the writer waiting.

    Attributes:
        refusing: whether it does.
        ready: while it is not set, opening the database takes its time.
        threads: the names of those that opened it.
        opened: how often it was opened.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.prepare()
        self.refusing = False
        self.ready = threading.Event()
        self.ready.set()
        self.threads: set[str] = set()
        self.opened = 0

    def connect(self) -> sqlite3.Connection:
        self.threads.add(threading.current_thread().name)
        self.ready.wait(HANG_S)
        if self.refusing:
            raise sqlite3.OperationalError("disk is full, says the test")
        self.opened += 1
        return db.connect(self.path, busy_s=0.02)


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """Refuse to let any file grow beyond `size` bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def hearing(hear: Callable[[Record], object]) -> Iterator[None]:
    """Tell each record once it is on the disk; on the writing thread."""

    def write_and_tell(connection: sqlite3.Connection, record: Record, at: datetime) -> None:
        write(connection, record, at)
        hear(record)

    with patch("app.records.writer.write", write_and_tell):
        yield
