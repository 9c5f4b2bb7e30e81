from __future__ import annotations

import pytest

from app.movement.library import MovementLibrary
from tests.helpers.motions import MOVEMENTS


@pytest.fixture(scope="session")
def movements() -> MovementLibrary:
    """The program's own movements."""
    return MOVEMENTS
