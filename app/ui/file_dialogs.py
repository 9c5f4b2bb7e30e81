"""Asks for files: every dialog opens in the folder that was last used for the same purpose."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.keeper import SettingsKeeper

_Place = QStandardPaths.StandardLocation


class Purpose(StrEnum):
    """What files are asked for, by the setting that keeps its folder."""

    PICTURE = "picture_folder"
    EXPORT = "export_folder"
    IMPORT = "import_folder"
    COPY = "copy_folder"
    CALENDAR = "calendar_folder"


class FileKind(NamedTuple):
    """A kind of file: its name for the user, and its ending without the dot."""

    name: str
    ending: str


class FileDialogs:
    """The dialogs for files, in the folders that the settings remember."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper

    def save(
        self, parent: QWidget, purpose: Purpose, title: str, name: str, kind: FileKind
    ) -> Path | None:
        """Ask where to save; the dialog itself asks whether to replace a file.

        Args:
            parent: the window.
            purpose: whose folder it opens in.
            title: of the dialog.
            name: the file's name that is offered.
            kind: of the file.

        Returns:
            The file; None for none.
        """
        dialog = self._dialog(parent, purpose, title, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(kind.ending)
        dialog.selectFile(name)
        return self._chosen(dialog, purpose)

    def open(self, parent: QWidget, purpose: Purpose, title: str, kind: FileKind) -> Path | None:
        """Ask for a file that there is; None for none."""
        dialog = self._dialog(parent, purpose, title, kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._chosen(dialog, purpose)

    def folder(self, purpose: Purpose) -> Path:
        """Return the folder last used for a purpose, or a usual one where it is gone."""
        usual = _Place.PicturesLocation if purpose is Purpose.PICTURE else _Place.DocumentsLocation
        kept = getattr(self._keeper.machine, purpose)
        for folder in (kept, QStandardPaths.writableLocation(usual)):
            try:
                if folder and Path(folder).is_dir():
                    return Path(folder)
            except OSError:  # on a drive that does not answer
                continue
        return Path.home()

    def _dialog(self, parent: QWidget, purpose: Purpose, title: str, kind: FileKind) -> QFileDialog:
        dialog = QFileDialog(parent, title)
        dialog.setNameFilter(f"{kind.name} (*.{kind.ending})")
        dialog.setDirectory(str(self.folder(purpose)))
        return dialog

    def _chosen(self, dialog: QFileDialog, purpose: Purpose) -> Path | None:
        try:
            files = dialog.selectedFiles() if dialog.exec() else []
        finally:
            dialog.deleteLater()
        if not files:
            return None
        file = Path(files[0])
        if str(file.parent).isprintable():  # others do not fit into the settings' file
            self._keeper.change(**{purpose.value: str(file.parent)})
        return file
