"""The wall drill on the page, and what is measured after a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.practice.transitions import State
from app.records.feedback import Feedback, StickPoint
from app.ui.practice.measure_answers import MeasureAnswers
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text
from tests.helpers.records import MORNING

WALL = "SELECT wall_cm FROM feedback ORDER BY asked_ms"
STICK = "SELECT stick_head, stick_back, stick_tailbone FROM feedback"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def begin(room: Room, exercise_id: str, *, own_pace: bool = False) -> None:
    exercise = room.exercises[exercise_id]
    reps = 8 if exercise.open_ended else 1
    choice = Choice.of(exercise, sets=1, reps=reps, prepare_s=5, own_pace=own_pace)
    room.page.start(build_session([Part(exercise, choice)], exercise.title))


def practise(room: Room, exercise_id: str, routine: str | None = None) -> MeasureAnswers:
    exercise = room.exercises[exercise_id]
    part = Part(exercise, Choice.of(exercise, sets=1, reps=1))
    room.page.start(build_session([part], exercise.title, routine=routine))
    room.wait(60)
    room.settle()
    QApplication.processEvents()
    return room.page.done.measures


def press_f(widget: QWidget) -> None:
    widget.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(widget, Qt.Key.Key_F)


def finished(room: Room) -> list[tuple[object, ...]]:
    return room.rows("SELECT reps_done, reps_planned, finished FROM performed")


def test_far_enough_by_button_ends_the_drill_and_asks_how_far(room: Room) -> None:
    room.page.choose(Offer("wall-drill"))
    assert "1 × until far enough, 2 min 10 s at most" in visible_text(room.page.choice.details)
    begin(room, "wall-drill")
    controls = room.page.session.controls
    assert not find_button(controls, "Far enough").isVisible()  # nothing was touched yet
    room.wait(5 + 2 * 8 + 1)
    assert room.page.session.headline.text == "Rep 3 · Set 1 of 1"
    click(controls, "Far enough")
    assert room.shows(room.page.done)
    assert finished(room) == [(2, 2, 1)]
    assert "How far were your heels from the wall at the last touch?" in visible_text(
        room.page.done
    )
    assert "Did the stick stay on" not in visible_text(room.page.done)


def test_far_enough_by_key_in_the_window_and_in_the_far_view(room: Room) -> None:
    begin(room, "wall-drill", own_pace=True)
    room.wait(6)
    assert room.is_(State.AWAITING)
    press_f(room.page)
    assert finished(room) == [(0, 0, 1)]
    begin(room, "wall-drill")
    room.wait(6)
    room.page.session.open_far()
    far = room.page.session.far
    assert far is not None
    assert "far enough" in far._hint.text
    press_f(far)
    assert far.is_done
    assert len(finished(room)) == 2
    far.close()


def test_an_exercise_with_an_end_of_its_own_does_not_know_the_key(room: Room) -> None:
    begin(room, "wall-touches")
    room.wait(6)
    assert not find_button(room.page.session.controls, "Far enough").isVisible()
    press_f(room.page)
    assert room.is_(State.RUNNING)
    assert finished(room) == []


def test_the_last_distance_stands_there_and_is_saved_corrected_and_taken_back(room: Room) -> None:
    measures = practise(room, "wall-touches")
    assert (measures.wall.value(), measures.wall.suffix()) == (15, " cm")
    assert room.rows(WALL) == [(None,)]  # nobody said so yet
    click(measures, "Save distance")
    assert room.rows(WALL) == [(15,)]
    measures.wall.setFocus()
    measures.wall.selectAll()
    QTest.keyClicks(measures.wall, "18")
    QTest.keyClick(measures.wall, Qt.Key.Key_Return)
    assert room.rows(WALL) == [(18,)]
    click(measures, "Distance saved")
    assert room.rows(WALL) == [(None,)]
    assert find_button(measures, "Save distance").isVisible()
    click(measures, "Save distance")
    click(room.page.done, "Done")
    # The same day again: the question is not asked, what was measured can be told.
    room.page.choose(Offer("wall-touches"))
    assert "your heels about 21 cm away" in visible_text(room.page.choice.details)
    measures = practise(room, "wall-touches")
    assert not room.page.done.feel.isVisible()
    assert measures.wall.value() == 18
    click(measures, "Save distance")
    assert room.rows(WALL) == [(18,), (18,)]
    click(measures, "Distance saved")
    assert room.rows(WALL) == [(18,)]


def test_inches_are_shown_and_centimetres_kept(room: Room) -> None:
    room.keeper.change(units="imperial")
    room.records.put(Feedback("before", MORNING, MORNING, wall_cm=20))
    room.page.flow.look_again()
    measures = practise(room, "wall-touches")
    assert (measures.wall.value(), measures.wall.suffix()) == (8, " in")
    measures.wall.stepUp()
    assert room.rows(WALL)[-1] == (23,)
    assert measures.wall.value() == 9


def test_the_stick_is_asked_about_at_three_points(room: Room) -> None:
    measures = practise(room, "broomstick-hinge")
    assert "How far were your heels" not in visible_text(room.page.done)
    click(measures, "Back of the head: Yes")
    click(measures, "Tailbone: No")
    assert room.rows(STICK) == [(1, None, 0)]
    assert measures.points[StickPoint.TAILBONE].index == 1
    click(measures, "Tailbone: No")
    assert room.rows(STICK) == [(1, None, None)]
    assert measures.points[StickPoint.TAILBONE].index == -1


def test_homework_and_other_exercises_measure_nothing(room: Room) -> None:
    assert practise(room, "wall-touches", "evening-ten").isHidden()
    assert practise(room, "slow-motion").isHidden()


def test_the_session_of_the_course_says_where_to_stand(room: Room) -> None:
    room.records.put(Feedback("before", MORNING, MORNING, wall_cm=21))
    room.page.flow.look_again()
    room.page.choose("week-1-day-1")
    assert "your heels about 24 cm away" in visible_text(room.page.choice.outline)
