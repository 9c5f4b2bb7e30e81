"""The figure, the texts and the bar of Learn, as they follow the step and the settings."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QSlider,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from app.records.model import LessonPlace
from app.records.records import Records
from app.ui.learn.page import LearnPage
from app.ui.rail import PageId
from tests.helpers.learn_page import lesson_list, make_page, named, plays
from tests.helpers.pages import World, texts
from tests.helpers.window import Open


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    return make_page(world, qtbot)


def test_hinge_or_squat_shows_a_real_table_beside_both_figures(page: LearnPage) -> None:
    page.open_lesson("hinge-or-squat", 0)
    table = page.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    assert table.isVisible()
    assert (table.rowCount(), table.columnCount()) == (6, 2)
    heights = [table.rowHeight(row) for row in range(6)]
    assert all(height >= table.sizeHintForRow(row) + 6 for row, height in enumerate(heights))
    assert sum(heights) > table.viewport().height() - 6
    assert len(page.stage.motions) == 2
    assert table.x() + table.mapTo(page, table.rect().topLeft()).x() > page.stage.x()
    page.open_lesson("hinge-or-squat", 1)
    assert not table.isVisible()


def test_lengths_follow_the_units_at_once(page: LearnPage, world: World) -> None:
    world.keeper.change(units="metric")
    lesson = next(
        (lesson.id, index)
        for lesson in world.library.lessons
        for index, step in enumerate(lesson.steps)
        if "{cm:15}" in step.text
    )
    page.open_lesson(*lesson)
    assert any("15 cm" in text for text in texts(page))
    world.keeper.change(units="imperial")
    assert any("6 in" in text for text in texts(page))


def test_another_body_changes_the_figure_but_not_the_place(page: LearnPage, world: World) -> None:
    page.open_lesson("the-movement", 2)
    own = page.stage.motions[0].body
    world.keeper.change(body=type(world.keeper.person.body)(stature_m=1.9))
    assert page.stage.motions[0].body.stature_m == 1.9 != own.stature_m
    assert page.place == ("the-movement", 2)


def test_a_step_opens_in_its_view_and_a_users_turn_ends_with_it(
    page: LearnPage, world: World
) -> None:
    seen = [
        (lesson.id, index)
        for lesson in world.library.lessons
        for index, step in enumerate(lesson.steps)
        if step.show.view == "front"
    ]
    page.open_lesson(*seen[0])
    assert page.stage.turn == 90
    page.stage.set_turn(30)
    world.keeper.change(volume=10)
    assert page.stage.turn == 30
    page.open_lesson("the-movement", 0)
    assert page.stage.turn == 0


def test_less_motion_is_followed_at_once_and_back(page: LearnPage, world: World) -> None:
    page.open_lesson("hinge-or-squat", 0)
    assert plays(page.stage)
    world.keeper.change(reduce_motion="on")
    assert not plays(page.stage)
    assert named(page, "Step").isVisible()
    world.keeper.change(theme="dark")
    assert not plays(page.stage)
    world.keeper.change(reduce_motion="off")
    assert plays(page.stage)
    assert named(page, "Pause").isVisible()


def test_what_the_user_paused_stays_paused_whatever_else_is_set(
    page: LearnPage, world: World
) -> None:
    page.open_lesson("hinge-or-squat", 0)
    page.stage.pause()
    page.stage.seek(1.0)
    world.keeper.change(volume=20)
    assert not plays(page.stage)
    assert page.stage.playback.position == 1.0


def test_the_cue_is_written_when_a_step_that_stands_is_moved(page: LearnPage) -> None:
    page.open_lesson("the-movement", 0)
    stage = page.stage
    stage.seek(1.0)
    assert stage.actors[0].cue == stage.motions[0].movement.phases[0].cue


def test_the_bar_fits_the_smallest_window(page: LearnPage) -> None:
    slider = page.findChild(QSlider)
    assert isinstance(slider, QSlider)
    assert slider.width() >= 120
    assert page.minimumSizeHint().width() <= 868


def test_the_list_is_readable_in_the_smallest_window(page: LearnPage) -> None:
    rows = lesson_list(page)
    longest = max(rows.fontMetrics().horizontalAdvance(rows.item(i).text()) for i in range(17))
    assert longest + 60 <= rows.viewport().width() + 24
    last = rows.visualItemRect(rows.item(16))
    assert last.height() >= 28


def test_nothing_in_the_step_card_is_cut_in_the_smallest_window(
    page: LearnPage, world: World
) -> None:
    for lesson in world.library.lessons:
        for index in range(len(lesson.steps)):
            page.open_lesson(lesson.id, index)
            QApplication.processEvents()
            for one in page.findChildren(QLabel):
                if one.isVisible() and one.text():
                    needed = one.heightForWidth(one.width()) if one.wordWrap() else one.height()
                    assert one.height() >= needed, (lesson.id, index, one.text()[:40])
            assert page.height() <= 640


def test_a_lesson_continues_where_another_copy_of_the_program_left_it(
    page: LearnPage, world: World
) -> None:
    with closing(Records.open(world.locations.records)) as other:
        other.put(LessonPlace("cues", 2))
        other.lesson_finished("homework")
    assert "0 of 17 lessons done" in texts(page)
    world.records.look_again()
    assert "1 of 17 lessons done" in texts(page)
    page.open_lesson("cues")
    assert page.place == ("cues", 2)


def test_in_a_small_window_the_lessons_are_in_a_box(open_window: Open) -> None:
    window = open_window()
    window.show_page(PageId.LEARN)
    learn = window.learn
    learn.open_lesson("the-movement", 1)
    window.resize(800, 500)
    QApplication.processEvents()
    (box,) = learn.findChildren(QComboBox)
    assert box.isVisible()
    assert not learn.findChildren(QListWidget)[0].isVisible()
    assert box.currentText() == "The movement"
    row = box.findText("The wall drill")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert learn.place == ("wall-drill", 0)
    learn.open_lesson("the-movement")
    assert box.currentText() == "The movement"
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not box.isVisible()
    shown = learn.findChildren(QListWidget)[0]
    assert shown.isVisible()
    assert shown.currentItem().text() == "The movement"
