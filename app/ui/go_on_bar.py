"""The offer to go on with a session that was broken off, on top of the page a start opens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.records.unfinished import Unfinished
from app.ui.accessibility import announce, button, label, named
from app.ui.practice.go_on_words import go_on_at, what_stopped


class GoOnBar(QFrame):
    """One line with the two answers; the Practice page has the same offer.

    Signals:
        go_on_requested, left: the user wants to go on, or does not.
    """

    go_on_requested = Signal()
    left = Signal()

    def __init__(self, unfinished: Unfinished, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        text = what_stopped(unfinished)
        line = label(text, "body", wrap=True)
        go_on = button(go_on_at(unfinished), "primary")
        not_now = button(self.tr("Not now"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(line, 1)
        row.addWidget(go_on)
        row.addWidget(not_now)
        named(self, self.tr("Notice"), text)
        announce(self, text)
        go_on.clicked.connect(self.go_on_requested)
        not_now.clicked.connect(self.left)
