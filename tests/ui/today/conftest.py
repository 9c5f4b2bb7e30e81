"""What tests of Today share: its page and someone who lives with the course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.model import PlanSettings
from app.ui.stage.still import Still
from app.ui.today.page import TodayPage
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, a_world
from tests.helpers.person import Person

ASKED = PlanSettings(asked=True)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, plan=ASKED) as made:
        yield made


@pytest.fixture
def person(world: World) -> Person:
    return Person(world.records)


@pytest.fixture
def page(world: World, person: Person, qtbot: QtBot) -> TodayPage:
    made = TodayPage(
        world.workspace, world.keeper, world.icons, world.appearance, ManualClock(0.0),
        Still(world.locations.still), now=lambda: person.now,
    )  # fmt: skip
    qtbot.addWidget(made)
    return made
