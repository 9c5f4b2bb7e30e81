from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.instance.request import Request
from app.practice.own import to_toml
from app.practice.transitions import State
from app.programme.flow_states import FlowState
from app.programme.safety import QUESTIONS
from app.ui.main_window import MainWindow
from app.ui.practice import page as page_module
from app.ui.practice import session_desk as desk_module
from app.ui.practice.leaving import ask_to_leave
from app.ui.rail import PageId
from tests.helpers.window import Open


@pytest.fixture
def practising(open_window: Open) -> MainWindow:
    """Return a window with a session under way."""
    window = open_window(page="practice")
    no = {question.value: False for question in QUESTIONS}
    window.practice.questions.answered.emit(no, False, False)
    plan = window.practice.choice.plan()
    assert plan is not None
    window.practice.start(plan)
    return window


def state(window: MainWindow) -> State:
    assert window.practice.runner is not None
    return window.practice.runner.state


def ask_for(window: MainWindow, **asked: str) -> None:
    window.open_when_free(Request(**asked))
    QApplication.processEvents()


def test_a_minimised_window_comes_back_as_it_was(open_window: Open) -> None:
    window = open_window()
    window.showMaximized()
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    window.come_forward()
    assert not window.isMinimized()
    assert window.isMaximized()


def test_the_desktops_leave_is_handed_to_qt(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    window = open_window()
    window.come_forward()
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    window.come_forward("from the launcher")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "from the launcher"


def test_the_far_view_stays_before_the_window(
    practising: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert practising.practice.far_view is None
    practising.practice.session.open_far()
    raised: list[object] = []
    for one in (practising, practising.practice.far_view):
        monkeypatch.setattr(one, "raise_", lambda one=one: raised.append(one))
    practising.come_forward()
    assert raised == [practising.practice.far_view]
    assert state(practising) is State.RUNNING


@pytest.mark.parametrize("asked", [{"page": "progress"}, {"lesson": "cues"}])
@pytest.mark.parametrize("leaves", [False, True])
def test_a_session_is_left_only_where_the_user_says_so(
    practising: MainWindow, monkeypatch: pytest.MonkeyPatch, asked: dict[str, str], leaves: bool
) -> None:
    monkeypatch.setattr(page_module, "ask_to_leave", lambda _: leaves)
    ask_for(practising, **asked)
    assert state(practising) is State.PAUSED
    assert practising.flow.is_under_way
    assert (practising.current_page is PageId.PRACTICE) is not leaves


@pytest.mark.parametrize("stops", [False, True])
def test_an_exercise_stops_a_session_only_where_the_user_says_so(
    practising: MainWindow, monkeypatch: pytest.MonkeyPatch, stops: bool
) -> None:
    monkeypatch.setattr(desk_module, "ask_to_stop", lambda parent, stop: stops)
    ask_for(practising, exercise="slow-motion")
    assert practising.flow.is_under_way is not stops


def test_being_raised_alone_leaves_a_session_running(practising: MainWindow) -> None:
    practising.come_forward()
    QApplication.processEvents()
    assert state(practising) is State.RUNNING


def test_a_form_that_is_not_saved_is_left_only_where_the_user_says_so(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(page="practice")
    no = {question.value: False for question in QUESTIONS}
    window.practice.questions.answered.emit(no, False, False)
    assert window.practice.own is not None
    window.practice.own.edit()
    assert window.practice.own.editor is not None
    answers = [False, True]
    monkeypatch.setattr(window.practice.own.editor, "may_discard", lambda: answers.pop(0))
    ask_for(window, exercise="slow-motion")
    states = [window.flow.state]
    ask_for(window, exercise="slow-motion")
    assert [*states, window.flow.state] == [FlowState.EDITING, FlowState.CHOOSING]


def test_a_window_that_asks_something_is_not_changed_behind_it(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    box = QMessageBox(window)
    box.open()
    with pytest.raises(UserError, match="is asking you something"):
        window.open_when_free(Request(page="progress"))
    box.close()
    ask_for(window, page="progress")
    assert window.current_page is PageId.PROGRESS


@pytest.mark.parametrize(("pressed", "left"), [("Open it", True), ("Keep practising", False)])
def test_the_question_before_leaving(
    practising: MainWindow, qtbot: QtBot, pressed: str, left: bool
) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        next(one for one in box.buttons() if one.text() == pressed).click()

    QTimer.singleShot(0, answer)
    assert ask_to_leave(practising) is left


def test_a_file_asked_for_at_the_start_is_imported(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    exercise = window.workspace.library.exercises["slow-motion"]
    file = tmp_path / "mine.toml"
    file.write_bytes(to_toml(exercise).replace(b"slow-motion", b"mine"))
    ask_for(window, file=str(file))
    qtbot.waitUntil((tmp_path / "data/exercises/mine.toml").is_file)
    assert window.current_page is PageId.PRACTICE
