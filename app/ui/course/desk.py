"""Carries out what is decided about the course, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.programme.deciding import Deciding
from app.programme.programme import Programme
from app.records.decision import DecisionKind
from app.records.records import Records
from app.ui.course.course_texts import decided_line
from app.ui.messages import say_all


class CourseDesk(QObject):
    """Decides, and keeps what can be undone.

    Signals:
        changed: something was decided or undone.
        failed: the records could not be changed: why.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, records: Records, programme: Programme, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._deciding = Deciding(records, programme.id, now)

    @property
    def sentence(self) -> str:
        """What can be undone next; empty where nothing can."""
        latest = self._deciding.latest
        return decided_line(latest, self._programme) if latest else ""

    def decide(self, kind: DecisionKind, about: str) -> None:
        """Decide something."""
        self._deciding.decide(kind, about)
        self.changed.emit()

    def not_elsewhere(self, routine: str) -> None:
        """Let a session count as done elsewhere no more."""
        try:
            self._deciding.withdraw(DecisionKind.DONE_ELSEWHERE, routine)
        except UserError as error:
            self.failed.emit(say_all(error))
        else:
            self.changed.emit()

    def undo(self) -> None:
        """Undo the latest decision, if there is one."""
        if self._deciding.undo() is not None:
            self.changed.emit()
