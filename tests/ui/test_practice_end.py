from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import app.ui.practice.session_desk as desk_module
from app.lessons.model import Offer
from app.practice.transitions import State
from app.ui.practice.far_text import FarText
from app.ui.practice.leaving import ask_to_discard, ask_to_stop
from tests.helpers.practice_page import (
    Room,
    click,
    open_room,
    visible_text,
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, styled_late=True) as opened:
        yield opened


def begin(room: Room, *, sets: int = 2, reps: int = 2) -> None:
    """Start wall touches: 10 s, then 2 + 1 + 2 s a repetition, 45 s of rest."""
    room.page.choose(Offer("wall-touches", sets, reps))
    click(room.page.choice, "Start")
    assert room.shows(room.page.session)


def test_stopped_or_done_it_sums_up_and_says_that_it_is_saved(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.wait(200)
    done = room.page.done
    assert room.shows(done)
    qtbot.waitUntil(lambda: "Saved on this computer." in visible_text(done), timeout=2000)
    far = [text.text for text in done.findChildren(FarText) if text.isVisible()]
    assert far == ["Wall touches: done", "2 of 2", "4", "1 min 15 s"]
    assert not any(timer.isActive() for timer in done.findChildren(QTimer))


def test_what_is_not_saved_is_not_called_saved(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full, says the test")

    begin(room)
    room.world.flush()
    with monkeypatch.context() as patch:
        patch.setattr("app.records.writer.write", full)
        room.runner.stop()
        done = room.page.done
        room.world.flush_or_fail()
        qtbot.waitUntil(lambda: "Not saved yet." in visible_text(done))
    room.world.flush()
    qtbot.waitUntil(lambda: "Saved on this computer." in visible_text(done))


def test_again_repeats_the_same_numbers_and_another_goes_back(qtbot: QtBot, room: Room) -> None:
    begin(room, sets=1, reps=1)
    first = room.runner
    room.wait(60)
    click(room.page.done, "Again")
    assert room.shows(room.page.session)
    assert room.runner is not first
    assert (room.runner.plan.choice.sets, room.runner.plan.choice.reps) == (1, 1)
    room.runner.stop()
    click(room.page.done, "Choose another")
    assert room.shows(room.page.choice)
    plan = room.page.choice.plan()
    assert plan is not None
    assert (plan.choice.sets, plan.choice.reps) == (3, 10)  # the offer is used up


def test_closing_asks_only_while_a_session_is_under_way(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    asked: list[str] = []

    def ask(parent: QWidget, stop: str) -> bool:
        asked.append(stop)
        return answers.pop(0)

    monkeypatch.setattr(desk_module, "ask_to_stop", ask)
    assert room.page.may_close()
    begin(room)
    room.wait(16)
    assert not room.page.may_close()
    assert room.is_(State.PAUSED)
    assert room.page.may_close()
    assert room.is_(State.STOPPED)
    assert room.rows("SELECT reps_done FROM performed") == [(1,)]
    assert room.page.may_close()
    assert asked == ["Stop and close", "Stop and close"]


def test_an_offer_does_not_end_a_session_unasked(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(desk_module, "ask_to_stop", lambda parent, stop: answers.pop(0))
    begin(room)
    room.page.choose(Offer("slow-motion"))
    assert room.shows(room.page.session)
    room.page.choose(Offer("slow-motion"))
    assert room.shows(room.page.choice)
    assert room.page.choice.exercise is room.exercises["slow-motion"]


@pytest.mark.parametrize(
    ("press_button", "stopped"), [("Stop it", True), ("Keep practising", False)]
)
def test_the_question_before_stopping(
    qtbot: QtBot, room: Room, press_button: str, stopped: bool
) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text() == press_button).click()

    QTimer.singleShot(50, answer)
    assert ask_to_stop(room.page, "Stop it") is stopped


@pytest.mark.parametrize(("pressed", "closes"), [("Discard", True), ("Keep editing", False)])
def test_the_question_before_changes_are_lost(
    qtbot: QtBot, room: Room, pressed: str, closes: bool
) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text() == pressed).click()

    QTimer.singleShot(50, answer)
    assert ask_to_discard(room.page) is closes


def test_escape_keeps_practising(qtbot: QtBot, room: Room) -> None:
    def escape() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(50, escape)
    assert not ask_to_stop(room.page, "Stop it")
