"""Know whether another instance of the program uses the same data folder."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


class FolderLock:
    """A lock on a folder: held alone while a store is examined, shared while it is used.

    It leaves no file behind and ends with the process. Where the system has no such lock it
    counts as held alone: on Windows a file in use cannot be renamed, which protects as well.

    Attributes:
        alone: whether no other instance has the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.alone = True
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
            # Waits while the other one examines the store, a few milliseconds.
            fcntl.flock(self._handle, fcntl.LOCK_SH)
            self.alone = False
        except OSError:  # a network disk without locks
            self.release()

    def share(self) -> None:
        """Let other instances in, and keep them from setting the store aside."""
        if sys.platform == "win32" or self._handle is None:
            return
        import fcntl

        self.alone = False
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def release(self) -> None:
        """Release the folder."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
