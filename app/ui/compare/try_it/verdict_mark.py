"""A tick, a cross or a dash: told apart by shape first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.figure.captions import paint_mark
from app.movement.model import Label
from app.ui.theme import Appearance

_SIZE = 20
_RADIUS = 9.0


class VerdictMark(QWidget):
    """Shows a tick for right, a cross for wrong, and a dash in a ring for not yet.

    Attributes:
        state: True, False or None.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.state: bool | None = None
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_state(self, state: bool | None) -> None:
        """Show right, wrong or not yet."""
        if state is not self.state:
            self.state = state
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the disc."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self._appearance.palette, QPointF(_SIZE / 2, _SIZE / 2)
        if self.state is None:
            painter.setPen(QPen(palette.muted, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _RADIUS - 1, _RADIUS - 1)
            painter.drawLine(middle - QPointF(3.5, 0), middle + QPointF(3.5, 0))
        else:
            paint_mark(
                painter, middle, _RADIUS, Label.RIGHT if self.state else Label.WRONG, palette
            )
        painter.end()
