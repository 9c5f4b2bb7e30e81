"""The list of keys, opened with F1 or ?."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.ui.accessibility import button, label


class ShortcutsDialog(QDialog):
    """Shows which key does what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        groups = [
            (
                self.tr("Everywhere"),
                [
                    ("Ctrl+1 … Ctrl+6", self.tr("Choose a page")),
                    (self.tr("Tab"), self.tr("Go to the next control")),
                    ("F1, ?", self.tr("Show these keys")),
                    ("Ctrl+Q", self.tr("Close the program")),
                ],
            ),
            (
                self.tr("Learn"),
                [
                    ("←  →", self.tr("Step back and forward in the lesson")),
                    (self.tr("Page up, Page down"), self.tr("Previous and next lesson")),
                ],
            ),
            (
                self.tr("Figure"),
                [
                    (self.tr("Space"), self.tr("Play or pause")),
                    (",  .", self.tr("One frame back or forward")),
                    ("-  +", self.tr("Slower or faster")),
                    ("L", self.tr("Loop on or off")),
                    ("M", self.tr("Mirror the figure")),
                    ("Ctrl+S", self.tr("Save it as a picture, a film or a page")),
                ],
            ),
            (
                self.tr("Practice"),
                [
                    (self.tr("Space, media play key"), self.tr("Pause or go on")),
                    ("←  →", self.tr("Back and skip")),
                    (self.tr("Escape"), self.tr("Stop")),
                ],
            ),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        row = 0
        for title, keys in groups:
            grid.addWidget(label(title, "strong"), row, 0, 1, 2)
            row += 1
            for key, what in keys:
                grid.addWidget(label(key), row, 0)
                grid.addWidget(label(what), row, 1)
                row += 1
            grid.setRowMinimumHeight(row, 8)
            row += 1
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addLayout(grid)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
