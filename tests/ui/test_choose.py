"""Qt's choices by their names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.choose import choose
from app.ui.learn import lesson_list


@pytest.mark.parametrize(
    ("kind", "name", "value", "expected"),
    [
        (QLabel, "textFormat", "PlainText", Qt.TextFormat.PlainText),
        (QLabel, "textFormat", "MarkdownText", Qt.TextFormat.MarkdownText),
        (QLabel, "alignment", "AlignTop", Qt.AlignmentFlag.AlignTop),
        (QPushButton, "focusPolicy", "TabFocus", Qt.FocusPolicy.TabFocus),
        (QPushButton, "focusPolicy", "NoFocus", Qt.FocusPolicy.NoFocus),
        (QPushButton, "shortcut", "Ctrl+S", QKeySequence("Ctrl+S")),
        (QWidget, "focusPolicy", "StrongFocus", Qt.FocusPolicy.StrongFocus),
        (QSlider, "orientation", "Horizontal", Qt.Orientation.Horizontal),
        (QToolButton, "toolButtonStyle", "ToolButtonTextUnderIcon",
         Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
        (QListWidget, "horizontalScrollBarPolicy", "ScrollBarAlwaysOff",
         Qt.ScrollBarPolicy.ScrollBarAlwaysOff),
    ],
)  # fmt: skip
def test_a_choice_is_made_by_its_name(
    qtbot: QtBot, kind: type[QWidget], name: str, value: str, expected: object
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    choose(widget, **{name: value})
    assert getattr(widget, name)() == expected


def test_what_is_no_widget_has_choices_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    timer, shortcut = QTimer(window), QShortcut("Left", window)
    choose(timer, timerType="PreciseTimer")
    choose(shortcut, context="WidgetWithChildrenShortcut")
    assert timer.timerType() is Qt.TimerType.PreciseTimer
    assert shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut


@pytest.mark.parametrize("choice", [{"textFormat": "Plain"}, {"texture": "PlainText"}])
def test_a_wrong_name_is_an_error(qtbot: QtBot, choice: dict[str, str]) -> None:
    made = QLabel()
    qtbot.addWidget(made)
    with pytest.raises(ValueError, match="QLabel has no"):
        choose(made, **choice)
    with pytest.raises(ValueError, match="QObject has no"):
        choose(QObject(), **choice)


def test_the_number_of_a_role_is_its_own() -> None:
    assert Qt.ItemDataRole.AccessibleTextRole == lesson_list._SPOKEN
