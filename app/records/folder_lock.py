"""Know whether another instance of the program uses the same data folder."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from app.errors import UserError

#: How long to wait for another instance, and how soon to try again, s.
WAIT_S, _AGAIN_S = 2.0, 0.01


class FolderLock:
    """A lock on a folder: held alone while a store is examined, shared while it is used.

    It leaves no file behind and ends with the process. Where the system has no such lock it
    counts as held alone: on Windows a file in use cannot be renamed, which protects as well.

    Attributes:
        alone: whether no other instance has the folder.
        found_others: whether another instance had it already when this one came.
    """

    def __init__(self, folder: Path, wait_s: float = WAIT_S) -> None:
        """Take the lock, held alone where no other instance has it.

        Args:
            folder: the folder to lock.
            wait_s: how long another instance that examines the store is waited for, s.

        Raises:
            UserError: another program keeps the folder to itself.
        """
        self.alone, self.found_others = True, False
        self._folder, self._wait_s = folder, wait_s
        self._handle: int | None = None
        if sys.platform == "win32":
            return
        import fcntl

        with contextlib.suppress(OSError):
            self._handle = os.open(folder, os.O_RDONLY)
        if self._handle is None:
            return
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.alone, self.found_others = False, True
            self._share(self._handle)
        except OSError:  # a network disk without locks
            self.release()

    def share(self) -> None:
        """Let other instances in, and keep them from setting the store aside.

        Raises:
            UserError: another program took the folder meanwhile and keeps it.
        """
        self.alone = False
        if self._handle is not None:
            self._share(self._handle)

    def _share(self, handle: int) -> None:
        """Wait while another instance examines the store, which takes a few milliseconds."""
        if sys.platform == "win32":
            return
        import fcntl

        end = time.perf_counter() + self._wait_s
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.perf_counter() > end:
                    self.release()
                    raise UserError("files.folder-locked", folder=self._folder) from None
                time.sleep(_AGAIN_S)
            else:
                return

    def release(self) -> None:
        """Release the folder."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
