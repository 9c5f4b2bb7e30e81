from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import app.ui.practice.session_desk as desk_module
from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.timeline import Part, PhaseKind, build_session
from app.practice.transitions import State, Trigger
from app.programme.flow_states import FlowState
from app.records.model import Entry
from app.ui.practice.far_text import FarText
from app.ui.practice.leaving import ask_to_discard, ask_to_stop
from app.ui.practice.settling import DEAF_S
from tests.helpers.practice_page import (
    Room,
    click,
    find_button,
    open_room,
    visible_text,
)

GO_ON = "Resume where you stopped"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
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
    assert far == ["Wall touches – done", "2 of 2", "4", "20 s"]
    assert not any(timer.isActive() for timer in done.findChildren(QTimer))


def words(room: Room) -> list[str]:
    """Return what is read from afar on the end page."""
    return [text.text for text in room.page.done.findChildren(FarText) if text.isVisible()]


def offered(room: Room) -> bool:
    return find_button(room.page.done, GO_ON).isVisible()


@pytest.mark.parametrize("by", [Qt.Key.Key_Escape, Qt.Key.Key_S, Qt.Key.Key_MediaStop])
def test_a_session_stopped_by_a_bare_key_can_be_gone_on_with(
    qtbot: QtBot, room: Room, by: Qt.Key
) -> None:
    begin(room)
    room.wait(10 + 10 + 45 + 2)
    QTest.keyClick(room.page.session, by)
    assert words(room) == ["Wall touches – stopped", "1 of 2", "2", "12 s"]
    assert offered(room)
    room.settle()
    click(room.page.done, GO_ON)
    assert room.shows(room.page.session)
    first = room.runner.plan.phases[0]
    assert (first.kind, first.set) == (PhaseKind.PREPARE, 2)
    room.wait(60)
    # The seconds before are in it too, and what Progress shows is the same.
    assert words(room) == ["Wall touches – done", "2 of 2", "4", "22 s"]
    assert not offered(room)
    assert room.records.days(9)[0].entries == (Entry("wall-touches", 2, 4, 22.0),)
    assert room.rows("SELECT outcome FROM session") == [("finished",)]


def test_what_was_stopped_is_offered_by_the_choice_and_the_next_start(
    qtbot: QtBot, room: Room
) -> None:
    begin(room)
    room.wait(12)
    room.runner.stop()
    room.settle()
    click(room.page.done, "Done")
    card = room.page.choice.go_on
    assert card.isVisible()
    assert "stopped in set 1 of 2" in visible_text(card)
    assert room.new_page().flow.unfinished is not None
    click(card, "Not now")
    assert not card.isVisible()
    assert room.new_page().flow.unfinished is None


def test_one_side_that_was_held_is_kept_and_counted(qtbot: QtBot, room: Room) -> None:
    room.page.choose(Offer("single-leg-stand", 3))
    click(room.page.choice, "Start")
    choice = room.runner.plan.choice
    room.wait(choice.prepare_s + choice.hold_s + choice.switch_s + 4)
    room.runner.stop()
    held = choice.hold_s + choice.switch_s + 4
    assert words(room) == ["Single-leg stands – stopped", "0 of 3", f"{held:.0f} s"]
    assert room.records.days(9)[0].entries == (Entry("single-leg-stand", 0, 0, held),)


def test_what_was_skipped_is_not_called_done(qtbot: QtBot, room: Room) -> None:
    begin(room)
    for _ in range(4):
        room.runner.lead(Trigger.SKIP)
        room.wait(3)
    assert words(room)[:2] == ["Wall touches – skipped", "0 of 2"]
    assert room.runner.plan.exercise.cues.done not in visible_text(room.page.done)
    room.settle()
    begin(room)
    room.wait(10 + 10 + 1)
    for _ in range(2):
        room.runner.lead(Trigger.SKIP)
        room.wait(3)
    assert words(room)[:2] == ["Wall touches – partly done", "1 of 2"]


