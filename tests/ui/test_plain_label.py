from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.accessibility import label

WORD = "Wirbelsäulenaufrichtungsübung"
BREAK = "\N{ZERO WIDTH SPACE}"


def shown(qtbot: QtBot, text: str, width: int, *, wrap: bool = True) -> QLabel:
    made = label(text, wrap=wrap)
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    QApplication.processEvents()
    return made


def lines(made: QLabel) -> int:
    return round(made.heightForWidth(made.width()) / made.fontMetrics().lineSpacing())


def test_a_word_wider_than_its_label_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    made = shown(qtbot, f"A {WORD} a day", 120)
    assert made.minimumSizeHint().width() < 120
    # What is painted breaks where it is measured to.
    painted = QLabel.text(made)
    assert painted == f"A {BREAK.join(WORD)} a day"
    room = made.fontMetrics().boundingRect(
        QRect(0, 0, made.width(), 999), Qt.TextFlag.TextWordWrap.value, painted
    )
    assert room.width() <= made.width()
    assert lines(made) > 1
    assert made.text() == made.accessibleName() == f"A {WORD} a day"


def test_with_room_for_it_a_word_stays_whole(qtbot: QtBot) -> None:
    made = shown(qtbot, WORD, 120)
    made.resize(400, 300)
    QApplication.processEvents()
    assert QLabel.text(made) == WORD
    assert lines(made) == 1
    font = QFont(made.font())
    font.setPointSize(40)
    made.setFont(font)
    assert BREAK in QLabel.text(made)


@pytest.mark.parametrize("text", ["", "Short words only, many of them", "one\ntwo"])
def test_other_texts_are_left_alone(qtbot: QtBot, text: str) -> None:
    made = shown(qtbot, text, 120)
    assert QLabel.text(made) == text
    assert made.accessibleName() == ""


def test_a_name_given_for_screen_readers_stays(qtbot: QtBot) -> None:
    made = shown(qtbot, "Short", 120)
    made.setAccessibleName("Spoken")
    made.setText("Shorter")
    assert made.accessibleName() == "Spoken"
    made.setText(WORD)
    made.setText("Short")
    assert made.accessibleName() == ""


def test_what_does_not_wrap_is_not_broken(qtbot: QtBot) -> None:
    assert QLabel.text(shown(qtbot, WORD, 120, wrap=False)) == WORD
