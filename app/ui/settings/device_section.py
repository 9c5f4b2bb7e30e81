"""A card of settings about a device that takes a while to open."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

from app.ui.section import Section


class DeviceSection(Section):
    """Opens its device once it has been painted, so that the page does not wait for it.

    It closes the device when it is hidden.
    """

    def __init__(self) -> None:
        super().__init__()
        self._opening = False

    def showEvent(self, event: QShowEvent) -> None:
        """Have the device opened once this has been painted."""
        super().showEvent(event)
        self._open_after_paint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then open the device."""
        super().paintEvent(event)
        if self._opening:
            self._opening = False
            QTimer.singleShot(0, self, self._open)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the device, so that others can use it."""
        super().hideEvent(event)
        self._opening = False
        self._let_go()

    def _open_after_paint(self) -> None:
        self._opening = self._is_wanted()
        self.update()

    def _is_wanted(self) -> bool:
        """Return whether the user wants the device."""
        raise NotImplementedError

    def _open(self) -> None:
        """Open the device, and say whether that worked."""
        raise NotImplementedError

    def _let_go(self) -> None:
        """Close the device, or make it silent."""
        raise NotImplementedError
