from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.key_places import digit_of, key_of, press_by_place, text_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT_GR = 0x80


def press(
    key: int, text: str, code: int, modifiers: Qt.KeyboardModifier = NONE, native: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, native, text)


@pytest.mark.parametrize(
    ("event", "digit"),
    [
        (press(Qt.Key.Key_1, "1", 10), 1),
        (press(Qt.Key.Key_Ampersand, "&", 10), 1),  # French
        (press(Qt.Key.Key_Ampersand, "", 10, CONTROL), 1),
        (press(Qt.Key.Key_Eacute, "é", 11), 2),
        (press(Qt.Key.Key_3, "3", 12, SHIFT), 3),
        (press(Qt.Key.Key_Exclam, "!", 10, SHIFT), None),  # American
        (press(Qt.Key.Key_BraceLeft, "{", 16, NONE, ALT_GR), None),  # German
        (press(Qt.Key.Key_7, "7", 79), 7),  # the block of digits
        (press(Qt.Key.Key_A, "a", 38), None),
    ],
)
def test_digits_are_known_on_every_keyboard(
    qtbot: QtBot, event: QKeyEvent, digit: int | None
) -> None:
    assert digit_of(event) == digit
    assert key_of(event) == (event.key() if digit is None else Qt.Key.Key_0 + digit)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (press(Qt.Key.Key_S, "s", 39), "s"),
        (press(0x042B, "ы", 39), "s"),  # Russian
        (press(0x042B, "Ы", 39, SHIFT), "s"),
        (press(0x0411, "б", 59), ","),
        (press(0x0411, "Б", 59, SHIFT), "<"),
        (press(Qt.Key.Key_Comma, ",", 61, SHIFT), ","),
        (press(0x03A3, "σ", 39), "s"),  # Greek
        (press(Qt.Key.Key_Q, "q", 38), "q"),  # French, where an American one has a
        (press(Qt.Key.Key_Odiaeresis, "ö", 47), "ö"),  # German
        (press(Qt.Key.Key_Escape, "\x1b", 9), "\x1b"),
        (press(Qt.Key.Key_F5, "", 71), ""),
    ],
)
def test_letters_that_are_not_latin_mean_what_their_place_does(
    qtbot: QtBot, event: QKeyEvent, text: str
) -> None:
    assert text_of(event) == text


@pytest.mark.parametrize(
    ("event", "pressed"),
    [
        (press(0x042F, "\x1a", 52, CONTROL), "shortcut"),  # Russian
        (press(0x0396, "", 52, CONTROL), "shortcut"),  # Greek
        (press(0x042B, "\x13", 39, CONTROL), "button"),
        (press(0x042F, "я", 52), ""),
        (press(0x042F, "я", 52, CONTROL | SHIFT), ""),
        (press(0x0427, "\x18", 53, CONTROL), ""),
        # A shortcut does that: on a German keyboard Y is there.
        (press(Qt.Key.Key_Z, "\x1a", 52, CONTROL), ""),
        (press(Qt.Key.Key_Y, "\x19", 52, CONTROL), ""),
        (press(Qt.Key.Key_F5, "", 71, CONTROL), ""),
    ],
)
def test_with_control_a_letter_that_is_not_latin_presses_what_its_place_does(
    qtbot: QtBot, event: QKeyEvent, pressed: str
) -> None:
    window, hidden, heard = QWidget(), QWidget(), list[str]()
    qtbot.addWidget(window)
    button = QPushButton("Save", window)
    button.setShortcut("Ctrl+S")
    button.clicked.connect(lambda: heard.append("button"))
    hidden.setParent(window)
    QShortcut("Ctrl+Z", hidden).activated.connect(lambda: heard.append("hidden"))
    QShortcut("Ctrl+Z", window).activated.connect(lambda: heard.append("shortcut"))
    window.show()
    hidden.hide()
    assert press_by_place(window, event) is bool(pressed)
    assert heard == ([pressed] if pressed else [])
