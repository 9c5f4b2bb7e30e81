"""Where the user's own files are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from app.locations import Locations
from app.ui.accessibility import button, label
from app.ui.settings.section import Section


class DataSection(Section):
    """The paths of records and settings, and a button that opens their folder."""

    def __init__(self, locations: Locations) -> None:
        super().__init__()
        self.set_title(self.tr("Your data"))
        self._folder = locations.data
        self.add_row(self.tr("Records"), _path(locations.records), wide=True)
        self.add_row(self.tr("Settings"), _path(locations.settings), wide=True)
        open_folder = button(self.tr("Open folder"))
        self._trouble = label("", "body", wrap=True)
        self._trouble.hide()
        self.add_beside(open_folder)
        self.add_wide(self._trouble)
        self.add_note(self.tr("Everything stays on this computer; nothing is sent anywhere."))
        open_folder.clicked.connect(self._open)

    def _open(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        if not opened:
            text = self.tr("The folder could not be opened from here: {folder}")
            self._trouble.setText(text.format(folder=self._folder))
        self._trouble.setVisible(not opened)


def _path(path: Path) -> QLineEdit:
    """Return a field with a path that can be selected and copied, scrolled to its start."""
    shown = QLineEdit(str(path))
    shown.setProperty("look", "path")
    shown.setReadOnly(True)
    shown.setCursorPosition(0)
    return shown
