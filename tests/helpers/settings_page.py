"""What a test does on the Settings page, by the names a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from app.settings.model import SettingsValues
from app.settings.service import Settings
from app.ui.number_box import NumberBox
from tests.helpers.pages import World


def settle() -> None:
    """Let what is waiting happen."""
    for _ in range(3):
        QApplication.processEvents()


def named_control(page: QWidget, name: str) -> QWidget:
    """Return the control of that name that can be seen."""
    found = [w for w in page.findChildren(QWidget) if w.accessibleName() == name]
    (control,) = [w for w in found if w.isVisible()]
    return control


def combo(page: QWidget, name: str) -> QComboBox:
    """Return a choice by its name."""
    control = named_control(page, name)
    assert isinstance(control, QComboBox)
    return control


def spin(page: QWidget, name: str) -> NumberBox:
    """Return a number by its name."""
    control = named_control(page, name)
    assert isinstance(control, NumberBox)
    return control


def press(page: QWidget, name: str) -> None:
    """Click a button."""
    control = named_control(page, name)
    assert isinstance(control, QPushButton)
    control.click()


def pick(page: QWidget, name: str, value: str) -> None:
    """Choose one of a choice's values."""
    control = combo(page, name)
    index = control.findData(value)
    assert index >= 0
    control.setCurrentIndex(index)


def type_into(control: NumberBox, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Type a number and say that it is done."""
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)
    if end is not None:
        QTest.keyClick(control, end)


def saved(world: World) -> SettingsValues:
    """Return what the file has now."""
    problems: list[object] = []
    file = world.locations.settings
    values = Settings(file, file, on_problem=problems.append).values
    assert not problems
    return values
