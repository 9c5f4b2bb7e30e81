"""A stage with its bar in a box, on a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.movement.motion import Motion
from app.ui.stage.keys import press_transport_key
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from tests.helpers.clock import ManualClock
from tests.helpers.motions import motion_of
from tests.helpers.pages import World

Moving = Callable[[str], Motion]


class Box(QWidget):
    """Hands its keys to the bar, as a page does."""

    bar: TransportBar

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        if not press_transport_key(event, self.bar.controls):
            super().keyPressEvent(event)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def moving() -> Moving:
    return motion_of


@pytest.fixture
def stage(world: World, clock: ManualClock, moving: Moving) -> Stage:
    made = Stage(world.appearance, clock)
    made.show_motions([moving("hinge")])
    return made


@pytest.fixture
def bar(world: World, stage: Stage) -> TransportBar:
    return TransportBar(stage, world.icons, world.appearance)


@pytest.fixture
def box(stage: Stage, bar: TransportBar, qtbot: QtBot) -> Box:
    made = Box()
    made.bar = bar
    column = QVBoxLayout(made)
    column.addWidget(stage, 1)
    column.addWidget(bar)
    qtbot.addWidget(made)
    made.resize(640, 560)
    made.show()
    stage.setFocus()
    QApplication.processEvents()
    return made
