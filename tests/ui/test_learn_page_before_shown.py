"""The Learn page before it is shown."""

from __future__ import annotations

from contextlib import closing

from pytestqt.qtbot import QtBot

from app.records.model import LessonPlace
from app.ui.learn.page import LearnPage
from tests.helpers.pages import World, a_learn_page


def unshown_page(world: World, qtbot: QtBot) -> LearnPage:
    library = world.library
    page = a_learn_page(world, library.lessons, library.movements, library.exercises)
    qtbot.addWidget(page)
    return page


def test_lessons_open_though_the_records_cannot_be_read(world: World, qtbot: QtBot) -> None:
    with closing(world.connect()) as connection:
        connection.execute("DROP TABLE lesson")
    page = unshown_page(world, qtbot)
    told: list[str] = []
    page.problem_found.connect(lambda message: told.append(str(message)))
    page.show()
    assert page.place == ("first-five-minutes", 0)
    assert str(world.locations.records) in told[0]
    assert "could not be read" in told[0]
    world.flush_or_fail()  # the place cannot be kept, which is told elsewhere


def test_nothing_is_read_before_the_page_is_shown(world: World, qtbot: QtBot) -> None:
    page = unshown_page(world, qtbot)
    assert page.place is None
    world.records.put(LessonPlace("cues", 2))
    page.show()
    assert page.place == ("cues", 2)


def test_a_lesson_asked_for_before_the_page_is_shown_stays(world: World, qtbot: QtBot) -> None:
    world.records.put(LessonPlace("cues", 2))
    page = unshown_page(world, qtbot)
    page.open_lesson("homework", 0)
    page.show()
    assert page.place == ("homework", 0)
