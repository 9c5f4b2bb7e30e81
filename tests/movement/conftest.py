from __future__ import annotations

import pytest

from app.movement.library import MovementLibrary
from tests.helpers.content import LOCATIONS


@pytest.fixture(scope="session")
def movements() -> MovementLibrary:
    """The program's own movements."""
    return MovementLibrary(LOCATIONS.animations)
