"""A card in the middle of the page, for the states that only say or ask something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.layouts import STRETCH, arrange
from app.ui.text_sized import limit

_WIDTH = 640


class CenteredCard(QScrollArea):
    """Scrolls where the window is too small for its card, which is at most `width` px wide.

    Attributes:
        column: where the card's contents go.
    """

    def __init__(self, width: int = _WIDTH) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("look", "card")
        limit(card, most_width=width)
        self.column = arrange(QVBoxLayout(card), spacing=12, margins=24)
        page = QWidget()
        page.setProperty("look", "page")
        outer = arrange(QVBoxLayout(page), margins=24)
        row = arrange(QHBoxLayout(), STRETCH, (card, 100), STRETCH)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        self.setWidget(page)
