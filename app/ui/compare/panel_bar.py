"""The buttons that open and close the panels around the figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.accessibility import button, keep_focus
from app.ui.layouts import arrange


class ComparePanel(StrEnum):
    """The panels that can be opened: numbers and graph below the figures, the body beside them."""

    NUMBERS = "numbers"
    GRAPH = "graph"
    BODY = "body"


class PanelBar(QWidget):
    """A button for each panel.

    Signals:
        toggled: a panel should be shown or hidden.
    """

    toggled = Signal(ComparePanel, bool)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[ComparePanel, QPushButton] = {}
        for panel, text in (
            (ComparePanel.NUMBERS, self.tr("Numbers")),
            (ComparePanel.GRAPH, self.tr("Graph")),
            (ComparePanel.BODY, self.tr("Your body")),
        ):
            made = button(text, "compact")
            made.setCheckable(True)
            made.toggled.connect(lambda open_, panel=panel: self.toggled.emit(panel, open_))
            self._buttons[panel] = made
        keep_focus(*self._buttons.values())
        arrange(QHBoxLayout(self), *self._buttons.values(), spacing=8, margins=0)

    def is_open(self, panel: ComparePanel) -> bool:
        """Whether a panel is open."""
        return self._buttons[panel].isChecked()

    def set_open(self, panel: ComparePanel, opened: bool = True) -> None:
        """Open or close a panel."""
        self._buttons[panel].setChecked(opened)

    @property
    def last(self) -> QWidget:
        """The last button, for the order of the Tab key."""
        return self._buttons[ComparePanel.BODY]
