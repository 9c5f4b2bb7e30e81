"""What was done, by day, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.lessons.model import Offer
from app.messages.message import Message
from app.practice.exercise import Exercise
from app.programme.measures import find_wall
from app.programme.safety import gate_of
from app.records.practised import AnsweredDay
from app.records.records import Records
from app.ui.accessibility import button, label, named
from app.ui.layouts import arrange
from app.ui.messages import say, say_all
from app.ui.progress.day_list import DayList
from app.ui.records_column import RecordsColumn
from app.units import Units, growth

#: Days shown at first, and added by each "Show more".
DAYS_AT_ONCE = 60


class HistoryColumn(RecordsColumn):
    """Lists the days of practice.

    Attributes:
        days: their cards.

    Signals:
        practice_requested: the user wants to begin (an `Offer`).
        care_requested: the user wants to read when not to hinge.
    """

    practice_requested = Signal(object)
    care_requested = Signal()

    def __init__(
        self,
        records: Records,
        exercises: Mapping[str, Exercise],
        lessons: LessonLibrary,
        days: DayList,
        units: Callable[[], Units],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(records)
        named(self, self.tr("Progress"))
        self.days = days
        self._exercises, self._lessons, self._now = exercises, lessons, now
        self._units = units
        self._limit = DAYS_AT_ONCE
        self._week = label("", "body", wrap=True)
        self._wall = label("", "body", wrap=True)
        self._read = label("", "muted", wrap=True)
        self._problem = label("", "body", wrap=True)
        self._problem.hide()
        self._practise = button(self.tr("Practise"), "primary")
        self._care = button(self.tr("When not to hinge"))
        self._empty = self._make_empty()
        self._more = button(self.tr("Show more"))
        head = arrange(
            QVBoxLayout(), label(self.tr("Progress"), "title"), self._week, self._wall, self._read,
            spacing=4,
        )  # fmt: skip
        self.column.addLayout(head)
        self.column.addWidget(self._problem)
        self.column.addWidget(self._empty)
        self.column.addWidget(days)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self._more.clicked.connect(self._show_more)

    def refresh(self) -> None:
        """Read what was done and show it."""
        try:
            days = self._records.history(self._limit + 1)
            progress = self._records.lesson_progress()
            wall = find_wall(self._records.measured(), 0)
            # Asked for where it is shown: before the first day of practice.
            may_practise = bool(days) or gate_of(self._records, self._now()).may_offer
        except UserError as error:
            self._problem.setText(say_all(error))
            self._problem.show()
            return
        refusal = self._records.refusal
        self._problem.setText(say(refusal) if refusal else "")
        self._problem.setVisible(refusal is not None)
        today = self._now().date()
        self.days.show_days(days[: self._limit], today)
        self._more.setVisible(len(days) > self._limit)
        self._empty.setVisible(not days and refusal is None)
        self._practise.setVisible(may_practise)
        self._care.setVisible(not may_practise)
        self._week.setText(self._week_line(days, today))
        self._week.setVisible(bool(days))
        if wall is not None:
            grown = say(growth(wall.first_cm, wall.last_cm, self._units()))
            self._wall.setText(self.tr("Heels from the wall: {distance}").format(distance=grown))
        self._wall.setVisible(wall is not None)
        read = sum(
            1
            for lesson in self._lessons
            if lesson.id in progress and progress[lesson.id].finished_at
        )
        done = Message("practice.lessons-done", count=read, n=len(self._lessons))
        self._read.setText(say(done))

    def _make_empty(self) -> QFrame:
        """Return what is shown here before the first set."""
        empty = QFrame()
        empty.setProperty("look", "card")
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Your sets will appear here"), "heading"))
        text = self.tr("Every set you finish is saved here, under the day you did it.")
        column.addWidget(label(text, "body", wrap=True))
        offer = self._first_practice()
        if offer is not None:
            self._practise.clicked.connect(lambda: self.practice_requested.emit(offer))
            column.addSpacing(8)
            column.addWidget(self._practise, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._care, 0, Qt.AlignmentFlag.AlignLeft)
        self._care.clicked.connect(self.care_requested)
        return empty

    def _first_practice(self) -> Offer | None:
        """Return the practice a beginner starts with, that of the first lesson."""
        offers = [lesson.offer for lesson in self._lessons if lesson.offer is not None]
        offers += [Offer(exercise) for exercise in self._exercises]
        return next((offer for offer in offers if offer.exercise in self._exercises), None)

    def _show_more(self) -> None:
        self._limit += DAYS_AT_ONCE
        self.refresh()

    def _week_line(self, days: Sequence[AnsweredDay], today: date) -> str:
        """Sum up the week that today is in, from the day weeks begin with here."""
        begins = QLocale().firstDayOfWeek().value
        first = today - timedelta(days=(today.isoweekday() - begins) % 7)
        week = [day for day, _ in days if first <= day.date <= today and day.entries]
        sets = sum(entry.sets for day in week for entry in day.entries)
        return self.tr("This week: {days}, {sets}").format(
            days=say(Message("practice.days", n=len(week))),
            sets=say(Message("practice.sets", n=sets)),
        )
