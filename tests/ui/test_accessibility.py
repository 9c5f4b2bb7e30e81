from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.accessibility import button, label


def test_text_can_be_selected_and_copied(qtbot: QtBot) -> None:
    made = label("Hips back")
    qtbot.addWidget(made)
    made.show()
    before = made.grab().toImage()
    here = QPointF(1, 1)
    QApplication.sendEvent(made, QEnterEvent(here, here, here))
    assert made.grab().toImage() == before
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, pos=QPoint(4, made.height() // 2))
    assert made.selectedText() == "Hips"
    QTest.keySequence(made, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Hips"


def test_the_tab_key_passes_text_by(qtbot: QtBot) -> None:
    assert not label("Hips back").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    made = button("Begin")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Return)
