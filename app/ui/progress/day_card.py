"""One day of practice, opened to its sets when that is wanted."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.errors import UserError
from app.records.practised import AnsweredDay
from app.records.queries import Queries
from app.records.titles import Titles
from app.ui.accessibility import button, label
from app.ui.dates import recent_date
from app.ui.entry_table import EntryTable
from app.ui.layouts import arrange
from app.ui.messages import say_all
from app.ui.progress.change_texts import answer_words, pain_words
from app.ui.progress.day_details import QUIET_PADDING, DayDetails
from app.ui.progress.desk import CorrectionDesk


class DayCard(QFrame):
    """The date, what was done on it, how it felt, and its sets while it is open.

    Signals:
        opened: it is open now, or it is not.
    """

    opened = Signal(bool)

    def __init__(self, records: Queries, titles: Titles, desk: CorrectionDesk) -> None:
        super().__init__()
        self._records, self._titles, self._desk = records, titles, desk
        self._shown: AnsweredDay | None = None
        self._details: DayDetails | None = None
        self._entries: EntryTable | None = None
        self.setProperty("look", "card")
        self._name = label("", "strong", wrap=True)
        self._pain = label(pain_words(), "wrong")
        self._toggle = button("", "quiet")
        self._words = label("", "muted", wrap=True)
        head = arrange(QHBoxLayout(), (self._name, 1), self._pain, self._toggle, spacing=16)
        self._column = arrange(
            QVBoxLayout(self),
            head,
            self._words,
            spacing=6,
            margins=(24, 12, 24 - QUIET_PADDING, 14),
        )
        self._toggle.clicked.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether its sets are shown."""
        return self._details is not None and not self._details.isHidden()

    def show_day(self, shown: AnsweredDay, today: date) -> None:
        """Show a day, with its sets as they are now where it is open."""
        self._name.setText(self._heading(shown.day.date, today))
        if shown != self._shown:
            self._shown = shown
            self._show_entries(shown)
            units = self._desk.units()
            words = [part for one in shown.answers for part in answer_words(one, units)]
            self._words.setText(" · ".join(words))
        self._follow_opening()
        if self.is_open:
            self._read()

    def open(self) -> None:
        """Show its sets."""
        if self._details is None:
            self._details = DayDetails(self._titles, self._desk)
            self._column.addWidget(self._details)
        self._details.show()
        self._read()
        self._follow_opening()
        self.opened.emit(True)

    def take_focus(self) -> None:
        """Put the focus on what opens it."""
        self._toggle.setFocus()

    def focus_row(self, key: str) -> bool:
        """Put the focus on a set or a session; return whether it is shown here."""
        return self._details is not None and self.is_open and self._details.focus_row(key)

    def _turn(self) -> None:
        if not self.is_open:
            self.open()
        elif self._details is not None:
            self._details.hide()
            self._follow_opening()
            self.opened.emit(False)

    def _follow_opening(self) -> None:
        """Show the answers here where their sessions are not shown."""
        answers = self._shown.answers if self._shown and not self.is_open else ()
        self._pain.setVisible(any(answer.pain for answer in answers))
        self._words.setVisible(bool(answers and self._words.text()))
        text = self.tr("Hide sets") if self.is_open else self.tr("Show sets")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(f"{text}: {self._name.text()}")

    def _read(self) -> None:
        if self._shown is not None and self._details is not None:
            try:
                self._details.show_sessions(self._records.sessions_on(self._shown.day.date))
            except UserError as error:
                self._details.show_problem(say_all(error))

    def _show_entries(self, shown: AnsweredDay) -> None:
        if self._entries is not None:
            self._entries.hide()
            self._entries.deleteLater()
        self._entries = EntryTable(shown.day.entries, self._titles)
        self._entries.setContentsMargins(0, 0, QUIET_PADDING, 0)
        self._column.insertWidget(1, self._entries)

    def _heading(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        return recent_date(day, today)
