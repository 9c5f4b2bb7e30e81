"""The offer to go on with an interrupted session, above the page that opens first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.programme.flow import PracticeFlow
from app.records.unfinished import Unfinished
from app.ui.accessibility import announce, button, keep_focus, label, named
from app.ui.layouts import arrange
from app.ui.unfinished_texts import go_on_at, what_stopped


class GoOnBar(QFrame):
    """One line with the two answers, until the flow has nothing more to go on with.

    Signals:
        go_on_requested: the user wants to go on.
    """

    go_on_requested = Signal()

    def __init__(self, flow: PracticeFlow, unfinished: Unfinished, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow, self._is_over = flow, False
        self.setProperty("look", "notice")
        text = what_stopped(unfinished)
        line = label(text, "body", wrap=True)
        go_on = button(go_on_at(unfinished), "primary")
        not_now = button(self.tr("Not now"))
        arrange(QHBoxLayout(self), (line, 1), go_on, not_now, spacing=12, margins=(16, 8, 16, 8))
        named(self, self.tr("Notice"), text)
        announce(self, text)
        keep_focus(go_on, not_now)
        go_on.clicked.connect(self.go_on_requested)
        not_now.clicked.connect(flow.decline_unfinished)
        self.destroyed.connect(flow.subscribe(self._follow))

    def show_beside(self, page_has_it: bool) -> None:
        """Show it beside a page that does not make the same offer itself."""
        if not self._is_over:  # what is stopped later is offered elsewhere
            self.setVisible(not page_has_it)

    def _follow(self) -> None:
        if self._flow.unfinished is None:
            self._is_over = True
            self.hide()
            self.deleteLater()
