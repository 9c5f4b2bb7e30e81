"""Every step of every lesson in the smallest window: nothing is cut, the figure never jumps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.figure import lettering
from app.ui.learn.page import LearnPage
from app.ui.messages import in_units
from tests.helpers.pages import World, a_learn_page, a_world
from tests.lessons.test_real_lessons import ORDER, lesson_of

#: The page in a window of 960x640, px.
SMALLEST = 868, 640
#: A step with a list, which takes more lines than any other.
LIST = "Four reasons to wait"


class Metrics(QFontMetricsF):
    """Remembers every text that had to be cut."""

    cut: ClassVar[list[str]] = []

    def elidedText(  # noqa: N802
        self, text: str, mode: Qt.TextElideMode, width: float, flags: int | None = None, /
    ) -> str:
        """Cut a text, and remember it."""
        self.cut.append(text)
        return super().elidedText(text, mode, width, flags or 0)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    lettering._lettering.cache_clear()
    monkeypatch.setattr(lettering, "QFontMetricsF", Metrics)
    with a_world(qapp, tmp_path) as made:
        yield made
    lettering._lettering.cache_clear()


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    library = world.library
    page = a_learn_page(world, library.lessons, library.movements, library.exercises)
    qtbot.addWidget(page)
    page.refresh_content()
    page.resize(*SMALLEST)
    page.show()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("lesson_id", ORDER)
def test_no_text_is_cut_and_the_figure_keeps_its_size(
    page: LearnPage, world: World, lesson_id: str
) -> None:
    Metrics.cut.clear()
    heights = set()
    for number, step in enumerate(lesson_of(world.library, lesson_id).steps):
        page.open_lesson(lesson_id, number)
        for _ in range(2):  # the page asks its parts for more room, and then gets it
            QApplication.processEvents()
        page.grab()
        said = in_units(step.text, "metric")
        (text,) = (label for label in page.findChildren(QLabel) if label.text() == said)
        assert text.heightForWidth(text.width()) <= text.height(), step.title
        if step.title != LIST and page.picture is None:
            heights.add(page.stage.height())
    assert Metrics.cut == []
    assert len(heights) == 1
