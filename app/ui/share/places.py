"""The suggested name, and the dialog that asks where to save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.picture.kind import Kind
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.share.choice import ShareChoice, ShareFormat
from app.ui.share.subject import Subject

#: Asks where to save, given the window, the suggested name and the kind; None means nowhere.
AskFile = Callable[[QWidget, str, Kind], Path | None]


def offered_name(subject: Subject, choice: ShareChoice) -> str:
    """Return the suggested name."""
    form = choice.form
    name = "-and-".join(motion.movement.id for motion in subject.motions)
    if subject.sheet is not None:
        name = subject.sheet.picture.id
    elif form is ShareFormat.PAGE:
        name = f"week-{choice.week}" if choice.week else choice.exercise or name
    if form is ShareFormat.POSES:
        name += "-key-poses"
    return f"{name}.{form.kind.value}"


def file_dialog(keeper: SettingsKeeper) -> AskFile:
    """Return what asks in a dialog."""

    def ask(parent: QWidget, name: str, kind: Kind) -> Path | None:
        what = FileKind(kind.value.upper(), kind.value)
        title = translate("Share", "Save")
        return FileDialogs(keeper).save(parent, Purpose.PICTURE, title, name, what)

    return ask
