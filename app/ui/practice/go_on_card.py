"""The offer to continue a session that a crash or a power cut interrupted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.records.unfinished import Unfinished
from app.ui.accessibility import button, label
from app.ui.unfinished_texts import go_on_at, what_stopped


class GoOnCard(QFrame):
    """Shown only where there is a session to continue.

    Signals:
        go_on_requested: the user wants to go on.
        declined: the user does not want to.
    """

    go_on_requested = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._text = label("", "", wrap=True)
        self._go_on = button(self.tr("Resume"), "primary")
        self._not_now = button(self.tr("Not now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        for widget in (self._text, self._go_on, self._not_now):
            column.addWidget(widget)
        self._go_on.clicked.connect(self.go_on_requested)
        self._not_now.clicked.connect(self.declined)
        self.hide()

    def show_unfinished(self, unfinished: Unfinished | None) -> None:
        """Offer to go on with a session, or nothing."""
        self.setVisible(unfinished is not None)
        if unfinished is not None:
            self._text.setText(what_stopped(unfinished))
            self._go_on.setText(go_on_at(unfinished))
            self._go_on.setAccessibleName(self._go_on.text())
            self._go_on.setAccessibleDescription(self._text.text())

    def take_focus(self) -> None:
        """Put the focus on going on."""
        self._go_on.setFocus()
