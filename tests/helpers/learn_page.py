"""Learn as its tests see and use it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from app.ui.learn.page import LearnPage
from app.ui.stage.stage import Stage
from tests.helpers.pages import World, whole_learn_page


def make_page(world: World, qtbot: QtBot) -> LearnPage:
    page = whole_learn_page(world)
    qtbot.addWidget(page)
    QApplication.processEvents()
    return page


def plays(stage: Stage) -> bool:
    return stage.is_playing


def press(page: LearnPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def named(page: LearnPage, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def lesson_list(page: LearnPage) -> QListWidget:
    found = page.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def button_of(page: LearnPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)
