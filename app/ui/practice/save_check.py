"""Whether what was done is on the disk, asked again until it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

#: How long the window waits for the disk at a time, and between two tries, s.
_WAIT_S = 0.25
_AGAIN_S = 5.0


class SaveCheck(QObject):
    """Looks while somebody is shown the answer.

    Signals:
        checked: whether everything is on the disk.
    """

    checked = Signal(bool)

    def __init__(self, flush: Callable[[float], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._flush = flush
        self._is_saved = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look after the next paint: the disk must not hold the picture up."""
        self._is_saved = False
        self._timer.start(0)

    def set_watched(self, watched: bool) -> None:
        """Look only while somebody sees the answer."""
        if not watched:
            self._timer.stop()
        elif not self._is_saved:
            self._timer.start(0)

    def _look(self) -> None:
        self._is_saved = self._flush(_WAIT_S)
        if not self._is_saved:
            self._timer.start(round(_AGAIN_S * 1000))
        self.checked.emit(self._is_saved)
