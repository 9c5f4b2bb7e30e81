"""The dialogs: where to save an exercise, which file to import, which of two to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.practice.own.actions import Clash, ExerciseDialogs


def dialogs(keeper: SettingsKeeper) -> ExerciseDialogs:
    """Return what asks the user in dialogs."""
    files = FileDialogs(keeper)
    kind = FileKind(translate("Own", "Exercises"), "toml")

    def save_to(parent: QWidget, name: str) -> Path | None:
        title = translate("Own", "Export the exercise")
        return files.save(parent, Purpose.EXPORT, title, name, kind)

    def open_from(parent: QWidget) -> Path | None:
        return files.open(parent, Purpose.IMPORT, translate("Own", "Import an exercise"), kind)

    return ExerciseDialogs(save_to, open_from, _clash)


def _clash(parent: QWidget, title: str) -> Clash:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Own", "Import an exercise"))
    text = translate("Own", "You already have your own version of “{title}”.")
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
