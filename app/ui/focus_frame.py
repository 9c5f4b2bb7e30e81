"""A painted widget that shows keyboard users that it has the focus."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.figure.palette import Palette


class FocusFramed(QWidget):
    """Knows whether it shows the focus; subclasses call `paint_focus` last."""

    accessible_role = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self._painted = self._focus_shown = False

    def paint_focus(self, painter: QPainter, area: QRectF, palette: Palette) -> None:
        """Paint the frame around an area, where the focus came by keyboard."""
        self._painted = True
        if self._focus_shown:
            from app.figure.backdrop import CORNER

            painter.setPen(QPen(palette.right, 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER, CORNER)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a frame where the focus came by keyboard."""
        super().focusInEvent(event)
        if self._painted:  # what is not seen yet has the focus by itself
            reasons = QtCore.Qt.FocusReason
            keyboard = reasons.TabFocusReason, reasons.BacktabFocusReason
            self._focus_shown = event.reason() in keyboard
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the frame."""
        super().focusOutEvent(event)
        self._focus_shown = False
        self.update()
