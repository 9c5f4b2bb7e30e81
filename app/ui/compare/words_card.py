"""Both movements in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.movement.model import Label, Movement
from app.ui.accessibility import label
from app.ui.compare.side_card import SideCard


class WordsCard(SideCard):
    """Tells what moves, in which order and what stays still, of one movement and the other."""

    def __init__(self) -> None:
        super().__init__()
        self.set_name(self.tr("In words"))
        self._texts: list[tuple[QLabel, QLabel]] = []
        column: QVBoxLayout = self.column
        column.setSpacing(4)
        for index in range(2):
            title, text = label("", "strong", wrap=True), label("", "", wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            if index:
                column.addSpacing(12)
            column.addWidget(title)
            column.addWidget(text)
            self._texts.append((title, text))
        column.addStretch(1)

    def show_pair(self, first: Movement, second: Movement) -> None:
        """Show the words of both movements."""
        words = {Label.RIGHT: self.tr("Right"), Label.WRONG: self.tr("Wrong")}
        for (title, text), movement in zip(self._texts, (first, second), strict=True):
            word = words.get(movement.label)
            title.setText(f"{word}: {movement.title}" if word else movement.title)
            text.setText(movement.text.strip())
