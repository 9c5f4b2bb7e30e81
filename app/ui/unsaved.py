"""The question before closing while the last records could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.messages import translate
from app.ui.questions import ask


def may_lose_records(parent: QWidget) -> bool:
    """Ask whether to close though the last records could not be saved."""
    more = translate(
        "Unsaved",
        "If you close now, it will be lost. Free some disk space and close again, or save a copy "
        "somewhere else: Settings, Save a copy.",
    )
    answer = ask(
        parent,
        title="",
        text=translate("Unsaved", "Your latest progress isn't saved yet."),
        more=more,
        answers=(translate("Unsaved", "Keep open"), translate("Unsaved", "Close anyway")),
        safe=0,
        icon=QMessageBox.Icon.Warning,
    )
    return answer == 1
