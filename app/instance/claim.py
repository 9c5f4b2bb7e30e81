"""Hold a data folder for one window; who comes second learns where that window listens."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

from app.errors import UserError
from app.files import PRIVATE_FILE, make_private_folder, read_regular_file

NAME = "instance.lock"
_LONGEST = 1024
#: Windows locks bytes, and what is locked cannot be read: so a byte far behind the address.
_LOCKED_BYTE = 1 << 20
_TRIES = 100


class HeldError(UserError):
    """Another process holds the folder."""


class Claim:
    """A folder held for this process until it ends, in whatever way.

    Nothing is held where the folder cannot be written or the disk has no locks: better two
    windows than none.

    Attributes:
        left: the address that a process left which was killed; None as a rule.
    """

    def __init__(self, folder: Path) -> None:
        """Hold a folder, which is made where there is none.

        Raises:
            HeldError: another process holds it.
        """
        self.left: str | None = None
        self._file = folder / NAME
        self._handle: int | None = None
        with contextlib.suppress(UserError):
            make_private_folder(folder)
        for _ in range(_TRIES):
            handle = _open(self._file, os.O_CREAT)
            if handle is None:
                return
            if not _lock(handle):
                os.close(handle)
                raise HeldError("files.folder-open", folder=folder)
            if _is_at(handle, self._file):
                self._handle = handle
                self.left = read_address(folder)
                return
            os.close(handle)  # the one who held it deleted it meanwhile

    def publish(self, address: str) -> None:
        """Let others know where to ask; empty where nobody listens."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, 0)
                os.lseek(self._handle, 0, os.SEEK_SET)
                os.write(self._handle, f"{address}\n".encode())

    def close(self) -> None:
        """Let go of the folder; a second time does nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        is_ours = _is_at(handle, self._file)
        if sys.platform == "win32":
            os.close(handle)  # first, and then it is only deleted where nobody has opened it
        with contextlib.suppress(OSError):
            if is_ours:
                self._file.unlink()
        if sys.platform != "win32":
            os.close(handle)


def is_held(folder: Path) -> bool:
    """Tell whether a process holds a folder; leaves no trace."""
    handle = _open(folder / NAME)
    if handle is None:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


def read_address(folder: Path) -> str | None:
    """Return where the window of a folder listens; empty: nowhere; None: it is not known yet."""
    try:
        text = read_regular_file(folder / NAME, _LONGEST).decode()
    except (OSError, UnicodeDecodeError):
        return None
    return text[:-1] if text.endswith("\n") else None


def _open(file: Path, more: int = 0) -> int | None:
    """Return a handle of a file that can be locked, if it is one."""
    flags = os.O_RDWR | more | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(file, flags, PRIVATE_FILE)
    except OSError:
        return None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None


def _lock(handle: int) -> bool:
    """Lock a file; return false where another process has done so."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Windows says the second
        return False
    except OSError:  # a disk without locks
        return True
    return True


def _is_at(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except OSError:
        return False
