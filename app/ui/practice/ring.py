"""The ring of the phase, with the seconds in it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.practice.words import Accent
from app.ui.theme import Appearance

#: The digits are this share of the window's height, from top to bottom of the glyph.
DIGITS_SHARE = 1 / 5
#: What the ring needs around two such digits, as a share of the window's height.
RING_SHARE = 0.47
_THICK = 0.045
_TURN = 360 * 16
_PROBE = 100


class Ring(QWidget):
    """A ring that fills in the course of a phase; it only paints what it is told."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.fraction = 0.0
        self.text = ""
        self.accent = Accent.STILL
        self._appearance = appearance
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, fraction: float, text: str, accent: Accent) -> None:
        """Show how much of the phase is over (0..1) and the digits."""
        if text != self.text:
            self.setAccessibleName(self.tr("{seconds} seconds").format(seconds=text))
        if (fraction, text, accent) != (self.fraction, self.text, self.accent):
            self.fraction, self.text, self.accent = fraction, text, accent
            self.update()

    @property
    def digits_height(self) -> float:
        """How high the digits are painted, pixels."""
        return QFontMetricsF(self._font()).tightBoundingRect("8").height()

    def sizeHint(self) -> QSize:
        """Return a size for a small window; the session sets the height."""
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring and digits as they stand."""
        del event
        palette = self._appearance.palette
        colours = {
            Accent.MOVE: palette.right,
            Accent.WAIT: palette.hip,
            Accent.STILL: palette.muted,
        }
        side, thick = self._side(), self._side() * _THICK
        area = QRectF(0, 0, side - thick, side - thick)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line, thick))
        painter.drawEllipse(area)
        pen = QPen(colours[self.accent], thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self.fraction > 0:
            # From twelve o'clock, clockwise; Qt counts sixteenths of a degree the other way.
            painter.drawArc(area, 90 * 16, -round(_TURN * self.fraction))
        font = self._font()
        painter.setFont(font)
        painter.setPen(palette.muted if self.accent is Accent.STILL else palette.ink)
        # Centred by the glyphs: a font's line leaves more room above digits than below.
        middle = QRectF(self.rect()).center()
        metrics = QFontMetricsF(font)
        rise = metrics.tightBoundingRect("8").height() / 2
        left = middle.x() - metrics.horizontalAdvance(self.text) / 2
        painter.drawText(round(left), round(middle.y() + rise), self.text)
        painter.end()

    def _side(self) -> float:
        return float(min(self.width(), self.height()))

    def _font(self) -> QFont:
        """Return the digits' font: a fifth of the window, or what the ring holds."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(_PROBE)
        metrics = QFontMetricsF(font)
        glyph = metrics.tightBoundingRect("8").height()
        # Measured by eights, so that the size does not jump from digit to digit.
        width = metrics.horizontalAdvance("8" * max(2, len(self.text)))
        wanted = self.window().height() * DIGITS_SHARE / glyph
        inner = self._side() * (0.5 - _THICK) - 4
        held = inner / math.hypot(width / 2, glyph / 2)
        font.setPixelSize(max(1, math.ceil(_PROBE * min(wanted, held))))
        return font
