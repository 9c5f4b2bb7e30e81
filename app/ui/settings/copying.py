"""Writes copies of the records where the user wants them."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.files import write_whole
from app.messages.message import Message
from app.records.records import Records
from app.ui.messages import say, say_all


class RecordsCopier(QObject):
    """Writes copies of the records, on a thread of its own: a stick or a network may be slow.

    Signals:
        told: what came of it, in one sentence.
        busy_changed: whether one is being written.
    """

    told = Signal(str)
    busy_changed = Signal(bool)
    _done = Signal(object)

    def __init__(self, records: Records, parent: QObject) -> None:
        super().__init__(parent)
        self._records = records
        self._done.connect(self._tell)

    def save(self, file: Path) -> None:
        """Write a copy: all that was done, what is not on the disk yet included."""
        if self._records.is_file(file):
            self.told.emit(say(Message("files.copy-is-records", file=file)))
            return
        try:
            image = self._records.image()
        except UserError as error:
            self.told.emit(say_all(error))
            return
        self.busy_changed.emit(True)
        threading.Thread(target=self._write, args=(file, image), name="copy").start()

    def _write(self, file: Path, image: bytes) -> None:
        done = Message("files.copied", file=file)
        try:
            write_whole(file, image)
        except UserError as error:
            done = error.messages[0]
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._done.emit(done)

    def _tell(self, message: Message) -> None:
        self.busy_changed.emit(False)
        self.told.emit(say(message))
