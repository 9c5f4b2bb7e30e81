"""What a test does on the Compare page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.movement.library import MovementLibrary
from app.ui.compare.page import ComparePage
from tests.helpers.pages import World


def a_compare_page(
    world: World, qtbot: QtBot, movements: MovementLibrary | None = None
) -> ComparePage:
    """Return the page, shown as large as it is in the smallest window."""
    made = ComparePage(
        world.library.movements if movements is None else movements,
        world.library.pairs,
        world.keeper,
        world.icons,
        world.appearance,
    )
    world.appearance.dress(made)
    qtbot.addWidget(made)
    made.resize(868, 640)
    made.show()
    QApplication.processEvents()
    return made


def _named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [w for w in page.findChildren(kind) if w.accessibleName() == name]
    return found


def combo(page: QWidget, name: str = "What to compare") -> QComboBox:
    """Return a choice by its name."""
    found = _named(page, QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def slider(page: QWidget, name: str) -> QSlider:
    """Return a slider by its name."""
    found = _named(page, QSlider, name)
    assert isinstance(found, QSlider)
    return found


def press(page: QWidget, name: str) -> QPushButton:
    """Click a button and return it."""
    found = _named(page, QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()
    QApplication.processEvents()
    return found


def shown_ids(page: ComparePage) -> list[str]:
    """Return the ids of the movements on the stage."""
    return [motion.movement.id for motion in page.stage.motions]


def show_any_two(page: ComparePage, first: str, second: str) -> None:
    """Choose "any two movements", and these two from the lists."""
    versus = page.versus
    versus.choice.setCurrentIndex(versus.choice.count() - 1)
    versus._chooser().show_ids(first, second)
    versus._show_two(first, second)
