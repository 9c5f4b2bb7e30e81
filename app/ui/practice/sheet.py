"""A card in the middle of the page, for the states that only say or ask something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import with_text

_WIDTH = 640


class Sheet(QScrollArea):
    """Scrolls where the window is too small for its card.

    Attributes:
        column: where the card's contents go.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(with_text(_WIDTH))
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(12)
        page = QWidget()
        page.setProperty("look", "page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(24, 24, 24, 24)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        self.setWidget(page)
