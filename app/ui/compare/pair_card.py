"""What to look at in a pair, and both movements in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.movement.model import Label, Movement
from app.ui.accessibility import label


class PairCard(QFrame):
    """Shows one sentence, and under it each movement under its own figure."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._sentence = label("", "heading", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        sides = QHBoxLayout()
        sides.setSpacing(32)
        self._sides: list[tuple[QLabel, QLabel]] = []
        for _ in range(2):
            title, text = label("", "strong", wrap=True), label("", "", wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(title)
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
            self._sides.append((title, text))
        column.addLayout(sides)

    def show_pair(self, sentence: str, first: Movement, second: Movement) -> None:
        """Show what to look at, and the words of both movements."""
        self._sentence.setText(sentence)
        words = {Label.RIGHT: self.tr("Right"), Label.WRONG: self.tr("Wrong")}
        for (title, text), movement in zip(self._sides, (first, second), strict=True):
            word = words.get(movement.label)
            title.setText(f"{word}: {movement.title}" if word else movement.title)
            text.setText(movement.text.strip())
