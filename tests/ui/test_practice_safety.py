from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

import app.ui.practice.session_desk as desk_module
from app.lessons.model import Offer
from app.records.records import Records
from app.ui.dates import plain_date
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.patience import HANG_S
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text

BACK, SCIATICA, SURGERY, BALANCE = (
    "Do you have acute back pain or a back injury?",
    "Do you have severe sciatica?",
    "Have you had back surgery recently?",
    "Do you have problems with your balance?",
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, answered=False, styled_late=True) as opened:
        yield opened


def answer(room: Room, *yes: str) -> None:
    for question in (BACK, SCIATICA, SURGERY, BALANCE):
        click(room.page.questions, f"{question} {'Yes' if question in yes else 'No'}")
    click(room.page.questions, "Continue")


def test_the_questions_come_first_and_all_must_be_answered(qtbot: QtBot, room: Room) -> None:
    page = room.page
    assert room.shows(page.questions)
    for question in (BACK, SCIATICA, SURGERY):
        click(page.questions, f"{question} No")
    go_on = find_button(page.questions, "Continue")
    assert not go_on.isEnabled()
    click(page.questions, f"{BALANCE} No")
    assert go_on.isEnabled()
    assert room.shows(page.questions)


def test_no_sound_is_looked_for_before_practice_is_open(qtbot: QtBot, room: Room) -> None:
    QApplication.processEvents()
    assert room.opened == []
    answer(room)
    qtbot.waitUntil(lambda: len(room.opened) == 1)


def test_four_times_no_opens_practice_and_is_kept(qtbot: QtBot, room: Room) -> None:
    answer(room)
    assert room.shows(room.page.choice)
    assert room.records.flush(HANG_S)
    kept = room.records.safety()
    assert kept is not None
    assert not any(kept.answers.values())
    assert kept.answered_at.utcoffset() is not None
    again = room.new_page()
    qtbot.addWidget(again)
    assert again.shown is again.choice


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (BACK, "You have acute back pain or a back injury."),
        (SCIATICA, "You have severe sciatica."),
        (SURGERY, "You had back surgery recently."),
    ],
)
def test_a_yes_closes_practice_with_reason_and_advice(
    qtbot: QtBot, room: Room, question: str, reason: str
) -> None:
    answer(room, question)
    page = room.page
    assert room.shows(page.closed)
    text = visible_text(page.closed)
    assert reason in text
    assert "ask a healthcare provider" in text
    assert "support at hand" not in text
    with qtbot.waitSignal(page.lessons_requested):
        click(page.closed, "Go to the lessons")
    # A lesson's offer does not go around the gate, and the answer outlives the page.
    page.choose(Offer("wall-touches", 1, 5))
    assert room.shows(page.closed)
    assert room.records.flush(HANG_S)
    again = room.new_page()
    qtbot.addWidget(again)
    assert again.shown is again.closed


def test_balance_asks_for_support_which_opens(qtbot: QtBot, room: Room) -> None:
    page = room.page
    support = page.questions.findChild(QCheckBox)
    assert isinstance(support, QCheckBox)
    assert not support.isVisible()
    answer(room, BALANCE)
    assert room.shows(page.closed)
    assert "support at hand" in visible_text(page.closed)
    click(page.closed, "Change answers")
    assert room.shows(page.questions)
    assert support.isVisible()
    support.click()
    click(page.questions, "Continue")
    assert room.shows(page.choice)
    assert room.records.flush(HANG_S)
    kept = room.records.safety()
    assert kept is not None
    assert kept.support


def test_support_does_not_open_what_another_yes_closes(qtbot: QtBot, room: Room) -> None:
    click(room.page.questions, f"{BALANCE} Yes")
    support = room.page.questions.findChild(QCheckBox)
    assert isinstance(support, QCheckBox)
    support.click()
    answer(room, BALANCE, SCIATICA)
    assert room.shows(room.page.closed)


def test_answers_can_be_changed_later(qtbot: QtBot, room: Room) -> None:
    answer(room)
    click(room.page.choice, "Safety questions")
    click(room.page.questions, f"{SURGERY} Yes")
    click(room.page.questions, "Continue")
    assert room.shows(room.page.closed)


def test_they_say_when_they_were_answered_and_can_be_left_as_they_were(
    qtbot: QtBot, room: Room
) -> None:
    page = room.page
    assert "Answered on" not in visible_text(page.questions)
    assert not find_button(page.questions, "Keep my answers").isVisible()
    answer(room)
    room.world.flush()
    today = plain_date(room.wall.date())
    for leave in ("button", "key"):
        page.ask_questions()
        room.settle()
        assert room.shows(page.questions)
        assert f"Answered on {today}" in visible_text(page.questions)
        click(page.questions, f"{SCIATICA} Yes")
        if leave == "button":
            click(page.questions, "Keep my answers")
        else:
            QTest.keyClick(page.questions, Qt.Key.Key_Escape)
        assert room.shows(page.choice)
    assert room.rows("SELECT count(*) FROM safety") == [(1,)]
    room.wall += timedelta(minutes=1)
    page.ask_questions()
    click(page.questions, f"{SCIATICA} Yes")
    click(page.questions, "Continue")
    assert f"Answered on {today}" in visible_text(page.closed)
    assert room.rows("SELECT count(*) FROM safety") == [(2,)]
    kept = room.records.safety()
    assert kept is not None
    yes = room.rows("SELECT answering, question FROM safety_answer WHERE yes")
    assert yes == [(kept.id, "sciatica")]


def test_before_the_first_answers_escape_leads_nowhere(qtbot: QtBot, room: Room) -> None:
    QTest.keyClick(room.page.questions, Qt.Key.Key_Escape)
    assert room.shows(room.page.questions)


def test_a_session_under_way_is_not_lost_to_the_questions_unasked(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = [False, True]
    monkeypatch.setattr(desk_module, "ask_to_stop", lambda parent, stop: replies.pop(0))
    answer(room)
    room.page.choose(Offer("wall-touches", 1, 1))
    click(room.page.choice, "Start")
    room.page.ask_questions()
    assert room.shows(room.page.session)
    room.page.ask_questions()
    assert room.shows(room.page.questions)


def test_answers_that_cannot_be_read_are_asked_again_and_the_reason_said(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Records) -> None:
        raise unreadable() from sqlite3.Error()

    monkeypatch.setattr(Records, "safety", broken)
    page = room.new_page()
    qtbot.addWidget(page)
    page.show()
    assert page.shown is page.questions
    assert UNREADABLE in visible_text(page.questions)
