"""The user's records: what is done is put on disk without waiting, and read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.files import Notice
from app.messages.message import Message
from app.records.feedback import Feedback, PainNoteDismissed
from app.records.model import (
    LessonFinish,
    LessonPlace,
    Outcome,
    Record,
    Running,
    RunningEnd,
    SafetyAnswers,
    SessionEnd,
    SessionRecord,
    SetRecord,
    local_now,
)
from app.records.queries import Queries
from app.records.reader import Reader
from app.records.store import Store
from app.records.writer import RETRY_S, Connects, Writer


class Records(Queries):
    """Records and reads what one person does, in the thread that made it.

    Attributes:
        notice: what the user should hear about the file, or None.

    Args:
        store: the database, which is closed with the records.
        on_problem: told once when writing begins to fail; on the writing thread.
        on_committed: told each record once it is on the disk; on the writing thread.
        now: the wall clock, with its zone.
        retry_s: how long after a failure writing is tried again, s.
    """

    def __init__(
        self,
        store: Connects,
        *,
        on_problem: Callable[[Message], None] | None = None,
        on_committed: Callable[[Record], None] | None = None,
        now: Callable[[], datetime] = local_now,
        retry_s: float = RETRY_S,
    ) -> None:
        self.notice: Notice | None = store.notice
        self._store, self._now = store, now
        self._listeners: list[Callable[[Record | None], None]] = []
        self._reader = Reader(store.path)
        super().__init__(self._reader.rows)
        self._writer = Writer(
            store, on_problem=on_problem, on_committed=on_committed, retry_s=retry_s
        )

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        on_problem: Callable[[Message], None] | None = None,
        on_committed: Callable[[Record], None] | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> Records:
        """Open the records of a file, make it where there is none, set a damaged one aside.

        Raises:
            UserError: it cannot be used; nothing was changed.
        """
        store = Store.open(path, now)
        try:
            return cls(store, on_problem=on_problem, on_committed=on_committed, now=now)
        except BaseException:
            store.close()
            raise

    def close(self, timeout_s: float = 10.0) -> bool:
        """Write what is waiting, let the file go and return whether all of it is on the disk."""
        written = self._writer.close(timeout_s)
        self._reader.close()
        self._store.close()
        return written

    def flush(self, timeout_s: float) -> bool:
        """Try to write what is waiting and return whether all of it is on the disk."""
        return self._writer.flush(timeout_s)

    def subscribe(self, listener: Callable[[Record | None], None]) -> Callable[[], None]:
        """Have a listener told each record that is put, and return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def session_started(self, record: SessionRecord) -> None:
        """Record that a session began."""
        self._put(record)

    def set_finished(self, record: SetRecord) -> None:
        """Record a set, done to its end or cut short."""
        self._put(record)

    def session_ended(
        self, session_id: str, outcome: Outcome, ended_at: datetime | None = None
    ) -> None:
        """Record how a session ended, now or at `ended_at`."""
        self._put(SessionEnd(session_id, outcome, ended_at or self._now()))

    def session_running(self, record: Running) -> None:
        """Record where a session under way has come to, in place of where it was."""
        self._put(record)

    def session_left(self, run: str) -> None:
        """Record that a session is no longer under way: nothing is offered to go on with."""
        self._put(RunningEnd(run))

    def lesson_place(self, lesson: str, step: int) -> None:
        """Record the step (from 0) a learner stands at; the next start opens there."""
        self._put(LessonPlace(lesson, step))

    def lesson_finished(self, lesson: str) -> None:
        """Record that a lesson was read to its end; the first time counts."""
        self._put(LessonFinish(lesson, self._now()))

    def safety_answered(self, record: SafetyAnswers) -> None:
        """Record the answers to the safety questions beside earlier ones; the latest count."""
        self._put(record)

    def feedback_given(self, record: Feedback) -> None:
        """Record that it was asked after a session, and what was answered so far."""
        self._put(record)

    def pain_note_dismissed(self, run: str) -> None:
        """Record that the reminder of the pain after a run was put away."""
        self._put(PainNoteDismissed(run))

    def _put(self, record: Record) -> None:
        self._writer.put(record)
        for listener in tuple(self._listeners):
            listener(record)
