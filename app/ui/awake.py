"""The screen stays on while a session runs, and only then."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.practice.transitions import State
from app.ui.wake_lock import WakeLock, WakeProblem

#: How long a paused session keeps the screen on, ms: the user may have left.
PAUSED_MS = 10 * 60 * 1000
#: How long `close` waits for the desktop to answer, s.
_END_S = 2.0


class ScreenAwake(QObject):
    """Keeps the screen on through a `WakeLock`, on its own thread: a desktop may be slow to answer.

    Attributes:
        wanted: whether the screen is to stay on now.
        is_known: whether it was ever tried.
        problem: why it cannot be kept on; None where it can, or was not tried.

    Signals:
        changed: it was tried: `is_known` and `problem` say what came of it.
    """

    changed = Signal()
    _tried = Signal(object)

    def __init__(self, lock: WakeLock) -> None:
        super().__init__()
        self.wanted = False
        self.is_known = False
        self.problem: WakeProblem | None = None
        self._lock = lock
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._paused = QTimer(self)
        self._paused.setSingleShot(True)
        self._paused.setInterval(PAUSED_MS)
        self._paused.timeout.connect(lambda: self._want(False))
        self._tried.connect(self._take)

    def follow(self, state: State) -> None:
        """Keep the screen on in a session that is in this state, or let it turn off."""
        if state is State.PAUSED:
            if self.wanted and not self._paused.isActive():
                self._paused.start()
            return
        self._paused.stop()
        self._want(state in (State.RUNNING, State.AWAITING, State.RESUMING))

    def check(self) -> None:
        """Find out whether the screen can be kept on, by doing so for a moment."""
        if not self.is_known and not self.wanted:
            self._call(self._hold)
            self._call(self._lock.release)

    def close(self) -> None:
        """Let the screen turn off again and end the thread."""
        self._paused.stop()
        self._want(False)
        if self._thread is not None:
            self._calls.put(None)
            self._thread.join(_END_S)
            self._thread = None

    def _want(self, wanted: bool) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._call(self._hold if wanted else self._lock.release)

    def _hold(self) -> None:
        self._tried.emit(self._lock.hold())

    def _take(self, problem: WakeProblem | None) -> None:
        self.is_known, self.problem = True, problem
        self.changed.emit()

    def _call(self, call: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="screen-awake", daemon=True)
            self._thread.start()
        self._calls.put(call)

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
