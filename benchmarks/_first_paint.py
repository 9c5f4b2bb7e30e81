"""Print when a widget was first painted, and quit."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Watches one widget and prints the monotonic time (ns) after its first paint event."""

    def __init__(self, widget: QWidget, *, then_quit: bool = True) -> None:
        super().__init__(widget)
        self._then_quit = then_quit
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The event is about to be handled; the timer fires when the whole window was painted.
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        print(time.monotonic_ns(), flush=True)
        if self._then_quit:
            QCoreApplication.quit()
