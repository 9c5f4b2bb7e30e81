"""End the program properly when the terminal or the system asks for it."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

#: Ctrl+C, logging out or `kill`, and a terminal that is closed, where the system has them.
_ENDING = tuple(
    signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Interruptions(QObject):
    """Hears the signals that ask a program to end.

    Python runs its handlers between its own instructions, and an idle window runs none: so the
    signal also comes through a pipe that Qt watches. Only the first is heard; a second one
    ends the program at once. What is ignored already (`nohup`) stays ignored.

    Signals:
        heard: the number of the signal.
    """

    heard = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = int(signal.SIGTERM)
        reader, writer = _open_pipe()
        self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._pass_on)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._take)

    def _take(self, number: int, frame: FrameType | None) -> None:
        del frame
        self._number = number
        signal.signal(number, signal.SIG_DFL)

    def _pass_on(self) -> None:
        self._notifier.setEnabled(False)
        self.heard.emit(self._number)


def _open_pipe() -> tuple[int, int]:
    """Return where to read and where to write; on Windows Qt can only watch sockets."""
    if sys.platform == "win32":
        import socket

        ends = socket.socketpair()
        for end in ends:
            end.setblocking(False)
        return ends[0].detach(), ends[1].detach()
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    return reader, writer
