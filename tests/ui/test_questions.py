"""Questions that have to be answered before anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.questions import ask

UI = Path(__file__).resolve().parents[2] / "app" / "ui"


def asked(parent: QWidget) -> int:
    return ask(parent, title="Leave?", text="<b>?", more="", answers=("Go", "Stay"), safe=1)


def box_of(parent: QWidget) -> QMessageBox:
    (box,) = parent.findChildren(QMessageBox)
    return box


@pytest.mark.parametrize(("answer", "chosen"), [("Go", 0), ("Stay", 1), ("", 1)])
def test_the_answer_is_returned_and_escape_is_the_safe_one(
    qtbot: QtBot, answer: str, chosen: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def press() -> None:
        box = box_of(parent)
        pressed = [one for one in box.buttons() if one.text() == answer]
        pressed[0].click() if pressed else box.reject()

    QTimer.singleShot(0, parent, press)
    assert asked(parent) == chosen


def test_a_question_that_goes_with_its_window_changes_nothing(qtbot: QtBot) -> None:
    parent = QWidget()

    def take_away() -> None:
        box_of(parent).done(0)
        parent.deleteLater()
        QApplication.sendPostedEvents(parent)

    QTimer.singleShot(0, parent, take_away)
    assert asked(parent) == 1


def test_every_dialog_says_what_enter_does_away_from_its_buttons() -> None:
    silent = [
        file.name
        for file in UI.rglob("*.py")
        if "Dialog(QDialog):" in (source := file.read_text(encoding="utf-8"))
        and ".setDefault(True)" not in source
    ]
    assert silent == [], "Qt would press the first button it finds"


def test_nobody_asks_and_waits_in_another_way() -> None:
    others = [
        file.name
        for file in UI.rglob("*.py")
        if "QMessageBox(" in (source := file.read_text(encoding="utf-8")) and "box.exec(" in source
    ]
    assert others == ["questions.py"]
