"""The ring of the phase, with the seconds in it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.figure.palette import Palette
from app.messages.message import Message
from app.ui.messages import say
from app.ui.practice.session_texts import Accent
from app.ui.theme import Appearance

#: The digits are this share of the window's height, from top to bottom of the glyph.
DIGITS_SHARE = 1 / 5
#: What the ring needs around two such digits, as a share of the window's height.
RING_SHARE = 0.48
_THICK = 0.04
_TURN = 360 * 16
_FAINT = 0.16


class Ring(QWidget):
    """A ring that fills in the course of a phase; it only paints what it is given.

    Args:
        plain: all of it in ink, for a ground whose colour already tells the phase.
    """

    accessible_role = "StaticText"

    def __init__(self, appearance: Appearance, *, plain: bool = False) -> None:
        super().__init__()
        self.fraction = 0.0
        self.text = ""
        self.accent = Accent.STILL
        self._appearance, self._plain = appearance, plain
        self._fitted: tuple[object, QFont] | None = None
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, fraction: float, text: str, accent: Accent) -> None:
        """Show how much of the phase is over (0..1) and the digits."""
        if text != self.text:
            is_seconds = text.isdecimal()  # more than a minute or so is written as 1:40
            said = say(Message("practice.seconds", n=int(text))) if is_seconds else text
            self.setAccessibleName(said)
        if (fraction, text, accent) != (self.fraction, self.text, self.accent):
            self.fraction, self.text, self.accent = fraction, text, accent
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size for a small window; the session sets the height."""
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the digits."""
        del event
        palette = self._appearance.palette
        whole, done, digits = self._colours(palette)
        side, thick = self._side(), self._side() * _THICK
        area = QRectF(0, 0, side - thick, side - thick)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(whole, thick))
        painter.drawEllipse(area)
        pen = QPen(done, thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self.fraction > 0:
            # From twelve o'clock, clockwise; Qt counts sixteenths of a degree the other way.
            painter.drawArc(area, 90 * 16, -round(_TURN * self.fraction))
        font = self._font()
        painter.setFont(font)
        painter.setPen(digits)
        # Centred by the glyphs: a font's line leaves more room above digits than below.
        middle = QRectF(self.rect()).center()
        metrics = QFontMetricsF(font)
        rise = metrics.tightBoundingRect("8").height() / 2
        left = middle.x() - metrics.horizontalAdvance(self.text) / 2
        painter.drawText(round(left), round(middle.y() + rise), self.text)
        painter.end()

    def _colours(self, palette: Palette) -> tuple[QColor, QColor, QColor]:
        """Return the colours of the whole ring, of what is done of it, and of the digits."""
        if self._plain:
            faint = QColor(palette.ink)
            faint.setAlphaF(_FAINT)
            return faint, palette.ink, palette.ink
        if self.accent is Accent.STILL:
            return palette.line, palette.muted, palette.muted
        return (
            palette.line,
            palette.right if self.accent is Accent.MOVE else palette.hip,
            palette.ink,
        )

    def _side(self) -> float:
        return float(min(self.width(), self.height()))

    def _font(self) -> QFont:
        """Return the digits' font: a fifth of the window, or what the ring holds."""
        # Measured by eights, so that the size does not jump from digit to digit.
        eights = "8" * max(2, len(self.text))
        key = (eights, self._side(), self.window().height(), self.font().key())
        if self._fitted is None or self._fitted[0] != key:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            wanted = self.window().height() * DIGITS_SHARE
            inner = self._side() * (0.5 - _THICK) - 4
            self._fitted = (key, _fit(font, eights, wanted, inner))
        return self._fitted[1]


def _fit(font: QFont, text: str, wanted: float, inner: float) -> QFont:
    """Return the font in the least size at which glyphs are `wanted` pixels high.

    It stays smaller where the text would leave a circle of radius `inner`, pixels.
    """
    fitted = QFont(font)
    # Glyphs are fitted to whole pixels: sizes are tried, not computed.
    for size in range(max(1, math.floor(wanted)), math.ceil(wanted * 2)):
        fitted.setPixelSize(size)
        if QFontMetricsF(fitted).tightBoundingRect("8").height() >= wanted:
            break
    while fitted.pixelSize() > 1 and _reach(fitted, text) > inner:
        fitted.setPixelSize(fitted.pixelSize() - 1)
    return fitted


def _reach(font: QFont, text: str) -> float:
    """Return how far a corner of the text is from its middle, pixels."""
    metrics = QFontMetricsF(font)
    glyph = metrics.tightBoundingRect("8").height()
    return math.hypot(metrics.horizontalAdvance(text) / 2, glyph / 2)
