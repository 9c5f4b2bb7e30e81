"""Where the user's own files are, and a copy of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.locations import Locations
from app.records.model import local_now
from app.records.records import Records
from app.ui.accessibility import announce, button, label
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.layouts import STRETCH, arrange
from app.ui.section import Section
from app.ui.settings.copying import RecordsCopier


class DataSection(Section):
    """The paths of records and settings, a button for their folder and one for a copy."""

    def __init__(self, locations: Locations, records: Records, files: FileDialogs) -> None:
        super().__init__()
        self.set_title(self.tr("Your data"))
        self._folder, self._files = locations.data, files
        self._copier = RecordsCopier(records, self)
        self.add_row(self.tr("Records"), _path(locations.records), wide=True)
        self.add_row(self.tr("Settings"), _path(locations.settings), wide=True)
        open_folder, self._save = button(self.tr("Open folder")), button(self.tr("Save a copy…"))
        self._told = label("", "body", wrap=True)
        self._told.hide()
        both = QWidget()
        arrange(QHBoxLayout(both), open_folder, self._save, STRETCH, spacing=8, margins=0)
        self.add_beside(both)
        self.add_wide(self._told)
        self.add_note(
            self.tr(
                "Everything stays on this computer; nothing is sent anywhere. A copy contains "
                "everything you have done: your sessions, lessons and answers."
            )
        )
        open_folder.clicked.connect(self._open)
        self._save.clicked.connect(self._save_copy)
        self._copier.busy_changed.connect(self._save.setDisabled)
        self._copier.told.connect(self._tell)

    def _open(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        text = self.tr("The folder could not be opened: {folder}")
        self._tell("" if opened else text.format(folder=self._folder))

    def _save_copy(self) -> None:
        title, kind = (
            self.tr("Save a copy of your records"),
            FileKind(self.tr("Records"), "sqlite3"),
        )
        name = f"hip-hinge-records-{local_now():%Y-%m-%d}.{kind.ending}"
        file = self._files.save(self.window(), Purpose.COPY, title, name, kind)
        if file is not None:
            self._copier.save(file)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        announce(self, text)


def _path(path: Path) -> QLineEdit:
    """Return a field with a path that can be selected and copied, scrolled to its start."""
    shown = QLineEdit(str(path))
    shown.setProperty("look", "path")
    shown.setReadOnly(True)
    shown.setCursorPosition(0)
    return shown
