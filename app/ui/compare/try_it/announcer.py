"""Tells the screen reader what has changed, once things have come to rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.accessibility import announce

#: Nothing is said during a drag: how long nothing may change before it is, ms.
STILL_MS = 700


class Announcer(QObject):
    """Says the last text it was given, and nothing twice in a row.

    Signals:
        said: the text given to the screen reader.
    """

    said = Signal(str)

    def __init__(self, speaker: QWidget) -> None:
        super().__init__(speaker)
        self._speaker = speaker
        self._waiting = self._last = ""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self._say)

    def mention(self, text: str) -> None:
        """Say this if nothing else comes for a moment."""
        self._waiting = text
        self._timer.start()

    def say(self, text: str) -> None:
        """Say this now."""
        self._timer.stop()
        self._waiting = text
        self._say()

    def _say(self) -> None:
        text, self._waiting = self._waiting, ""
        if not text or text == self._last:
            return
        self._last = text
        announce(self._speaker, text)
        self.said.emit(text)
