"""The dialogs: where to save an exercise, which file to import, which of two to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.practice.own.actions import Clash, ExerciseDialogs
from app.ui.questions import ask


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
    text = translate("Own", "You already have your own version of “{title}”.")
    answers = {
        Clash.REPLACE: translate("Own", "Replace"),
        Clash.KEEP_BOTH: translate("Own", "Keep both"),
        Clash.LEAVE: translate("Own", "Cancel"),
    }
    clashes = list(answers)
    chosen = ask(
        parent,
        title=translate("Own", "Import an exercise"),
        text=text.format(title=title),
        more=translate("Own", "Replace it, or keep both?"),
        answers=list(answers.values()),
        safe=clashes.index(Clash.LEAVE),
        usual=clashes.index(Clash.KEEP_BOTH),
    )
    return clashes[chosen]
