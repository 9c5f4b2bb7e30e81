"""What a process holds on to: threads, files, widgets, timers and other objects of Qt."""

from __future__ import annotations

import gc
import os
import threading
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def open_files() -> list[str]:
    """Return the files this process has open, where the system tells."""
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        return []
    names = []
    for handle in folder.iterdir():
        try:
            names.append(os.readlink(handle))  # noqa: PTH115 - of the link itself
        except OSError:  # that of the listing
            continue
    return sorted(names)


def count_all() -> Counter[str]:
    """Count what is there, once everything that can go has gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()
    found = Counter(f"thread {thread.name}" for thread in threading.enumerate())
    found.update(f"file {name}" for name in open_files())
    app = QCoreApplication.instance()
    if isinstance(app, QApplication):
        found.update(f"widget {type(widget).__name__}" for widget in app.allWidgets())
        found.update(
            f"in the application {type(one).__name__}" for one in app.findChildren(QObject)
        )
        found.update(
            f"object {type(one).__name__}"
            for one in gc.get_objects()
            if isinstance(one, QObject) and isValid(one)
        )
    return found
