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
        self._scroll = QScrollArea()
        self._scroll.setProperty("look", "column")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._take_focus_to_scroll)
        self._take_focus_to_scroll(0, 0)
        arrange(QVBoxLayout(self), self._scroll, margins=(0, 2, 0, 2))

    def set_name(self, name: str) -> None:
        """Give the card its name for screen readers."""
        named(self._scroll, name)

    def _take_focus_to_scroll(self, _low: int, high: int) -> None:
        """Take part in the tab order only while there is something to scroll."""
        focus = Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(focus)
