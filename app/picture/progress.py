"""Work done bit by bit, so that a window stays responsive and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple


class Progress(NamedTuple):
    """How far the work has come.

    Attributes:
        done, total: frames, or whatever the work consists of.
        waiting: whether it is waiting for something that needs the event loop.
    """

    done: int
    total: int
    waiting: bool = False


#: A writer at work: each step takes about as long as a frame; `close()` leaves nothing behind.
Work = Generator[Progress, None, None]


def run(work: Work, keep_going: Callable[[int, int], bool] = lambda *_: True) -> bool:
    """Do all of the work; return whether it was completed.

    Args:
        work: the work to do.
        keep_going: called with (done, total) after each step; the work stops when it returns False.
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
