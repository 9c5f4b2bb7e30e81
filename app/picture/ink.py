"""Text and rules on a page, in points; the same code measures and paints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.figure.lettering import break_words, text_font
from app.figure.palette import Palette

_ENDLESS = 10_000.0


class Ink:
    """Writes on a page.

    Attributes:
        painter, palette: what it writes with.
        scale: a factor of all sizes, for pages with much on them.
        dry: whether nothing is painted, because only heights are wanted.
    """

    def __init__(
        self, painter: QPainter, palette: Palette, scale: float = 1.0, *, dry: bool = False
    ) -> None:
        self.painter, self.palette, self.scale, self.dry = painter, palette, scale, dry

    def write(
        self,
        box: QRectF,
        text: str,
        size: float,
        colour: QColor | None = None,
        *,
        bold: bool = False,
        centred: bool = False,
    ) -> float:
        """Write text in lines from the top of a box on, and return where it ends.

        The box may be lower than the text; only its width counts.
        """
        if not text:
            return box.top()
        painter = self.painter
        painter.setFont(text_font(painter.font(), size * self.scale, bold=bold))
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        how = across | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = QRectF(box.left(), box.top(), box.width(), _ENDLESS)
        text = break_words(text, QFontMetricsF(painter.font()), room.width())
        # Without a pen Qt does not even measure.
        painter.setPen(colour or self.palette.ink)
        taken = painter.boundingRect(room, how, text)
        if not self.dry:
            # In the whole width: as wide as measured, unhinted letters might break once more.
            room.setHeight(taken.height() + 1)
            painter.drawText(room, how, text)
        return taken.bottom()

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of text on one line."""
        font = text_font(self.painter.font(), size * self.scale, bold=bold)
        return QFontMetricsF(font).horizontalAdvance(text)

    def rule(self, left: float, right: float, y: float) -> None:
        """Rule a line to write on."""
        if not self.dry:
            self.painter.setPen(QPen(self.palette.muted, 0.5))
            self.painter.drawLine(QPointF(left, y), QPointF(right, y))

    def frame(self, box: QRectF, corner: float = 0.0) -> None:
        """Frame a box."""
        if not self.dry:
            self.painter.setPen(QPen(self.palette.edge if not corner else self.palette.line, 0.75))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRoundedRect(box, corner, corner)
