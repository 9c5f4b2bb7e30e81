"""A text as it is written, whatever words are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QLabel

from app.figure.lettering import LONG_WORD, break_words
from app.ui.choose import choose

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QResizeEvent


class PlainLabel(QLabel):
    """A label whose text can be selected; a word wider than the label goes on in the next line.

    It is made ready to be selected when the mouse comes, for that costs 0.2 ms.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        choose(self, textFormat="PlainText")
        self._text, self._has_long = "", False
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        had_long, self._text = self._has_long, text
        self._has_long = any(len(word) > LONG_WORD for word in text.split())
        if self._has_long:
            self.setAccessibleName(text)
            text = self._broken(self.width())
        elif had_long:
            self.setAccessibleName("")
        super().setText(text)

    def text(self) -> str:
        """Return the text, as it was given."""
        return self._text

    def minimumSizeHint(self) -> QSize:
        """Return the least size; no word asks for more than a few letters' width."""
        size = super().minimumSizeHint()
        if self._has_long and self.wordWrap():
            size.setWidth(min(size.width(), self.fontMetrics().averageCharWidth() * LONG_WORD))
        return size

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, px."""
        if not (self._has_long and self.wordWrap()):
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        room = QRect(0, 0, width - margins.left() - margins.right(), 1 << 16)
        flags = QtCore.Qt.TextFlag.TextWordWrap.value
        taken = self.fontMetrics().boundingRect(room, flags, self._broken(width))
        return taken.height() + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long words anew."""
        super().resizeEvent(event)
        self._break_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Break long words anew in another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._break_anew()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Get ready for the mouse."""
        super().enterEvent(event)
        chosen = self.textInteractionFlags() | QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(chosen)

    def _break_anew(self) -> None:
        if self._has_long and self.wordWrap() and super().text() != self._broken(self.width()):
            super().setText(self._broken(self.width()))

    def _broken(self, width: int) -> str:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return break_words(self._text, self.fontMetrics(), room) if self.wordWrap() else self._text
