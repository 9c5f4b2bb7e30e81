"""Save a copy of the records where the user wants one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.files import write_whole
from app.messages.message import Message
from app.records.model import local_now
from app.records.records import Records
from app.ui.messages import say, say_all, translate

#: Asks where to save, given the window and the suggested name; None means nowhere.
AskFile = Callable[[QWidget, Path], Path | None]


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
        #: Where the last copy went, which the next is offered to go beside.
        self._folder: Path | None = None

    def offered_name(self) -> Path:
        """Return the suggested name: today's, in the last folder used or in the documents."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents))
        return folder / f"hip-hinge-records-{local_now():%Y-%m-%d}.sqlite3"

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
        if message.id == "files.copied":
            self._folder = Path(str(message.arguments["file"])).parent
        self.busy_changed.emit(False)
        self.told.emit(say(message))


def ask_file(parent: QWidget, offered: Path) -> Path | None:
    """Ask for a name; the file dialog itself asks whether to replace an existing file."""
    dialog = QFileDialog(parent, translate("Data", "Save a copy of your records"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("sqlite3")
    dialog.setNameFilter(translate("Data", "Records (*.sqlite3)"))
    dialog.setDirectory(str(offered.parent))
    dialog.selectFile(offered.name)
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
