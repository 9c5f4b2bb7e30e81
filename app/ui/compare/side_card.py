"""A card to the right of the figures, which scrolls if its content does not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.accessibility import named
from app.ui.layouts import arrange
from app.ui.scroll_column import scrolling
from app.ui.text_sized import limit

#: At least, px.
_LEAST_HEIGHT = 160


class SideCard(QFrame):
    """Holds one narrow column.

    Attributes:
        column: the layout to add content to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        limit(self, least_height=_LEAST_HEIGHT)
        content = QWidget()
        content.setProperty("look", "page")
        self.column = arrange(QVBoxLayout(content), margins=(12, 10, 10, 10))
        self._scroll = scrolling(content)
        self._scroll.setProperty("look", "column")
        arrange(QVBoxLayout(self), self._scroll, margins=(0, 2, 0, 2))

    def set_name(self, name: str) -> None:
        """Give the card its name for screen readers."""
        named(self._scroll, name)
