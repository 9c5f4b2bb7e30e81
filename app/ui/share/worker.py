"""A writer that works between the window's own events."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.picture.progress import Progress, Work
from app.ui.messages import say_all

#: How long it works before the window gets its turn, s.
_TURN_S = 0.012
#: How long it yields to what it waits for, ms.
_WAIT_MS = 4


class Worker(QObject):
    """Does one job at a time, a little in each turn of the event loop.

    Signals:
        progressed: done and total.
        finished: the file is complete.
        failed: why there is none, in one sentence.
    """

    progressed = Signal(int, int)
    finished = Signal(Path)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._file = Path()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._work is not None

    def start(self, work: Work, file: Path) -> None:
        """Start writing a file."""
        self.cancel()
        self._work, self._file = work, file
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, leaving nothing of the file."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()

    def _turn(self) -> None:
        work = self._work
        if work is None:
            return
        begin = time.perf_counter()
        progress: Progress | None = None
        try:
            while time.perf_counter() - begin < _TURN_S:
                progress = next(work)
                if progress.waiting:
                    break
        except StopIteration:
            self._work = None
            self.finished.emit(self._file)
            return
        except UserError as error:
            self._work = None
            self.failed.emit(say_all(error))
            return
        if progress is not None:
            self.progressed.emit(progress.done, progress.total)
            # A listener may have stopped it.
            if self._work is work:
                self._timer.start(_WAIT_MS if progress.waiting else 0)
