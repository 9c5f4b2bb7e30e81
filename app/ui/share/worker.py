"""A writer at work between the window's own events."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import UserError
from app.picture.problem import PictureError
from app.picture.progress import Progress, Work
from app.ui.messages import notice_text

#: How long it works before the window has its turn again, s.
_TURN_S = 0.012
#: How long it lets what it waits for have its turn, ms.
_WAIT_MS = 4


class Worker(QObject):
    """Does one work at a time, a little in each turn of the event loop.

    Signals:
        progressed: done and total.
        finished: the file is whole.
        failed: why there is none, one sentence.
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
        if app := QCoreApplication.instance():
            # Who ends the program from outside closes no dialog.
            app.aboutToQuit.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._work is not None

    def start(self, work: Work, file: Path) -> None:
        """Begin to write a file."""
        self.cancel()
        self._work, self._file = work, file
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop; nothing of the file is left."""
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
            told = notice_text(error.notice) if isinstance(error, PictureError) else str(error)
            self.failed.emit(told)
            return
        if progress is not None:
            self.progressed.emit(progress.done, progress.total)
            # Whoever listens may have stopped it.
            if self._work is work:
                self._timer.start(_WAIT_MS if progress.waiting else 0)
