from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QSlider,
)
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.programme.safety import QUESTIONS
from app.records.feedback import Feedback
from app.records.model import LessonPlace, SafetyAnswers, local_now
from app.ui.learn import step_card
from app.ui.learn.page import LearnPage
from app.ui.learn.step_card import Dots
from tests.helpers.learn_page import button_of, lesson_list, make_page, named, plays, press
from tests.helpers.pages import World, texts


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    return make_page(world, qtbot)


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
