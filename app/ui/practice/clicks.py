"""Clicks on the figure, as opposed to dragging it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class StageClicks(QObject):
    """Watches a stage for clicks.

    Signals:
        clicked: pressed and released in one place.
    """

    clicked = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._pressed_at = QPointF()
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a click, but not of a drag."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed_at = event.position()
            elif event.type() is QEvent.Type.MouseButtonRelease:
                moved = (event.position() - self._pressed_at).manhattanLength()
                if moved < QApplication.startDragDistance():
                    self.clicked.emit()
        return super().eventFilter(watched, event)
