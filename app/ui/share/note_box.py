"""A few lines of plain text to type, up to a length."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


class NoteBox(QPlainTextEdit):
    """Takes no more than fits; the Tab key leaves it.

    Signals:
        typed: the text has changed.
    """

    typed = Signal()

    def __init__(self, most: int) -> None:
        """Take up to `most` characters."""
        super().__init__()
        self._most = most
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._bound)

    def _bound(self) -> None:
        text = self.toPlainText()
        if len(text) > self._most:
            with QSignalBlocker(self):
                self.setPlainText(text[: self._most])
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.typed.emit()
