"""The Today page: what to do next, and what was done today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.errors import UserError
from app.library import Library
from app.messages.message import Message
from app.programme.next_thing import Planner
from app.programme.safety import ADVICE, Gate, Verdict
from app.records.model import Day, local_now
from app.records.records import Records
from app.records.titles import Titles
from app.ui.accessibility import button, label, named
from app.ui.dates import long_date
from app.ui.entry_table import EntryTable
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say, say_all
from app.ui.records_column import RecordsColumn
from app.ui.today.suggestion_card import SuggestionCard


class TodayPage(RecordsColumn):
    """Suggests one thing and sums up the day.

    Signals:
        lesson_requested: the user wants a lesson at a step, from 0.
        routine_requested: the user wants a session or homework, by its id.
        go_on_requested: the user wants to go on with the session that was not finished.
        practice_requested: the user wants to see what practice says.
        care_requested: the user wants to read when not to hinge.
    """

    lesson_requested = Signal(str, int)
    routine_requested = Signal(str)
    go_on_requested = Signal()
    practice_requested = Signal()
    care_requested = Signal()

    def __init__(
        self,
        library: Library,
        records: Records,
        planner: Planner,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(records)
        named(self, self.tr("Today"))
        self._lessons, self._planner, self._now = library.lessons, planner, now
        self._titles = Titles(library.exercises, records)
        self._date = label("", "title", wrap=True)
        self._card = SuggestionCard(library.lessons)
        self._safety = label("", "muted", wrap=True)
        self._care = button(self.tr("When not to hinge"))
        self._care.clicked.connect(self.care_requested)
        care = arrange(QHBoxLayout(), (self._safety, 1), self._care, spacing=16)
        self._nothing = label(self.tr("No practice yet today."), "muted")
        self._entries: EntryTable | None = None
        self._read = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, max(1, len(library.lessons)))
        named(self._bar, self.tr("Lessons done"))
        done, self._done = _card()
        self._done.addWidget(label(self.tr("Done today"), "heading"))
        self._done.addWidget(self._nothing)
        lessons_card, column = _card()
        arrange(column, label(self.tr("Lessons"), "heading"), self._read, self._bar)
        arrange(self.column, self._date, self._card, care, done, lessons_card, STRETCH)
        self._card.lesson_requested.connect(self.lesson_requested)
        self._card.routine_requested.connect(self.routine_requested)
        self._card.go_on_requested.connect(self.go_on_requested)
        self._card.practice_requested.connect(self.practice_requested)

    def refresh(self) -> None:
        """Read what was done and show it."""
        now = self._now()
        date = now.date()
        self._date.setText(long_date(date))
        try:
            self._show(self._records.today(date), now)
        except UserError as error:
            self._card.show_problem(say_all(error))
            self._safety.hide()
            self._care.hide()

    def _show(self, today: Day, now: datetime) -> None:
        alone = not self._records.found_others
        found = self._planner.today(now, with_unfinished=alone)
        self._card.show_thing(found.next, found.learn, found.gate)
        self._show_safety(found.gate)
        self._show_entries(today)
        progress = self._records.lesson_progress()
        known = (progress.get(name) for name in self._lessons.order)
        read = sum(one is not None and one.finished_at is not None for one in known)
        self._bar.setValue(read)
        self._read.setText(say(Message("practice.lessons-done", count=read, n=len(self._lessons))))

    def _show_safety(self, allowed: Verdict) -> None:
        """Say why no practice is suggested, where the answers keep it closed."""
        lines = [say(reason) for reason in allowed.reasons]
        if allowed.gate is Gate.CLOSED:
            lines.append(say(ADVICE))
        elif allowed.gate is Gate.NEEDS_SUPPORT:
            lines.append(
                self.tr("If you have support at hand, you can say so on the Practice page.")
            )
        elif allowed.gate is Gate.PAUSED:  # the card says why
            lines.append(self.tr("The lessons stay open."))
        self._safety.setText(" ".join(lines))
        self._safety.setVisible(bool(lines))
        self._care.setVisible(bool(lines))

    def _show_entries(self, today: Day) -> None:
        if self._entries is not None:
            self._entries.deleteLater()
            self._entries.hide()
            self._entries = None
        self._nothing.setVisible(not today.entries)
        if today.entries:
            self._entries = EntryTable(today.entries, self._titles)
            self._done.insertWidget(1, self._entries)


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("look", "card")
    column = arrange(QVBoxLayout(card), spacing=8, margins=(24, 20, 24, 22))
    return card, column
