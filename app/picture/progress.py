"""Work that is done bit by bit, so that a window stays alive and anyone can stop it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple


class Progress(NamedTuple):
    """How far the work has come.

    Attributes:
        done, total: frames, or whatever it is made of.
        waiting: whether it waits for something that needs the event loop.
    """

    done: int
    total: int
    waiting: bool = False


#: A writer at work: each step takes about as long as a frame; `close()` leaves nothing behind.
Work = Generator[Progress, None, None]


def run(work: Work, keep_going: Callable[[int, int], bool] = lambda *_: True) -> bool:
    """Do all of the work; return whether it was done to its end.

    Args:
        work: what to do.
        keep_going: told (done, total) after each step; what it answers False to is stopped.
    """
    from PySide6.QtCore import QCoreApplication, QThread

    for progress in work:
        if not keep_going(progress.done, progress.total):
            work.close()
            return False
        if progress.waiting:
            QThread.msleep(2)
            QCoreApplication.processEvents()
    return True
