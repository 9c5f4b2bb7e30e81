"""The Today page: what to do next, and what was done today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.lessons.model import Offer
from app.messages.message import Message
from app.practice.exercise import Exercise
from app.programme.safety import ADVICE, Gate, Verdict, gate_of
from app.programme.today import LessonOutline, suggest
from app.records.model import Day, local_now
from app.records.records import Records
from app.records.titles import Titles
from app.ui.accessibility import button, label, named
from app.ui.dates import long_date
from app.ui.entry_table import EntryTable
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say, say_all
from app.ui.records_column import RecordsColumn
from app.ui.today.suggestion_card import Situation, SuggestionCard


class TodayPage(RecordsColumn):
    """Suggests one thing and sums up the day.

    Signals:
        lesson_requested: the user wants a lesson at a step, from 0.
        practice_requested: the user wants to practise (an `Offer`).
        care_requested: the user wants to read when not to hinge.
    """

    lesson_requested = Signal(str, int)
    practice_requested = Signal(object)
    care_requested = Signal()

    def __init__(
        self,
        lessons: LessonLibrary,
        exercises: Mapping[str, Exercise],
        records: Records,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(records)
        named(self, self.tr("Today"))
        self._lessons, self._exercises, self._now = lessons, exercises, now
        self._titles = Titles(exercises, records)
        self._date = label("", "title", wrap=True)
        self._card = SuggestionCard(lessons, exercises)
        self._safety = label("", "muted", wrap=True)
        self._care = button(self.tr("When not to hinge"))
        self._care.clicked.connect(self.care_requested)
        care = arrange(QHBoxLayout(), (self._safety, 1), self._care, spacing=16)
        self._nothing = label(self.tr("No practice yet today."), "muted")
        self._entries: EntryTable | None = None
        self._read = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, max(1, len(lessons)))
        named(self._bar, self.tr("Lessons done"))
        done, self._done = _card()
        self._done.addWidget(label(self.tr("Done today"), "heading"))
        self._done.addWidget(self._nothing)
        lessons_card, column = _card()
        arrange(column, label(self.tr("Lessons"), "heading"), self._read, self._bar)
        arrange(self.column, self._date, self._card, care, done, lessons_card, STRETCH)
        self._card.lesson_requested.connect(self.lesson_requested)
        self._card.practice_requested.connect(self.practice_requested)

    def refresh(self) -> None:
        """Read what was done and show it."""
        date = self._now().date()
        self._date.setText(long_date(date))
        try:
            self._show(self._records.today(date))
        except UserError as error:
            self._card.show_problem(say_all(error))
            self._safety.hide()
            self._care.hide()

    def _show(self, today: Day) -> None:
        progress = self._records.lesson_progress()
        allowed = gate_of(self._records, self._now())
        may_practise = allowed.may_offer
        outlines = [
            LessonOutline(lesson.id, len(lesson.steps), self._practice(lesson.offer, allowed))
            for lesson in self._lessons
        ]
        place = self._records.place()
        suggestion = suggest(outlines, progress, place, today, practice_open=may_practise)
        finished = {lesson for lesson, known in progress.items() if known.finished_at}
        read = [lesson for lesson in self._lessons if lesson.id in finished]
        unread = next((lesson for lesson in self._lessons if lesson.id not in finished), None)
        practised = [entry.exercise for entry in today.entries if entry.exercise in self._exercises]
        again = Offer(practised[-1]) if practised else None
        if not self._practice(again, allowed):
            again = None
        self._card.show_suggestion(suggestion, Situation(bool(read), unread, again))
        self._show_safety(allowed)
        self._show_entries(today)
        self._bar.setValue(len(read))
        done = Message("practice.lessons-done", count=len(read), n=len(self._lessons))
        self._read.setText(say(done))

    def _practice(self, offer: Offer | None, allowed: Verdict) -> str | None:
        exercise = self._exercises.get(offer.exercise) if offer else None
        return exercise.id if exercise and allowed.offers(exercise) else None

    def _show_safety(self, allowed: Verdict) -> None:
        """Say why no practice is suggested, where the answers keep it closed."""
        lines = [say(reason) for reason in allowed.reasons]
        if allowed.gate is Gate.CLOSED:
            lines.append(say(ADVICE))
        elif allowed.gate is Gate.NEEDS_SUPPORT:
            lines.append(self.tr("With support at hand, practice opens on the Practice page."))
        elif allowed.gate is Gate.PAUSED:
            if allowed.unsettled is not None:
                lines.append(self.tr("Has your pain settled? The Practice page asks."))
            else:
                lines.append(self.tr("Practice is paused after your pain: see the Practice page."))
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
