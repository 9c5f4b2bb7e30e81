from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.lessons.library import LessonLibrary
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.ui.learn.page import LearnPage
from app.ui.stage.stage import Stage
from tests.helpers.pages import World, a_learn_page, texts


@pytest.fixture
def movements(world: World, tmp_path: Path) -> MovementLibrary:
    """All movements, the hinge's file broken."""
    for file in world.locations.animations.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        broken = text.replace("seconds", "second") if file.stem == "hinge" else text
        (tmp_path / file.name).write_text(broken, encoding="utf-8")
    return MovementLibrary(tmp_path)


def make_page(
    world: World, qtbot: QtBot, movements: MovementLibrary, exercises: Mapping[str, Exercise]
) -> LearnPage:
    files = sorted(world.locations.lessons().glob("*.md"))
    page = a_learn_page(world, LessonLibrary(files, movements), movements, exercises)
    qtbot.addWidget(page)
    page.refresh_content()
    page.show()
    QApplication.processEvents()
    return page


def test_a_lesson_is_read_without_the_figure_whose_file_is_broken(
    world: World, qtbot: QtBot, movements: MovementLibrary
) -> None:
    page = make_page(world, qtbot, movements, world.library.exercises)
    stage = page.findChild(Stage)
    assert stage is not None
    page.open_lesson("hinge-or-squat", 1)  # the hinge, and the squat beside it
    assert "Where the hips go" in texts(page)
    assert stage.motions == []
    assert not stage.is_playing
    page.open_lesson("troubleshooting", 0)  # a rounded back, and the hinge beside it
    assert [motion.movement.id for motion in stage.motions] == ["rounded-back"]


def test_a_lesson_is_read_without_the_practice_that_is_broken(world: World, qtbot: QtBot) -> None:
    page = make_page(world, qtbot, world.library.movements, {})
    page.open_lesson("the-movement", 0)
    assert "The hips start it" in texts(page)
    shown = [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    assert "Next" in shown
    assert "Practise" not in shown


def test_a_lesson_that_turns_out_broken_gives_way_to_the_next(
    world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    files: list[Path] = []
    for source in sorted(world.locations.lessons().glob("*.md"))[:3]:
        text = source.read_text(encoding="utf-8")
        if not files:
            text = text.replace('phase = "', 'phase = "no-')
        file = tmp_path / source.name
        file.write_text(text, encoding="utf-8")
        files.append(file)
    lessons = LessonLibrary(files, world.library.movements)
    page = a_learn_page(world, lessons, world.library.movements, world.library.exercises)
    qtbot.addWidget(page)
    page.show()
    assert page.place == ("first-five-minutes", 0)
    lessons.read_all(world.library.exercises)
    page.refresh_content()
    assert page.place == ("when-not-to", 0)
    assert "at.phase" in str(lessons.problems[0])
