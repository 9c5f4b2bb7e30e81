"""Every step of every lesson in the smallest window: nothing is cut, the figure never jumps."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.learn.page import LearnPage
from app.ui.messages import in_units
from tests.helpers.cut import watch_cuts
from tests.helpers.pages import World, whole_learn_page
from tests.lessons.test_real_lessons import ORDER, lesson_of

#: The page in a window of 960x640, px.
SMALLEST = 868, 640
#: A step with a list, which takes more lines than any other.
LISTS = {"Reasons to wait", "Signs to have looked at"}


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    page = whole_learn_page(world)
    qtbot.addWidget(page)
    QApplication.processEvents()
    return page


def test_the_steps_with_lists_are_there(world: World) -> None:
    assert {step.title for one in world.library.lessons for step in one.steps} >= LISTS


@pytest.mark.parametrize("lesson_id", ORDER)
def test_no_text_is_cut_and_the_figure_keeps_its_size(
    page: LearnPage, world: World, lesson_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = watch_cuts(monkeypatch)
    heights = set()
    for number, step in enumerate(lesson_of(world.library, lesson_id).steps):
        page.open_lesson(lesson_id, number)
        for _ in range(2):  # the page asks its parts for more room, and then gets it
            QApplication.processEvents()
        page.grab()
        said = in_units(step.text, "metric")
        (text,) = (label for label in page.findChildren(QLabel) if label.text() == said)
        assert text.heightForWidth(text.width()) <= text.height(), step.title
        if step.title not in LISTS and page.picture is None:
            heights.add(page.stage.height())
    assert cut == []
    assert len(heights) == 1
