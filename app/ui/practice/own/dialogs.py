"""The dialogs: where to save an exercise, which file to import, which of two to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.ui.messages import translate
from app.ui.practice.own.actions import Clash, ExerciseDialogs


def dialogs() -> ExerciseDialogs:
    """Return what asks the user in dialogs."""
    return ExerciseDialogs(_save_to, _open_from, _clash)


def _save_to(parent: QWidget, offered: Path) -> Path | None:
    dialog = _dialog(parent, translate("Own", "Export the exercise"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("toml")
    dialog.selectFile(offered.name)
    return _chosen(dialog)


def _open_from(parent: QWidget) -> Path | None:
    dialog = _dialog(parent, translate("Own", "Import an exercise"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(translate("Own", "Exercises") + " (*.toml)")
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    try:
        files = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(files[0]) if files else None


def _clash(parent: QWidget, title: str) -> Clash:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Own", "Import an exercise"))
    text = translate("Own", "You have an exercise in the place of {title} already.")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text.format(title=title))
    box.setInformativeText(translate("Own", "Replace it, or keep both side by side?"))
    replace = box.addButton(translate("Own", "Replace"), QMessageBox.ButtonRole.DestructiveRole)
    both = box.addButton(translate("Own", "Keep both"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("Own", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(both)
    box.setEscapeButton(leave)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is replace:
        return Clash.REPLACE
    return Clash.KEEP_BOTH if clicked is both else Clash.LEAVE
