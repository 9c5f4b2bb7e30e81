"""What follows when something hurt in practice, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.records.feedback import PainPlace
from app.ui.messages import say
from tests.helpers.practice_feedback import (
    ROWS,
    SIGNS,
    is_asked,
    is_seen,
    practise,
    press,
)
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_pain_says_to_stop_and_ask_and_offers_no_practice(
    qtbot: QtBot, room: Room, by_key: bool
) -> None:
    practise(room)
    if by_key:
        press(room, Qt.Key.Key_6)
    else:
        click(room.page.done, "Pain")
    page = room.page
    assert room.shows(page.pain)
    assert room.rows(ROWS) == [(None, 1, None, None)]
    text = visible_text(page)
    assert "Please stop here for today" in text
    assert "Ask a healthcare provider" in text
    shown = [made for made in page.findChildren(QAbstractButton) if made.isVisible()]
    names = [made.accessibleName() for made in shown]
    how = "How strong? (0 = none now, 10 = the worst there could be)"
    assert names == [
        *(f"{how} {level}" for level in range(11)),
        *(f"Where? {say(place.message)}" for place in PainPlace),
        f"{SIGNS} No",
        f"{SIGNS} Yes",
        "Not pain after all (Ctrl+Z)",
        "When not to hinge",
    ]
    assert QApplication.focusWidget() is shown[0]
    press(room, Qt.Key.Key_Escape)
    assert room.shows(page.pain)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        click(page.pain, "When not to hinge")
    assert asked.args == ["when-not-to", 0]


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_a_slip_is_no_pain_and_the_question_is_asked_as_before(
    qtbot: QtBot, room: Room, by_key: bool, said: list[str]
) -> None:
    practise(room)
    press(room, Qt.Key.Key_5)
    press(room, Qt.Key.Key_6)
    assert room.rows(ROWS) == [("backward", 1, None, None)]
    if by_key:
        QTest.keyClick(room.page.pain, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        click(room.page.pain, "Not pain after all (Ctrl+Z)")
    assert room.rows(ROWS) == [("backward", 0, None, None)]
    assert is_asked(room)
    assert find_button(room.page.done, "I tipped backwards").isChecked()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is room.page.done or room.page.done.isAncestorOf(focus)
    assert said[-1] == "The pain has been removed from your records."
    click(room.page.done, "Done")
    assert not room.page.note.isVisible()


def test_a_slip_where_nothing_was_asked_leaves_nothing_behind(qtbot: QtBot, room: Room) -> None:
    practise(room, routine=room.world.library.programme.daily[0].id)
    click(room.page.done, "I felt pain")
    click(room.page.pain, "Not pain after all (Ctrl+Z)")
    assert room.shows(room.page.done)
    assert not is_asked(room)
    assert is_seen(room, "I felt pain")
    assert room.rows(ROWS) == []
    # The question of the day is still to come.
    practise(room)
    assert is_asked(room)


def test_pain_can_be_noted_when_it_is_not_asked(qtbot: QtBot, room: Room) -> None:
    practise(room)
    practise(room)
    assert not is_asked(room)
    click(room.page.done, "I felt pain")
    assert room.shows(room.page.pain)
    assert room.rows("SELECT pain FROM feedback ORDER BY pain") == [(0,), (1,)]


def test_a_pain_is_described_and_what_follows_is_said(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_6)
    page, rows = room.page, "SELECT pain_level, pain_place, pain_signs FROM feedback"
    assert room.rows(rows) == [(None, None, None)]
    assert "get medical help at once" in visible_text(page.pain)
    click(page.pain, "How strong? (0 = none now, 10 = the worst there could be) 7")
    assert "Practice rests until 25 November 2026" in visible_text(page.pain)
    click(page.pain, "How strong? (0 = none now, 10 = the worst there could be) 2")
    assert "Tomorrow you are asked whether it has settled." in visible_text(page.pain)
    click(page.pain, "Where? Knee")
    click(page.pain, f"{SIGNS} No")
    assert room.rows(rows) == [(2, "knee", 0)]
    assert find_button(page.pain, "Where? Knee").isChecked()
    click(page.pain, "Where? Down a leg")
    assert "until a professional who knows you has cleared you" in visible_text(page.pain)
    page.hide()
    page.show()
    assert room.shows(page.closed)
    assert room.rows(rows) == [(2, "leg", 0)]


def test_the_keyboard_alone_describes_a_pain(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_6)
    room.settle()
    right, tab, space = Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Space
    for key in (right, right, space, tab, space):
        press(room, key)
    assert room.rows("SELECT pain_level, pain_place FROM feedback") == [(2, "lower-back")]


def test_after_pain_the_next_visit_is_paused_and_not_for_ever(qtbot: QtBot, room: Room) -> None:
    page = room.page
    practise(room)
    press(room, Qt.Key.Key_6)
    page.hide()
    page.show()
    assert room.shows(page.closed)
    page.choose(Offer("wall-touches", 1, 1))
    assert room.shows(page.closed)
    page.hide()
    room.wall += timedelta(days=2)
    page.show()
    assert room.shows(page.questions)
