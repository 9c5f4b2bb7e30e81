"""The sessions of one day, set by set, each with what corrects and deletes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.records.model import SetRecord
from app.records.practised import PractisedSession
from app.records.titles import Titles
from app.ui.accessibility import button, label
from app.ui.dates import duration
from app.ui.layouts import arrange
from app.ui.progress.change_texts import answer_words, pain_words, session_words, set_words
from app.ui.progress.desk import CorrectionDesk

_COLUMNS = 5
#: What a quiet button has on each side of its text, px: so the text ends where the others do.
QUIET_PADDING = 9


class _Row(NamedTuple):
    """What can be done with a set or a session; `key` identifies it."""

    key: str
    edit: QPushButton | None
    delete: QPushButton


class DayDetails(QWidget):
    """Shows sessions; where it shows them anew, the focus stays on its row or goes beside it."""

    def __init__(self, titles: Titles, desk: CorrectionDesk) -> None:
        super().__init__()
        self._titles, self._desk = titles, desk
        self._sessions: Sequence[PractisedSession] = ()
        self._rows: list[_Row] = []
        self._body = QWidget()
        self._column = arrange(QVBoxLayout(self), self._body, margins=0)

    def show_sessions(self, sessions: Sequence[PractisedSession]) -> None:
        """Show the sessions, if they are not those shown already."""
        if sessions == self._sessions:
            return
        at, editing = self._focused()
        before = [row.key for row in self._rows]
        self._sessions = sessions
        self._build()
        if at is not None:
            order = [*before[at:], *reversed(before[:at])]
            next((key for key in order if self.focus_row(key, editing=editing)), None)

    def show_problem(self, sentence: str) -> None:
        """Say why they cannot be shown."""
        self._sessions = ()
        self._renew()
        arrange(QVBoxLayout(self._body), label(sentence, "body", wrap=True), margins=0)

    def focus_row(self, key: str, *, editing: bool = True) -> bool:
        """Put the focus on a set or a session; return whether it is here."""
        for row in self._rows:
            if row.key == key:
                target = row.edit if editing and row.edit else row.delete
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the row that has the focus."""
        at, _ = self._focused()
        if at is not None and event.matches(QKeySequence.StandardKey.Delete):
            self._rows[at].delete.click()
        else:
            super().keyPressEvent(event)

    def _focused(self) -> tuple[int | None, bool]:
        """Return the row with the focus, also while a dialog is open, and whether it would edit."""
        focus = self.window().focusWidget()
        for number, row in enumerate(self._rows):
            editing = row.edit is not None and focus is row.edit
            if editing or focus is row.delete:
                return number, editing
        return None, False

    def _renew(self) -> None:
        self._rows = []
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._column.addWidget(self._body)

    def _build(self) -> None:
        self._renew()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for session in self._sessions:
            self._add_session(grid, session)
        self._body.show()  # at once, so that it can have the focus

    def _add_session(self, grid: QGridLayout, session: PractisedSession) -> None:
        words = session_words(session, self._titles)
        desk = self._desk
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 8)
        row = grid.rowCount()
        delete = self._button(
            self.tr("Delete session"), words, lambda: desk.delete_session(session)
        )
        head = arrange(QHBoxLayout(), (label(words, "strong", wrap=True), 1), delete, spacing=16)
        grid.addLayout(head, row, 0, 1, _COLUMNS)
        at = len(self._rows)
        for one in session.sets:
            self._add_set(grid, one, named=len(session.exercises) > 1)
        edit = self._add_answers(grid, session, words) if session.run else None
        self._rows.insert(at, _Row(session.key, edit, delete))

    def _add_set(self, grid: QGridLayout, one: SetRecord, *, named: bool) -> None:
        row, desk = grid.rowCount(), self._desk
        words = set_words(one, self._titles, named=named)
        shown = words if one.finished else self.tr("{set}, not finished").format(set=words)
        grid.addWidget(label(shown, "", wrap=True), row, 0)
        reps = ""
        if one.reps_planned is not None:
            text = self.tr("{done} of {planned} reps")
            reps = text.format(done=one.reps_done, planned=one.reps_planned)
        for column, text in enumerate((reps, duration(max(one.seconds, 1.0))), start=1):
            amount = label(text, "muted")
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(amount, row, column)
        full = set_words(one, self._titles, named=True)
        edit = self._button(self.tr("Edit"), full, lambda: desk.edit_set(one))
        delete = self._button(self.tr("Delete"), full, lambda: desk.delete_set(one))
        grid.addWidget(edit, row, 3)
        grid.addWidget(delete, row, 4)
        self._rows.append(_Row(one.id, edit, delete))

    def _add_answers(self, grid: QGridLayout, session: PractisedSession, words: str) -> QPushButton:
        given, desk = session.answers, self._desk
        parts = answer_words(given, desk.units()) if given else []
        shown = label(" · ".join(parts) or self.tr("No answers"), "muted", wrap=True)
        line = arrange(QHBoxLayout(), (shown, 1), spacing=16)
        if given and given.pain:
            line.addWidget(label(pain_words(given), "wrong"))
        edit = self._button(self.tr("Edit answers"), words, lambda: desk.edit_answers(session))
        line.addWidget(edit)
        grid.addLayout(line, grid.rowCount(), 0, 1, _COLUMNS)
        return edit

    def _button(self, text: str, what: str, act: Callable[[], None]) -> QPushButton:
        """Return a button that is named with what it is about."""
        made = button(text, "quiet")
        made.setAccessibleName(f"{text}: {what}")
        made.clicked.connect(act)
        return made
