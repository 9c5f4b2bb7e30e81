"""One calm sentence before the practice that comes after a pain."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.messages.message import Message
from app.programme.safety import PAIN_NOTE
from app.ui.accessibility import button, label, named
from app.ui.dates import plain_date
from app.ui.messages import say


class PainNote(QFrame):
    """A bar above the choice of exercises.

    Signals:
        dismissed: the user has read it.
    """

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._line = label("", "body", wrap=True)
        close = button(self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._line, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        close.clicked.connect(self.dismissed)

    def show_day(self, day: date) -> None:
        """Say when the pain was noted."""
        text = say(Message(PAIN_NOTE, date=plain_date(day)))
        self._line.setText(text)
        named(self, self.tr("Notice"), text)
