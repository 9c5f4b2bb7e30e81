"""Today as its tests see and press it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton

from app.ui.today.dots import Dots
from app.ui.today.page import TodayPage
from tests.helpers.pages import World, texts
from tests.helpers.person import Person


def show(page: TodayPage, world: World, width: int = 868) -> list[str]:
    world.flush()
    page.hide()
    page.resize(width, 640)
    page.load()
    page.show()
    QApplication.processEvents()
    return texts(page)


def buttons(page: TodayPage, look: str) -> list[QPushButton]:
    found = page.findChildren(QPushButton)
    return [one for one in found if one.isVisible() and one.property("look") == look]


def action(page: TodayPage) -> QPushButton:
    (button,) = buttons(page, "primary")
    return button


def press(page: TodayPage, text: str) -> None:
    (button,) = (b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == text)
    button.click()
    QApplication.processEvents()


def links(page: TodayPage) -> list[str]:
    return [one.text() for one in buttons(page, "link")]


def ticks(page: TodayPage) -> list[QCheckBox]:
    return [one for one in page.findChildren(QCheckBox) if one.isVisible()]


def dots(page: TodayPage, name: str) -> list[QAbstractButton]:
    (row,) = (one for one in page.findChildren(Dots) if one.accessibleName() == name)
    return row.findChildren(QAbstractButton)


def do_sessions(person: Person, count: int) -> None:
    """Do the first sessions on every other day, the last one two days ago."""
    person.read("first-five-minutes").answer_safety().later(days=1)
    for number in range(count):
        person.did(f"week-{number // 3 + 1}-day-{number % 3 + 1}").later(days=2)
