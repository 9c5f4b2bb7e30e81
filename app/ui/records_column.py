"""A column that shows records: read again whenever it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent

from app.ui.scroll_column import ScrollColumn


class RecordsColumn(ScrollColumn):
    """Emits when it has to be read.

    Signals:
        looked_at: it is about to be shown, or the user came back to its window: what was done
            may have changed, and it may be another day.
    """

    looked_at = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the records before the first paint."""
        self.looked_at.emit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for them again when the user comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.looked_at.emit()
        return super().event(event)
