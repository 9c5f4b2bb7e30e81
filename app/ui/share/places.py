"""Where a picture goes: a sensible name in the user's Pictures, which the user can change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.picture.kind import Kind
from app.ui.messages import translate
from app.ui.share.choice import ShareFormat
from app.ui.share.subject import Subject

#: Asks where to save, given the window, the suggested name and the kind; None means nowhere.
AskFile = Callable[[QWidget, Path, Kind], Path | None]


def offered_name(subject: Subject, form: ShareFormat, folder: Path | None) -> Path:
    """Return the suggested name, in the last folder used or, if None, in the user's pictures."""
    name = "-and-".join(motion.movement.id for motion in subject.motions)
    if subject.sheet is not None:
        name = subject.sheet.picture.id
    if form is ShareFormat.POSES:
        name += "-key-poses"
    return (folder or _pictures()) / f"{name}.{form.kind.value}"


def ask_file(parent: QWidget, offered: Path, kind: Kind) -> Path | None:
    """Ask for a name; the file dialog itself asks whether to replace an existing file."""
    dialog = QFileDialog(parent, translate("Share", "Save"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(kind.value)
    dialog.setNameFilter(f"{kind.value.upper()} (*.{kind.value})")
    dialog.setDirectory(str(offered.parent))
    dialog.selectFile(offered.name)
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _pictures() -> Path:
    for place in (
        QStandardPaths.StandardLocation.PicturesLocation,
        QStandardPaths.StandardLocation.HomeLocation,
    ):
        folder = Path(QStandardPaths.writableLocation(place))
        if folder.is_dir():
            return folder
    return Path.home()
