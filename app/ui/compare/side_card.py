"""A card to the right of the figures, which scrolls if its content does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.accessibility import named
from app.ui.layouts import arrange
from app.ui.theme import with_text

_WIDTH = 240


class SideCard(QFrame):
    """Holds one narrow column.

    Attributes:
        column: the layout to add content to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(with_text(_WIDTH))
        content = QWidget()
        content.setProperty("look", "page")
        self.column = arrange(QVBoxLayout(content), margins=(12, 10, 10, 10))
        self._scroll = scrolling(content)
        self._scroll.setProperty("look", "column")
        arrange(QVBoxLayout(self), self._scroll, margins=(0, 2, 0, 2))

    def set_name(self, name: str) -> None:
        """Give the card its name for screen readers."""
        named(self._scroll, name)


def scrolling(content: QWidget) -> QScrollArea:
    """Return content that scrolls up and down; the Tab key stops there only when it has to."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)

    def stop_for_tab(_low: int, high: int) -> None:
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus)

    stop_for_tab(0, 0)
    area.verticalScrollBar().rangeChanged.connect(stop_for_tab)
    return area
