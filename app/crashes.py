"""Errors and crashes of the program, kept in a small file in the data folder for a report."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app import __version__
from app.files import PRIVATE_FILE, Notice, make_private_folder
from app.messages.message import Message

#: The file of this run, and that of the last one that crashed.
NAME, LAST = "crash.log", "crash-last.log"
#: No more is written: the first of a hundred like it says enough.
MAX_BYTES = 128 * 1024


class CrashLog:
    """Writes down errors that nothing caught, and crashes of the process inside Qt.

    Attributes:
        notice: that the last run crashed, to be told once; None where it did not.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._stream: TextIO | None = None
        self._before = sys.excepthook, threading.excepthook
        self.notice: Notice | None = None
        # Nothing here may keep the program from starting.
        with contextlib.suppress(Exception):
            make_private_folder(folder)
            self.notice = _put_by(self._file)
            flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)
            handle = os.open(self._file, flags, PRIVATE_FILE)
            self._stream = os.fdopen(handle, "a", encoding="utf-8", errors="replace")
            faulthandler.enable(self._stream)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def close(self) -> None:
        """End without a crash: an empty file is deleted."""
        sys.excepthook, threading.excepthook = self._before
        if self._stream is None:
            return
        faulthandler.disable()
        with contextlib.suppress(OSError):
            self._stream.close()
            if self._file.stat().st_size == 0:
                self._file.unlink()
        self._stream = None

    def write(self, what: str) -> None:
        """Add something to the file, with the time and the versions before it."""
        if self._stream is None:
            return
        with contextlib.suppress(OSError, ValueError):
            if self._file.stat().st_size < MAX_BYTES:
                when = time.strftime("%Y-%m-%d %H:%M:%S %z")
                self._stream.write(f"--- {when}, {versions()}\n{what[:MAX_BYTES]}\n")
                self._stream.flush()

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self.write(_told(kind, error, trace))
        self._before[0](kind, error, trace)

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            trace = _told(told.exc_type, told.exc_value, told.exc_traceback)
            self.write(f"in the thread {told.thread and told.thread.name}\n{trace}")
        self._before[1](told)


def _told(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    import traceback  # like platform below, not needed by a start

    return "".join(traceback.format_exception(kind, error, trace))


def versions() -> str:
    """Return the program's version, Python's and the system's in one line."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Hip Hinge Trainer {__version__}, Python {python}, {system()}"


def system() -> str:
    """Return the system and what processor it runs on."""
    import platform

    name = platform.platform(terse=True)
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            release = platform.freedesktop_os_release()
            name = f"{release.get('PRETTY_NAME', 'Linux')} ({name})"
    return f"{name}, {platform.machine()}"


def _put_by(file: Path) -> Notice | None:
    """Keep what the last run left, instead of what an earlier one did."""
    if not file.is_file() or file.stat().st_size == 0:
        return None
    last = file.with_name(LAST)
    file.replace(last)
    return Notice(Message("files.crashed-before", file=last), last)
