"""The stage as a stop of the Tab key, so that the figure's keys work and it can be read out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen

from app.figure.scene import CORNER
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_RING = 2.0
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FocusStage(Stage):
    """A stage that takes the focus and shows it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._colours = appearance
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, and the ring around it while it has the focus by key."""
        super().paintEvent(event)
        if not self._ring:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.palette.right, _RING))
        inset = _RING / 2
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, CORNER - inset, CORNER - inset)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to who moves the focus by key."""
        super().focusInEvent(event)
        self._ring = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring = False
        self.update()
