from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSlider,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.programme.safety import QUESTIONS
from app.records.feedback import Feedback
from app.records.model import LessonPlace, SafetyAnswers, local_now
from app.records.records import Records
from app.ui.learn import step_card
from app.ui.learn.page import LearnPage
from app.ui.learn.step_card import Dots
from app.ui.rail import PageId
from app.ui.stage.stage import Stage
from tests.helpers.pages import World, texts, whole_learn_page
from tests.helpers.window import Open


def make_page(world: World, qtbot: QtBot) -> LearnPage:
    page = whole_learn_page(world)
    qtbot.addWidget(page)
    QApplication.processEvents()
    return page


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    return make_page(world, qtbot)


def plays(stage: Stage) -> bool:
    return stage.is_playing


def press(page: LearnPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def named(page: LearnPage, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def lesson_list(page: LearnPage) -> QListWidget:
    found = page.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def test_the_first_start_opens_first_five_minutes(page: LearnPage) -> None:
    assert page.place == ("first-five-minutes", 0)


def test_next_walks_through_the_lesson_and_ticks_it_at_its_end(
    page: LearnPage, world: World
) -> None:
    for _ in range(3):
        named(page, "Next").click()
    assert page.place == ("first-five-minutes", 3)
    assert "0 of 17 lessons done" in texts(page)
    named(page, "Next lesson").click()
    assert page.place == ("when-not-to", 0)
    assert "1 of 17 lessons done" in texts(page)
    item = lesson_list(page).item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "First five minutes, finished"
    world.flush()
    assert world.records.lesson_progress()["first-five-minutes"].finished_at is not None


def test_who_goes_on_to_the_practice_from_the_last_step_has_finished(
    page: LearnPage, qtbot: QtBot
) -> None:
    practise = named(page, "Practise: Wall touches")
    practise.click()
    assert "0 of 17 lessons done" in texts(page)
    page.open_lesson("first-five-minutes", 3)
    with qtbot.waitSignal(page.practice_requested) as asked:
        practise.click()
    assert asked.args == [Offer("wall-touches", sets=1, reps=5)]
    assert page.place == ("first-five-minutes", 3)
    assert "1 of 17 lessons done" in texts(page)


def test_a_loop_that_was_turned_off_stays_off(page: LearnPage) -> None:
    assert page.stage.playback.looping
    press(page, Qt.Key.Key_L)
    named(page, "Next").click()
    assert not page.stage.playback.looping


def test_back_reaches_the_end_of_the_lesson_before(page: LearnPage) -> None:
    page.open_lesson("when-not-to", 0)
    named(page, "Back").click()
    assert page.place == ("first-five-minutes", 3)
    page.open_lesson("first-five-minutes", 0)
    assert not named(page, "Back").isEnabled()


def test_the_place_is_kept_for_the_next_start(page: LearnPage, world: World, qtbot: QtBot) -> None:
    page.open_lesson("cues", 2)
    world.flush()
    assert make_page(world, qtbot).place == ("cues", 2)


def test_opening_where_the_learner_stopped_writes_nothing(
    page: LearnPage, world: World, qtbot: QtBot
) -> None:
    page.open_lesson("cues", 2)
    written: list[object] = []
    world.records.subscribe(written.append)
    again = make_page(world, qtbot)
    assert not written
    again.next()
    assert written == [LessonPlace("cues", 3)]


def test_the_first_step_is_not_announced_but_read_with_the_page(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(step_card, "announce", lambda _, text: said.append(text))
    page = make_page(world, qtbot)
    assert not said
    page.next()
    assert len(said) == 1


def test_a_lesson_reopens_where_it_was_left(page: LearnPage) -> None:
    page.open_lesson("the-movement", 3)
    page.open_lesson("cues", 0)
    lesson_list(page).setCurrentRow(6)
    assert page.place == ("the-movement", 3)


def test_the_arrow_keys_go_back_and_on_wherever_the_focus_is(page: LearnPage) -> None:
    press(page, Qt.Key.Key_Right)
    assert page.place == ("first-five-minutes", 1)
    named(page, "Practise: Wall touches").setFocus()
    press(page, Qt.Key.Key_Right)
    assert page.place == ("first-five-minutes", 2)
    lesson_list(page).setFocus()
    press(page, Qt.Key.Key_Left)
    assert page.place == ("first-five-minutes", 1)


def test_a_focused_slider_keeps_its_arrow_keys(page: LearnPage) -> None:
    page.open_lesson("the-movement", 0)
    slider = page.findChild(QSlider)
    assert isinstance(slider, QSlider)
    slider.setFocus()
    before = slider.value()
    press(page, Qt.Key.Key_Right)
    assert slider.value() > before
    assert page.place == ("the-movement", 0)


def test_page_keys_change_the_lesson(page: LearnPage) -> None:
    press(page, Qt.Key.Key_PageDown)
    assert page.place == ("when-not-to", 0)
    press(page, Qt.Key.Key_PageUp)
    assert page.place == ("first-five-minutes", 0)


def test_the_figures_keys_work_from_the_stage(page: LearnPage) -> None:
    page.open_lesson("the-movement", 0)
    stage = page.stage
    stage.setFocus()
    stage.seek(0.0)
    press(page, Qt.Key.Key_Period)
    assert stage.playback.position > 0
    press(page, Qt.Key.Key_Comma)
    assert stage.playback.position == 0
    press(page, Qt.Key.Key_Space)
    assert plays(stage)
    press(page, Qt.Key.Key_Space)
    assert not plays(stage)
    press(page, Qt.Key.Key_Minus)
    assert stage.playback.speed == 0.5
    press(page, Qt.Key.Key_Plus)
    assert stage.playback.speed == 1.0
    press(page, Qt.Key.Key_L)
    assert not stage.playback.looping
    press(page, Qt.Key.Key_M)
    assert stage.mirror


def test_space_still_presses_a_focused_button(page: LearnPage) -> None:
    named(page, "Next").setFocus()
    press(page, Qt.Key.Key_Space)
    assert page.place == ("first-five-minutes", 1)


def test_a_dot_opens_its_step(page: LearnPage) -> None:
    dots = page.findChild(Dots)
    assert isinstance(dots, Dots)
    third = dots.rect().center()
    third.setX(dots.sizeHint().width() * 5 // 8)
    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=third)
    assert page.place == ("first-five-minutes", 2)
    assert dots.accessibleName() == "Step 3 of 4"


def test_every_step_of_every_lesson_sets_the_figure(page: LearnPage, world: World) -> None:
    for lesson in world.library.lessons:
        for index, step in enumerate(lesson.steps):
            page.open_lesson(lesson.id, index)
            shown = [motion.movement.id for motion in page.stage.motions]
            if step.show.picture is not None:
                assert page.picture is not None
                assert page.picture.sheet is not None
                assert page.picture.sheet.picture.id == step.show.picture
                assert (shown, plays(page.stage)) == ([], False)
                continue
            assert page.picture is None
            wanted = [step.show.movement, *([step.show.beside] if step.show.beside else [])]
            assert shown == wanted
            if step.show.at is not None:
                place = page.stage.motions[0].place_at(page.stage.playback.position)
                time = page.stage.motions[0].time_of(step.show.at.phase, step.show.at.fraction)
                assert page.stage.playback.position == pytest.approx(time), (
                    lesson.id,
                    index,
                    place,
                )
                assert not plays(page.stage)
            else:
                assert plays(page.stage)


def test_every_lesson_offers_its_practice(page: LearnPage, world: World, qtbot: QtBot) -> None:
    for lesson in world.library.lessons:
        page.open_lesson(lesson.id, 0)
        if lesson.offer is None:
            assert not button_of(page, "Practise").isVisible()
            assert not button_of(page, "When not to hinge").isVisible()
            continue
        with qtbot.waitSignal(page.practice_requested) as asked:
            named(page, f"Practise: {world.library.exercises[lesson.offer.exercise].title}").click()
        assert asked.args == [lesson.offer]
    first = world.library.lessons.get("first-five-minutes")
    assert first is not None
    assert first.offer == Offer("wall-touches", 1, 5)


def test_where_practice_is_closed_the_lesson_on_when_not_to_is_offered(
    page: LearnPage, world: World
) -> None:
    page.open_lesson("cues", 1)
    practise, care = button_of(page, "Practise"), button_of(page, "When not to hinge")
    assert (practise.isVisible(), care.isVisible()) == (True, False)
    no = {question.value: False for question in QUESTIONS}
    world.records.put(SafetyAnswers(local_now(), {**no, "heart": True}))
    assert (practise.isVisible(), care.isVisible()) == (False, True)
    care.click()
    assert page.place == ("when-not-to", 0)
    assert (practise.isVisible(), care.isVisible()) == (False, False)
    world.records.put(SafetyAnswers(local_now(), no))
    page.open_lesson("cues", 1)
    assert (practise.isVisible(), care.isVisible()) == (True, False)
    pain = Feedback("r1", local_now(), local_now(), pain=True, pain_level=8)
    world.records.put(pain)
    assert (practise.isVisible(), care.isVisible()) == (False, True)


def button_of(page: LearnPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


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
