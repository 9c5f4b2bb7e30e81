from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.movement.library import MovementLibrary
from tests.helpers.motions import MOVEMENTS


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text can only be painted with an application; warnings from Qt fail."""


@pytest.fixture(scope="session")
def movements() -> MovementLibrary:
    return MOVEMENTS
