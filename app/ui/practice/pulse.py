"""The seconds of a session on a real timer: for a tick, or a count."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.practice.beats import Beats
from app.practice.events import Event
from app.practice.tones import LATE_S


class Pulse(QObject):
    """Tells each second of a phase; without anybody to tell, its timer does not run.

    Signals:
        beaten: a second of a phase began; its beat. One that is late is dropped.
    """

    beaten = Signal(object)

    def __init__(
        self, clock: Callable[[], float], wanted: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._wanted = clock, wanted
        self._beats = Beats()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def take(self, event: Event) -> None:
        """Follow the session."""
        self._beats.take(event)
        self._wait()

    def tick(self) -> None:
        """Tell what is due; the timer ends here."""
        now = self._clock()
        beat = self._beats.due(now)
        if beat is not None and now - beat.at <= LATE_S and self._wanted():
            self.beaten.emit(beat)
        self._wait()

    def _wait(self) -> None:
        due = self._beats.next_at
        if due is None or not self._wanted():
            self._timer.stop()
        else:
            self._timer.start(max(0, math.ceil((due - self._clock()) * 1000)))
