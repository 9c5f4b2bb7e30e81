"""The question before a session that is under way is ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_stop(parent: QWidget, stop: str) -> bool:
    """Ask whether to stop the session; `stop` is what the button says."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Practice", "Stop the session?"))
    box.setText(QCoreApplication.translate("Practice", "A session is under way."))
    box.setInformativeText(
        QCoreApplication.translate(
            "Practice", "It is paused. If you stop it, what you have done is kept."
        )
    )
    yes = box.addButton(stop, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(
        QCoreApplication.translate("Practice", "Keep practising"),
        QMessageBox.ButtonRole.RejectRole,
    )
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    stopped = box.clickedButton() is yes
    box.deleteLater()
    return stopped
