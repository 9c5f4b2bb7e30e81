"""Try it yourself on a page of its own, and what a user does there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QSlider,
)
from pytestqt.qtbot import QtBot

from app.movement.dragging import Handle
from app.movement.free_body import FreePose
from app.ui.compare.try_it.checks_card import ChecksCard
from app.ui.compare.try_it.goal_card import GoalCard
from app.ui.compare.try_it.verdict_mark import VerdictMark
from app.ui.compare.try_it.view import TryItView
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, a_world

#: The room the Compare page has for it in the smallest window.
SMALLEST = (836, 566)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, reduce_motion="off", units="metric") as made:
        yield made


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def view(world: World, clock: ManualClock, qtbot: QtBot) -> TryItView:
    made = TryItView(world.library.movements, world.keeper, world.icons, world.appearance, clock)
    qtbot.addWidget(made)
    made.resize(*SMALLEST)
    made.show()
    QApplication.processEvents()
    return made


def put(view: TryItView, pose: FreePose) -> None:
    """Put the body somewhere, as if by hand."""
    view.tryout.move(*pose)
    view.figure.moved.emit()
    view.figure.refresh()


def press(view: TryItView, handle: Handle) -> QPoint:
    """Take hold of a handle; return where the mouse is."""
    at = view.figure.handles.places[handle].toPoint()
    QTest.mousePress(view.figure, Qt.MouseButton.LeftButton, pos=at)
    return at


def move(view: TryItView, at: QPoint) -> None:
    # QTest moves the mouse without its button.
    left = Qt.MouseButton.LeftButton
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.figure.mapToGlobal(place), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.figure, event)


def drag(view: TryItView, handle: Handle, right: int, down: int) -> None:
    at = press(view, handle)
    for part in (1, 2, 3):
        move(view, at + QPoint(right, down) * part / 3)
    QTest.mouseRelease(view.figure, Qt.MouseButton.LeftButton, pos=at + QPoint(right, down))


def slider(view: TryItView, name: str) -> QSlider:
    return next(one for one in view.findChildren(QSlider) if one.accessibleName() == name)


def button(view: TryItView, name: str) -> QAbstractButton:
    found = [one for one in view.findChildren(QAbstractButton) if one.text() == name]
    assert len(found) == 1, name
    return found[0]


def marks(card: ChecksCard | GoalCard) -> list[bool | None]:
    return [mark.state for mark in card.findChildren(VerdictMark) if mark.isVisible()]


def checks(view: TryItView) -> ChecksCard:
    return view.findChildren(ChecksCard)[0]


def goal(view: TryItView) -> GoalCard:
    return view.findChildren(GoalCard)[0]


def let_time_pass(view: TryItView, clock: ManualClock, seconds: float) -> None:
    """Let time pass, and every timer that is due with it."""
    clock.wait(seconds)
    for timer in view.findChildren(QTimer):
        if timer.isActive():
            timer.timeout.emit()
