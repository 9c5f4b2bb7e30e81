"""What needs a real X server: the tests here run with `pytest -m real_window`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, missing, open_desktop

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and say where they cannot be run."""
    lacking = missing()
    reason = f"without {', '.join(lacking)} there is no screen to open a window on"
    for item in items:
        if item.path.parent == FOLDER:
            item.add_marker(pytest.mark.real_window)
            if lacking:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screens]:
    """Return what starts a screen of a width and a height in pixels."""
    with ExitStack() as opened:
        yield lambda width, height: opened.enter_context(open_desktop(tmp_path, width, height))
