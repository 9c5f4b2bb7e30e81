"""The buttons that open and close what stands around the figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.accessibility import button


class Panel(StrEnum):
    """What can be opened: under the figures numbers and graph, beside them the user's body."""

    NUMBERS = "numbers"
    GRAPH = "graph"
    BODY = "body"


class PanelBar(QWidget):
    """A button for each panel.

    Signals:
        toggled: a panel is to be shown or hidden.
    """

    toggled = Signal(Panel, bool)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._buttons: dict[Panel, QPushButton] = {}
        for panel, text in (
            (Panel.NUMBERS, self.tr("Numbers")),
            (Panel.GRAPH, self.tr("Graph")),
            (Panel.BODY, self.tr("Your body")),
        ):
            made = button(text, "compact")
            made.setCheckable(True)
            made.toggled.connect(lambda open_, panel=panel: self.toggled.emit(panel, open_))
            row.addWidget(made)
            self._buttons[panel] = made

    def is_open(self, panel: Panel) -> bool:
        """Whether a panel is open."""
        return self._buttons[panel].isChecked()

    def set_open(self, panel: Panel, opened: bool = True) -> None:
        """Open or close a panel."""
        self._buttons[panel].setChecked(opened)

    @property
    def last(self) -> QWidget:
        """The last button, for the order of the Tab key."""
        return self._buttons[Panel.BODY]
