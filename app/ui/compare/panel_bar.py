"""The buttons that open and close what stands around the figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.accessibility import button


class ComparePanel(StrEnum):
    """What can be opened: under the figures numbers and graph, beside them the user's body."""

    NUMBERS = "numbers"
    GRAPH = "graph"
    BODY = "body"


class PanelBar(QWidget):
    """A button for each panel.

    Signals:
        toggled: a panel is to be shown or hidden.
    """

    toggled = Signal(ComparePanel, bool)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._buttons: dict[ComparePanel, QPushButton] = {}
        for panel, text in (
            (ComparePanel.NUMBERS, self.tr("Numbers")),
            (ComparePanel.GRAPH, self.tr("Graph")),
            (ComparePanel.BODY, self.tr("Your body")),
        ):
            made = button(text, "compact")
            made.setCheckable(True)
            made.toggled.connect(lambda open_, panel=panel: self.toggled.emit(panel, open_))
            row.addWidget(made)
            self._buttons[panel] = made

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
