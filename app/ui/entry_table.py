"""What was done on one day: a row for each exercise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.messages.message import Message
from app.records.model import Entry
from app.records.titles import Titles
from app.ui.accessibility import label
from app.ui.dates import time_worked
from app.ui.messages import say

#: The least width of the sets, repetitions and time, px: so that rows of many days line up.
_WIDTHS = (72, 80, 96)


class EntryTable(QWidget):
    """Exercises with their sets, repetitions and time."""

    def __init__(self, entries: Sequence[Entry], titles: Titles) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, width in enumerate(_WIDTHS, start=1):
            grid.setColumnMinimumWidth(column, width)
        for row, entry in enumerate(entries):
            grid.addWidget(label(titles.of(entry.exercise), wrap=True), row, 0)
            for column, text in enumerate(self._amounts(entry), start=1):
                amount = label(text, "muted")
                amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(amount, row, column)

    def _amounts(self, entry: Entry) -> tuple[str, str, str]:
        """Return the amounts in words; no repetitions for what is held."""
        reps = say(Message("practice.reps", n=entry.reps)) if entry.reps else ""
        return say(Message("practice.sets", n=entry.sets)), reps, time_worked(entry.seconds)
