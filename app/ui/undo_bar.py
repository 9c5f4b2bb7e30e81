"""The bar that says what was changed, and undoes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.accessibility import announce, button, label, named
from app.ui.layouts import arrange
from app.ui.undo_key import with_undo_key


class UndoBar(QFrame):
    """One line with one button, for as long as there is something to undo.

    Signals:
        undo_requested: the user wants to undo it.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self._line = label("", "body", wrap=True)
        self._undo = button(with_undo_key(self.tr("Undo")))
        arrange(QHBoxLayout(self), (self._line, 1), self._undo, spacing=16, margins=(16, 8, 16, 8))
        self._undo.clicked.connect(self.undo_requested)
        self.hide()

    def show_sentence(self, sentence: str, *, can_undo: bool = True) -> None:
        """Show what was changed, or why nothing was; without a sentence, go."""
        self._line.setText(sentence)
        named(self, self.tr("Notice"), sentence)
        self._undo.setAccessibleDescription(sentence)
        self._undo.setVisible(can_undo)
        self.setVisible(bool(sentence))

    def announce(self) -> None:
        """Have screen readers say it, and what can be done about it."""
        undo = "" if self._undo.isHidden() else self._undo.text()
        announce(self, f"{self._line.text()} {undo}".strip())

    def take_focus(self) -> None:
        """Put the focus on the button."""
        self._undo.setFocus()
