from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.records.feedback import Felt
from tests.helpers.practice_feedback import (
    LEADS,
    NAMES,
    QUESTION,
    ROWS,
    is_asked,
    is_seen,
    practise,
    press,
)
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text
from tests.helpers.records import MORNING


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def test_the_question_waits_and_going_on_needs_no_answer(qtbot: QtBot, room: Room) -> None:
    practise(room)
    assert is_asked(room)
    assert [is_seen(room, name) for name in [*NAMES, "Pain", "Skip (Esc)"]] == [True] * 7
    assert not is_seen(room, "I felt pain")
    assert QApplication.focusWidget() is room.page.done
    assert room.rows(ROWS) == [(None, 0, None, None)]
    click(room.page.done, "Done")
    assert room.shows(room.page.choice)
    # That day no more, however often one practises; the next day again.
    practise(room)
    assert not is_asked(room)
    room.wall = MORNING + timedelta(days=1)
    practise(room)
    assert is_asked(room)
    assert room.rows(ROWS) == [(None, 0, None, None)] * 2


def test_escape_skips_it(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_Escape)
    assert not is_asked(room)
    assert room.shows(room.page.done)
    assert is_seen(room, "Repeat")
    assert is_seen(room, "I felt pain")
    press(room, Qt.Key.Key_2)
    assert room.rows(ROWS) == [(None, 0, None, None)]


def test_and_so_does_the_mouse(qtbot: QtBot, room: Room) -> None:
    practise(room)
    click(room.page.done, "Skip (Esc)")
    assert not is_asked(room)
    assert QApplication.focusWidget() is room.page.done


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
@pytest.mark.parametrize("name", LEADS)
def test_an_answer_offers_the_lesson_that_meets_it(
    qtbot: QtBot, room: Room, name: str, by_key: bool
) -> None:
    practise(room)
    help_name = "Show me how to fix it"
    assert not is_seen(room, help_name)
    if by_key:
        press(room, Qt.Key(Qt.Key.Key_1 + NAMES.index(name)))
    else:
        click(room.page.done, name)
    felt = tuple(Felt)[NAMES.index(name)]
    assert room.rows(ROWS) == [(felt.value, 0, None, None)]
    sentence, step = LEADS[name]
    assert sentence in visible_text(room.page.done)
    assert find_button(room.page.done, name).isChecked()
    assert not is_seen(room, "Skip (Esc)")
    with qtbot.waitSignal(room.page.lesson_requested) as asked:
        click(room.page.done, help_name)
    assert asked.args == ["troubleshooting", step]
    # It is there still when the learner comes back.
    room.page.hide()
    room.page.show()
    assert sentence in visible_text(room.page.done)


def test_the_first_answer_gets_a_warm_word_and_no_lesson(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_4)
    press(room, Qt.Key.Key_1)
    assert "Lovely. That is where a hinge does its work." in visible_text(room.page.done)
    assert not is_seen(room, "Show me how to fix it")
    assert not find_button(room.page.done, "Nowhere in particular").isChecked()
    assert room.rows(ROWS) == [("hamstrings", 0, None, None)]


