"""Text to be read from across the room: as large as its place allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.figure.lettering import break_words
from app.figure.palette import Palette
from app.ui.theme import Appearance

_WRAP = Qt.TextFlag.TextWordWrap


class FarText(QWidget):
    """A text that grows with the window and shrinks until nothing of it is cut.

    Args:
        share: its wanted size as a share of the window's height.
        least: its smallest size, pixels.
        colour: which of the palette's.
    """

    accessible_role = "StaticText"

    def __init__(
        self,
        appearance: Appearance,
        share: float,
        *,
        least: int = 12,
        bold: bool = False,
        colour: Callable[[Palette], QColor] = lambda palette: palette.ink,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        super().__init__()
        self.text = ""
        self._appearance = appearance
        self._share, self._least, self._bold = share, least, bold
        self._colour, self._align = colour, align
        self._fitted: tuple[object, QFont] | None = None
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return a small size: the layout gives it what there is."""
        return QSize(80, round(self._least * 1.6))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        del event
        if not self.text:
            return
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._colour(self._appearance.palette))
        room = QRectF(self.contentsRect())
        text = break_words(self.text, painter.fontMetrics(), room.width())
        painter.drawText(room, self._align | _WRAP, text)
        painter.end()

    def _font(self) -> QFont:
        wanted = max(self._least, round(self.window().height() * self._share))
        key = (self.text, self.width(), self.height(), wanted)
        if self._fitted is None or self._fitted[0] != key:
            font = QFont(self.font())
            font.setBold(self._bold)
            size = fit(self.text, font, QRectF(self.contentsRect()), wanted, self._least)
            font.setPixelSize(size)
            self._fitted = (key, font)
        return self._fitted[1]


def fit(text: str, font: QFont, room: QRectF, wanted: int, least: int) -> int:
    """Return the largest size in pixels, up to `wanted`, at which the wrapped text fits.

    Words are kept whole, unless one would be too long even at the least size.
    """
    tried = QFont(font)

    def fits(size: int, *, whole: bool = True) -> bool:
        tried.setPixelSize(size)
        metrics = QFontMetricsF(tried)
        shown = text if whole else break_words(text, metrics, room.width())
        needed = metrics.boundingRect(room, _WRAP, shown)
        return needed.width() <= room.width() and needed.height() <= room.height()

    whole = fits(least)
    low, high = least, max(least, wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle, whole=whole):
            low = middle
        else:
            high = middle - 1
    return low
