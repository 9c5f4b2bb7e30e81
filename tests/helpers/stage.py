"""What a test does to a stage: let its time pass, press its keys, open its menus."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from app.ui.stage.stage import Stage


def tick(stage: Stage) -> None:
    """Do what the stage's timer does, whether it is due or not."""
    (timer,) = stage.findChildren(QTimer)
    timer.timeout.emit()


def is_ticking(stage: Stage) -> bool:
    """Return whether the stage's timer runs."""
    (timer,) = stage.findChildren(QTimer)
    return timer.isActive()


def write(widget: QWidget, text: str) -> None:
    """Press the keys that write a text."""
    QTest.keyClicks(widget, text)


def button(widget: QWidget, name: str) -> QPushButton:
    """Return the button whose name begins with `name`."""
    return next(b for b in widget.findChildren(QPushButton) if b.accessibleName().startswith(name))


def menu_of(widget: QWidget, name: str) -> QMenu:
    """Press a button and return the menu it opens."""
    button(widget, name).click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def describe_moment(stage: Stage) -> str:
    """Return what the stage says about its moment, one paragraph for each movement."""
    return "\n".join(f"{told.title}. {told.now}" for told in stage._describing().told())
