"""Fonts in the sizes used in pictures, and the widths of texts in them.

A playing figure writes the same few texts in every frame: laying them out each time would cost as
much as a part of the body.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QStaticText

#: The most texts remembered for each font, because the numbers of angles change.
_TEXTS = 512
#: Words of fewer letters have room everywhere.
LONG_WORD = 14
#: Nothing that is seen, where a line may end.
_BREAK = "\N{ZERO WIDTH SPACE}"


class Lettering:
    """One font, and a cache of what was measured in it.

    Attributes:
        font: the font itself.
        metrics: its measures, pixels.
        rise: how far the baseline is below the middle of its capitals, pixels.
        ascent, height: of a line, pixels.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.rise = self.metrics.capHeight() / 2
        self.ascent, self.height = self.metrics.ascent(), self.metrics.height()
        self._widths: dict[str, float] = {}
        self._laid_out: dict[str, QStaticText] = {}

    def width(self, text: str) -> float:
        """Return the width of a text, pixels."""
        width = self._widths.get(text)
        if width is None:
            # Not with `lru_cache` around Qt's method: PySide would parse all its signatures, 25 ms.
            if len(self._widths) >= _TEXTS:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def write(self, painter: QPainter, x: float, middle: float, text: str) -> None:
        """Write a text from `x` on, its capitals centred on `middle`, pixels."""
        self._write_from(painter, x, middle + self.rise - self.ascent, text)

    def write_in(self, painter: QPainter, room: QRectF, text: str) -> None:
        """Write a text of one line in the middle of a room, pixels."""
        middle = room.center()
        left, top = middle.x() - self.width(text) / 2, middle.y() - self.height / 2
        self._write_from(painter, left, top, text)

    def _write_from(self, painter: QPainter, x: float, y: float, text: str) -> None:
        """Write a text from its top left corner on; it stays laid out."""
        static = self._laid_out.get(text)
        if static is None:
            if len(self._laid_out) >= _TEXTS:
                self._laid_out.clear()
            static = self._laid_out[text] = QStaticText(text)
            static.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            static.prepare(painter.transform(), self.font)
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(x, y), static)


def text_font(like: QFont, size: float, *, bold: bool = False) -> QFont:
    """Return a font in a size, px."""
    font = QFont(like)
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font


def lettering(font: QFont, size: float, *, bold: bool = False) -> Lettering:
    """Return a font in another size, pixels."""
    return _lettering(font, round(size), bold)


@lru_cache(maxsize=32)
def _lettering(font: QFont, size: int, bold: bool) -> Lettering:
    return Lettering(text_font(font, size, bold=bold))


def break_words(text: str, metrics: QFontMetrics | QFontMetricsF, width: float) -> str:
    """Return a text in which lines may end within words that are wider than a width, pixels."""

    def broken(word: str) -> str:
        wide = len(word) > LONG_WORD and metrics.horizontalAdvance(word) > width
        return _BREAK.join(word) if wide else word

    return "\n".join(" ".join(map(broken, line.split(" "))) for line in text.split("\n"))
