from __future__ import annotations

from pathlib import Path

import pytest

from app.lessons.library import LessonLibrary
from app.library import Library, read_library
from app.movement.library import MovementLibrary
from tests.helpers.content import LOCATIONS, Writer
from tests.helpers.motions import MOVEMENTS

EXERCISES = ("slow-motion", "wall-touches")


@pytest.fixture(scope="session")
def library() -> Library:
    """The program's own content."""
    return read_library(LOCATIONS)


@pytest.fixture(scope="session")
def movements() -> MovementLibrary:
    return MOVEMENTS


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    """Write a lesson as `01-bow.md`."""

    def write(text: str) -> Path:
        file = tmp_path / "01-bow.md"
        file.write_text(text, encoding="utf-8", newline="")
        return file

    return write


@pytest.fixture
def lessons_of(movements: MovementLibrary) -> type[LessonLibrary]:
    """A library over files, with the program's movements and exercises, read to its end."""

    class Read(LessonLibrary):
        def __init__(self, *files: Path) -> None:
            super().__init__(files, movements)
            self.read_all(EXERCISES)

    return Read
