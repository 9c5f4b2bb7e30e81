"""One day of practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.practice.exercise import Exercise
from app.records.model import Day
from app.ui.accessibility import label
from app.ui.dates import long_date
from app.ui.entry_table import EntryTable


class DayCard(QFrame):
    """The date and what was done on it."""

    def __init__(self, day: Day, today: date, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(6)
        column.addWidget(label(self._name(day.date, today), "strong"))
        column.addWidget(EntryTable(day.entries, exercises))

    def _name(self, day: date, today: date) -> str:
        written = long_date(day)
        if day == today:
            return self.tr("Today, {date}").format(date=written)
        if day == today - timedelta(days=1):
            return self.tr("Yesterday, {date}").format(date=written)
        return written
