"""The Progress page: what was done, corrected and undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.lessons.library import LessonLibrary
from app.practice.exercise import Exercise
from app.records.model import local_now
from app.records.records import Records
from app.records.titles import Titles
from app.ui.accessibility import announce
from app.ui.layouts import arrange
from app.ui.progress.day_card import DayCard
from app.ui.progress.day_list import DayList
from app.ui.progress.desk import CorrectionDesk
from app.ui.progress.history_column import HistoryColumn
from app.ui.undo_bar import UndoBar
from app.ui.undo_key import on_undo_key
from app.units import Units


class ProgressPage(QWidget):
    """Lists what was done; what is changed there can be undone until the page is left.

    Signals:
        practice_requested: the user wants to begin (an `Offer`).
        care_requested: the user wants to read when not to hinge.
        corrected: what was done is not what it was.
    """

    practice_requested = Signal(object)
    care_requested = Signal()
    corrected = Signal()

    def __init__(
        self,
        records: Records,
        exercises: Mapping[str, Exercise],
        lessons: LessonLibrary,
        units: Callable[[], Units],
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__()
        titles = Titles(exercises, records)
        self._desk = desk = CorrectionDesk(records, titles, exercises, units, self)
        self._days = DayList(lambda: DayCard(records, titles, desk))
        self._column = HistoryColumn(records, exercises, lessons, self._days, units, now)
        self._undo = UndoBar(self)
        arrange(QVBoxLayout(self), (self._column, 1), self._undo, spacing=0, margins=0)
        self._column.practice_requested.connect(self.practice_requested)
        self._column.care_requested.connect(self.care_requested)
        desk.changed.connect(self._show_change)
        desk.undone.connect(self._show_undone)
        desk.failed.connect(self._show_failure)
        self._days.focus_lost.connect(self._undo.take_focus)
        self._undo.undo_requested.connect(desk.undo)
        on_undo_key(self, desk.undo)

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer to undo nothing any more once another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.forget()
            self._undo.show_sentence("")

    def _show_change(self, sentence: str) -> None:
        self._undo.show_sentence(sentence)
        self._undo.announce()
        self.corrected.emit()

    def _show_failure(self, why: str) -> None:
        self._undo.show_sentence(why, can_undo=False)
        self._undo.announce()

    def _show_undone(self, key: str) -> None:
        self._undo.show_sentence(self._desk.sentence)
        announce(self, self.tr("Undone"))
        self._days.focus_row(key)
        self.corrected.emit()