def test_digits_with_shift_count_and_with_control_they_do_not(qtbot: QtBot, room: Room) -> None:
    practise(room)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(room.page.done, Qt.Key.Key_2, modifier)
    assert room.rows(ROWS) == [(None, 0, None, None)]
    QTest.keyClick(room.page.done, Qt.Key.Key_3, Qt.KeyboardModifier.ShiftModifier)
    assert room.rows(ROWS) == [("lower-back", 0, None, None)]
    QTest.keyClick(room.page.done, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert room.rows(ROWS) == [("thighs", 0, None, None)]


def test_the_tab_key_reaches_every_answer(qtbot: QtBot, room: Room) -> None:
    practise(room)
    click(room.page.done, "More")
    names: list[str] = []
    for _ in range(16):
        press(room, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    wanted = [*NAMES[:1], "Pain", "More", "Skip (Esc)", "Repeat", "Done"]
    wanted += ["Effort (1 = very easy, 10 = maximum): 1", "Did yours look like the figure: Yes"]
    assert not [name for name in wanted if name not in names], names


def test_where_the_lesson_is_gone_only_the_sentence_stays(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room.world.library.lessons, "get", lambda lesson_id: None)
    practise(room)
    press(room, Qt.Key.Key_2)
    assert "Your knees" in visible_text(room.page.done)
    assert not is_seen(room, "Show me how to fix it")


def test_effort_and_done_as_shown_are_behind_more(qtbot: QtBot, room: Room) -> None:
    practise(room)
    effort = "Effort (1 = very easy, 10 = maximum)"
    assert effort not in visible_text(room.page.done)
    click(room.page.done, "More")
    assert effort in visible_text(room.page.done)
    click(room.page.done, f"{effort}: 10")
    assert room.rows(ROWS) == [(None, 0, 10, None)]
    find_button(room.page.done, f"{effort}: 10").setFocus()
    press(room, Qt.Key.Key_Left)
    click(room.page.done, "Did yours look like the figure: No")
    assert room.rows(ROWS) == [(None, 0, 9, 0)]
    # A digit is an answer, wherever the focus is.
    press(room, Qt.Key.Key_1)
    assert room.rows(ROWS) == [("hamstrings", 0, 9, 0)]
    # The next time all of it is put away and empty.
    room.wall += timedelta(days=1)
    practise(room)
    assert effort not in visible_text(room.page.done)
    checked = [
        made.accessibleName()
        for made in room.page.done.findChildren(QAbstractButton)
        if made.isChecked()
    ]
    assert checked == []


def test_a_second_press_takes_an_answer_back(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_2)
    assert not is_seen(room, "Skip (Esc)")
    assert find_button(room.page.done, "Front of thighs").toolTip() == "Press again to take it back"
    press(room, Qt.Key.Key_2)
    assert find_button(room.page.done, "Front of thighs").toolTip() == ""
    assert room.rows(ROWS) == [(None, 0, None, None)]
    assert not find_button(room.page.done, "Front of thighs").isChecked()
    assert LEADS["Front of thighs"][0] not in visible_text(room.page.done)
    assert is_seen(room, "Skip (Esc)")
    click(room.page.done, "More")
    for name in ("Effort (1 = very easy, 10 = maximum): 4", "Did yours look like the figure: Yes"):
        click(room.page.done, name)
        assert not is_seen(room, "Skip (Esc)")
    assert room.rows(ROWS) == [(None, 0, 4, 1)]
    for name in ("Effort (1 = very easy, 10 = maximum): 4", "Did yours look like the figure: Yes"):
        click(room.page.done, name)
        assert not find_button(room.page.done, name).isChecked()
    assert room.rows(ROWS) == [(None, 0, None, None)]
    press(room, Qt.Key.Key_Escape)
    assert not is_asked(room)


def test_what_is_corrected_elsewhere_shows_in_the_question(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_2)
    given = room.page.flow.given
    assert given is not None
    room.records.put(replace(given, felt=Felt.NOWHERE, effort=9))
    room.page.flow.look_again()
    assert find_button(room.page.done, "Nowhere in particular").isChecked()
    assert LEADS["Nowhere in particular"][0] in visible_text(room.page.done)
    click(room.page.done, "More")
    click(room.page.done, "Did yours look like the figure: No")
    assert room.rows(ROWS) == [("nowhere", 0, 9, 0)]


def test_what_an_answer_led_to_stands_above_the_choice_until_it_is_put_away(
    qtbot: QtBot, room: Room
) -> None:
    page = room.page
    practise(room)
    press(room, Qt.Key.Key_2)
    assert not page.note.isVisible()
    click(page.done, "Done")
    assert "Wall touches, last time: Front of thighs." in visible_text(page.note)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        click(page.note, "Show me how to fix it")
    assert asked.args == ["troubleshooting", 3]
    click(page.note, "Dismiss")
    assert not page.note.isVisible()


def test_an_easier_exercise_is_chosen_at_once(qtbot: QtBot, room: Room) -> None:
    page = room.page
    exercise = room.exercises["chest-weight-hinge"]
    part = Part(exercise, Choice.of(exercise, sets=1, reps=1))
    page.start(build_session([part], exercise.title))
    room.wait(60)
    room.settle()
    press(room, Qt.Key.Key_3)
    click(page.done, "Done")
    click(page.note, "Bodyweight hinges")
    assert page.choice.exercise is not None
    assert page.choice.exercise.id == "bodyweight-hinge"


def test_the_question_fits_the_exercise(qtbot: QtBot, room: Room) -> None:
    practise(room)
    room.wall += timedelta(days=1)
    exercise = room.exercises["single-leg-stand"]
    part = Part(exercise, Choice.of(exercise, sets=1, hold_s=5))
    room.page.start(build_session([part], exercise.title))
    room.wait(60)
    room.settle()
    text = visible_text(room.page)
    assert "How steady were you?" in text
    assert QUESTION not in text
    press(room, Qt.Key.Key_2)
    assert room.rows("SELECT felt FROM feedback ORDER BY asked_ms") == [(None,), ("wobbly",)]
    assert find_button(room.page.done, "I wobbled").isChecked()
    names: list[str] = []
    for _ in range(9):
        press(room, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    assert {"I wobbled", "Pain", "Repeat"} <= set(names)
    press(room, Qt.Key.Key_5)
    assert room.shows(room.page.pain)


@pytest.mark.parametrize("day", [False, True], ids=["homework", "a day"])
def test_homework_is_not_asked_and_a_day_of_the_programme_is(
    qtbot: QtBot, room: Room, day: bool
) -> None:
    programme = room.world.library.programme
    practise(room, routine=(programme.days if day else programme.daily)[0].id)
    assert is_asked(room) is day


def test_a_session_stopped_before_anything_was_done_is_not_asked(qtbot: QtBot, room: Room) -> None:
    room.page.choose(Offer("wall-touches", 1, 2))
    click(room.page.choice, "Start")
    room.wait(11)
    room.runner.stop()
    assert not is_asked(room)


def test_all_of_it_fits_into_the_smallest_window_or_can_be_scrolled_to(
    qtbot: QtBot, room: Room
) -> None:
    practise(room)
    press(room, Qt.Key.Key_3)
    click(room.page.done, "More")
    QApplication.processEvents()
    area = room.page.done
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    buttons, labels = area.feel.findChildren(QAbstractButton), area.feel.findChildren(QLabel)
    seen: list[QAbstractButton | QLabel] = [*buttons, *labels]
    seen = [made for made in seen if made.isVisible()]
    assert len(seen) > 20
    for made in seen:
        least = made.minimumSizeHint()
        assert made.width() >= least.width(), made.text()
        assert made.height() >= least.height(), made.text()
        parent = made.parentWidget()
        assert parent is not None
        assert parent.rect().contains(made.geometry()), made.text()
