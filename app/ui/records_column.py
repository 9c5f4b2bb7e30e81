"""A column that shows records, and follows them while it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent

from app.records.records import Records
from app.ui.records_bridge import RecordsBridge
from app.ui.scroll_column import ScrollColumn


class RecordsColumn(ScrollColumn):
    """Reads the records when it comes into view and when they change in view."""

    def __init__(self, records: Records) -> None:
        super().__init__("")
        self._records = records
        RecordsBridge(records, self).changed.connect(self._follow)

    def refresh(self) -> None:
        """Read what was done and show it."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Read before the first picture: it may be another day, or there are other exercises."""
        self.refresh()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Read when the user comes back to the window: it may be another day."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.refresh()
        return super().event(event)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
