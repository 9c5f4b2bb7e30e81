"""A teaching picture in words, for reading beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.lessons.picture import Picture
from app.ui.accessibility import label, named


class PictureText(QFrame):
    """Shows all that can be seen in a picture as text; scrolls where it needs more room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = label("", "strong", wrap=True)
        self._text = label("", wrap=True)
        inside = QWidget()
        inside.setProperty("look", "page")
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        area = QScrollArea()
        named(area, self.tr("The picture in words"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.addWidget(area)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture's words in place of those before."""
        self._title.setText(picture.title)
        self._text.setText(picture.text)
