"""A question that has to be answered before anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

_Role = QMessageBox.ButtonRole


def ask(
    parent: QWidget,
    *,
    title: str,
    text: str,
    more: str,
    answers: Sequence[str],
    safe: int,
    usual: int | None = None,
    icon: QMessageBox.Icon = QMessageBox.Icon.Question,
) -> int:
    """Return the index of the answer that was chosen.

    Args:
        parent: the widget that asks.
        title: of the box.
        text, more: what is asked, and what comes of it; shown as they are written.
        answers: what the buttons say.
        safe: the answer that changes nothing: that of Escape, and where the program is ended by the
            system while the question stands.
        usual: the answer of Enter; None for the safe one.
        icon: beside the text.
    """
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    buttons = [
        box.addButton(answer, _Role.RejectRole if index == safe else _Role.AcceptRole)
        for index, answer in enumerate(answers)
    ]
    box.setEscapeButton(buttons[safe])
    box.setDefaultButton(buttons[safe if usual is None else usual])
    box.exec()
    if not isValid(box):  # it went with its window
        return safe
    clicked = box.clickedButton()
    box.deleteLater()
    return buttons.index(clicked) if clicked in buttons else safe
