"""A window that closing can leave in the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class TrayWindow(QMainWindow):
    """Closes for good, or only hides where it is to stay in the tray.

    Attributes:
        stays: tells whether closing only hides it.
        in_tray: whether it is hidden there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stays: Callable[[], bool] = lambda: False
        self.in_tray = self._ends = False

    def may_close(self) -> bool:
        """Get ready to close, and return whether it may; one that could lose something asks."""
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close where that is allowed, or hide in the tray."""
        if not self.may_close():
            event.ignore()
        elif not self._ends and self.stays():
            self.hide_in_tray()
            event.ignore()
        else:
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be out of the tray; from now on the program ends with the window."""
        super().showEvent(event)
        if self.in_tray:
            self.in_tray = False
            QApplication.setQuitOnLastWindowClosed(True)

    def hide_in_tray(self) -> None:
        """Leave the screen, not the program."""
        self.in_tray = True
        QApplication.setQuitOnLastWindowClosed(False)
        self.hide()

    def let_close(self) -> None:
        """Close for good the next time."""
        self._ends = True

    def close_for_good(self) -> bool:
        """Close, and be in no tray; return whether the user let it."""
        self._ends = True
        self._ends = self.close()
        return self._ends

    def quit(self) -> None:
        """Close for good, and end the program where its window was in the tray."""
        was_hidden = self.in_tray
        if self.close_for_good() and was_hidden:
            QApplication.exit()