def end_at_own_pace(room: Room) -> None:
    """Do a set at one's own pace to its end, by Space."""
    exercise = room.exercises["wall-touches"]
    choice = Choice.of(exercise, sets=1, reps=2, own_pace=True)
    room.page.start(build_session([Part(exercise, choice)], exercise.title))
    room.wait(10.25)
    for _ in range(2):
        QTest.keyClick(room.page.session, Qt.Key.Key_Space)
    assert room.shows(room.page.done)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_one_key_too_many_starts_nothing_again(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    end_at_own_pace(room)
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or room.page.done, key)
        assert room.shows(room.page.done)
        room.settle()


def test_at_the_end_keys_and_clicks_are_deaf_for_half_a_second(qtbot: QtBot, room: Room) -> None:
    end_at_own_pace(room)
    again = find_button(room.page.done, "Repeat")
    again.setFocus()
    for _ in range(2):
        QTest.keyClick(again, Qt.Key.Key_Space)
        QTest.keyClick(again, Qt.Key.Key_1)
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        assert room.shows(room.page.done)
        assert room.page.flow.state is FlowState.ASKING_HOW_IT_FELT
        room.clock.wait(DEAF_S / 2 - 0.01)
    room.clock.wait(0.1)
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert room.shows(room.page.session)


def test_what_appears_under_a_key_does_not_take_it_twice(qtbot: QtBot, room: Room) -> None:
    page = room.page
    begin(room)
    room.runner.stop()
    room.settle()
    # The choice, whose offer to go on has the focus.
    other = find_button(page.done, "Done")
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert room.shows(page.choice)
    go_on = find_button(page.choice, "Resume at set 1")
    assert go_on.hasFocus()
    QTest.keyClick(go_on, Qt.Key.Key_Space)
    assert room.shows(page.choice)
    # The questions, and the choice that they open.
    page.ask_questions()
    QTest.keyClick(page.questions, Qt.Key.Key_Escape)
    assert room.shows(page.questions)
    room.settle()
    QTest.keyClick(page.questions, Qt.Key.Key_Escape)
    assert room.shows(page.choice)
    QTest.keyClick(go_on, Qt.Key.Key_Return)
    assert room.shows(page.choice)
    # The page that comes from another one.
    room.settle()
    page.hide()
    page.show()
    QTest.keyClick(go_on, Qt.Key.Key_Return)
    assert room.shows(page.choice)
    room.settle()
    QTest.keyClick(go_on, Qt.Key.Key_Return)
    assert room.shows(page.session)


def test_what_appears_after_a_key_was_let_through_is_deaf_again(qtbot: QtBot, room: Room) -> None:
    page = room.page
    page.ask_questions()
    room.settle()
    QTest.keyClick(page.questions, Qt.Key.Key_Shift)  # let through: nothing is deaf any more
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QTest.keyClick(page.questions, Qt.Key.Key_Escape)
    assert room.shows(page.choice)
    start = find_button(page.choice, "Start")
    assert start.hasFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert room.shows(page.choice)


def test_a_page_that_was_used_gives_way_to_the_next(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.settle()
    QTest.keyClick(room.page.session, Qt.Key.Key_T)  # the first that is let through
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    room.runner.stop()
    assert room.shows(room.page.done)


def test_a_key_still_held_down_presses_nothing(qtbot: QtBot, room: Room) -> None:
    end_at_own_pace(room)
    again = find_button(room.page.done, "Repeat")
    again.setFocus()
    room.settle()
    plain, held = Qt.KeyboardModifier.NoModifier, True
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain, "\r", held)
    QApplication.sendEvent(again, repeated)
    assert room.shows(room.page.done)
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert room.shows(room.page.session)


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
    click(room.page.done, "Repeat")
    assert room.shows(room.page.session)
    assert room.runner is not first
    assert (room.runner.plan.choice.sets, room.runner.plan.choice.reps) == (1, 1)
    room.runner.stop()
    room.settle()
    click(room.page.done, "Done")
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
