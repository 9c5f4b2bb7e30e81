"""The Progress page as a user finds it: cards of days, buttons by name, forms."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QWidget,
)

from app.records.model import (
    SessionRecord,
)
from app.ui.progress.day_card import DayCard
from app.ui.progress.edit_dialog import EditDialog
from app.ui.progress.page import ProgressPage
from app.ui.undo_bar import UndoBar
from tests.helpers.pages import World, texts
from tests.helpers.records import a_set


def practise(world: World, run: str, exercise: str, sets: int, at: datetime) -> None:
    session = f"{run}-{exercise}"
    world.records.put(SessionRecord(session, exercise, sets, at, run))
    for number in range(1, sets + 1):
        done = a_set(number, session_id=session, exercise=exercise, at=at)
        if exercise == "leg-stand":
            done = replace(done, reps_done=0, reps_planned=None)
        start = at + timedelta(minutes=2 * number - 2)
        ends = start + timedelta(seconds=50)
        world.records.put(replace(done, started_at=start, ended_at=ends, sets=sets))


def cards(page: ProgressPage) -> list[DayCard]:
    return [card for card in page.findChildren(DayCard) if card.isVisible()]


def names(widget: QWidget) -> list[str]:
    return [one.accessibleName() for one in widget.findChildren(QPushButton) if one.isVisible()]


def press(widget: QWidget, name: str) -> None:
    """Click a button by its accessible name."""
    [found] = [
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName() == name
    ]
    found.setFocus()
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def focused(page: QWidget) -> str:
    return page.window().focusWidget().accessibleName()


def open_day(page: ProgressPage, number: int = 0) -> DayCard:
    card = cards(page)[number]
    [name] = [one for one in names(card) if one.startswith("Show sets: ")]
    press(card, name)
    return card


def bar(page: ProgressPage) -> list[str]:
    [found] = page.findChildren(UndoBar)
    return texts(found) if found.isVisible() else []


def dialog(page: ProgressPage) -> EditDialog:
    [found] = [one for one in page.window().findChildren(EditDialog) if one.isVisible()]
    return found


def box_of(form: QDialog, kind: type[Any], name: str) -> Any:
    [found] = [one for one in form.findChildren(kind) if one.accessibleName() == name]
    return found


def undo(page: ProgressPage) -> None:
    page.activateWindow()  # after a form
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def delete(page: ProgressPage) -> None:
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Delete)
    QApplication.processEvents()


def sorted_cards(page: ProgressPage) -> list[DayCard]:
    return sorted(cards(page), key=lambda card: card.mapTo(page, card.rect().topLeft()).y())
