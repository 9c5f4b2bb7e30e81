"""A card of settings about something that takes a while to open."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

from app.ui.settings.section import Section


class DeviceSection(Section):
    """Opens what it is about once it was painted, so that the page does not wait for it.

    It lets go of it when it is hidden.
    """

    def __init__(self) -> None:
        super().__init__()
        self._opening = False

    def showEvent(self, event: QShowEvent) -> None:
        """Look for it once this has been painted."""
        super().showEvent(event)
        self._open_after_paint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; whoever sees this wants to know about it."""
        super().paintEvent(event)
        if self._opening:
            self._opening = False
            QTimer.singleShot(0, self, self._open)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave it to others."""
        super().hideEvent(event)
        self._opening = False
        self._let_go()

    def _open_after_paint(self) -> None:
        self._opening = self._is_wanted()
        self.update()

    def _is_wanted(self) -> bool:
        """Return whether the user wants it."""
        raise NotImplementedError

    def _open(self) -> None:
        """Open it, and tell what came of that."""
        raise NotImplementedError

    def _let_go(self) -> None:
        """Close it, or be silent."""
        raise NotImplementedError
