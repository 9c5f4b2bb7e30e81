"""A teaching picture in words, for reading beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.lessons.picture import Picture
from app.ui.accessibility import label, named
from app.ui.layouts import STRETCH, arrange


class PictureText(QFrame):
    """Shows all that can be seen in a picture as text; scrolls if it needs more room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = label("", "strong", wrap=True)
        self._text = label("", wrap=True)
        inside = QWidget()
        inside.setProperty("look", "page")
        arrange(
            QVBoxLayout(inside), self._title, self._text, STRETCH, spacing=8, margins=(0, 0, 8, 0)
        )
        area = QScrollArea()
        named(area, self.tr("The picture in words"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        arrange(QVBoxLayout(self), area, margins=(16, 16, 8, 16))

    def show_picture(self, picture: Picture) -> None:
        """Show another picture's text."""
        self._title.setText(picture.title)
        self._text.setText(picture.text)
