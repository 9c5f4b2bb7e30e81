from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.practice.transitions import State
from app.ui.awake import ScreenAwake
from app.ui.settings.practice import PracticeSection
from app.ui.wake_lock import WakeProblem, WakepyLock
from tests.helpers.pages import texts
from tests.helpers.practice_page import open_room


def wants(awake: ScreenAwake) -> bool:
    return awake.wanted


class Lock:
    """A lock that notes what was asked of it."""

    def __init__(self, problem: WakeProblem | None = None) -> None:
        self.problem = problem
        self.calls: list[str] = []

    def hold(self) -> WakeProblem | None:
        self.calls.append("hold")
        return self.problem

    def release(self) -> None:
        self.calls.append("release")


@pytest.fixture
def lock() -> Lock:
    return Lock()


@pytest.fixture
def awake(qtbot: QtBot, lock: Lock) -> Iterator[ScreenAwake]:
    made = ScreenAwake(lock)
    yield made
    made.close()


def test_the_screen_is_held_once_while_a_session_runs(awake: ScreenAwake, lock: Lock) -> None:
    for state in (State.RUNNING, State.RUNNING, State.AWAITING, State.PAUSED, State.RESUMING):
        awake.follow(state)
        assert wants(awake)
    awake.follow(State.FINISHED)
    awake.close()
    assert lock.calls == ["hold", "release"]


def test_a_pause_keeps_the_screen_on_for_ten_minutes_at_most(
    awake: ScreenAwake, lock: Lock
) -> None:
    awake.follow(State.RUNNING)
    awake.follow(State.PAUSED)
    assert awake._paused.isActive()
    assert awake._paused.interval() == 600_000
    awake._paused.timeout.emit()
    assert not wants(awake)
    awake.follow(State.PAUSED)
    assert not wants(awake)
    awake.follow(State.RUNNING)
    assert wants(awake)
    assert not awake._paused.isActive()
    awake.close()
    assert lock.calls == ["hold", "release"] * 2


def test_the_end_of_the_program_lets_go(awake: ScreenAwake, lock: Lock) -> None:
    awake.follow(State.RUNNING)
    awake.close()
    assert lock.calls == ["hold", "release"]


@pytest.mark.parametrize("problem", [None, *WakeProblem])
def test_settings_find_out_once_and_say_it(
    qtbot: QtBot, tmp_path: Path, problem: WakeProblem | None
) -> None:
    lock = Lock(problem)
    awake = ScreenAwake(lock)
    with open_room(qtbot, tmp_path) as room:
        section = PracticeSection(room.keeper, room.records, awake)
        qtbot.addWidget(section)
        with qtbot.waitSignal(awake.changed):
            section.show()
        section.hide()
        section.show()
        said = "\n".join(texts(section))
    awake.close()
    assert lock.calls == ["hold", "release"]
    expected = {
        None: "The screen stays on during a session.",
        WakeProblem.NO_LIBRARY: "wakepy",
        WakeProblem.REFUSED: "This desktop can't keep the screen on",
    }
    assert expected[problem] in said


def test_a_session_holds_the_screen_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    lock = Lock()
    awake = ScreenAwake(lock)
    with open_room(qtbot, tmp_path) as room:
        room.page.desk.awake = awake
        plan = room.page.choice.plan()
        assert plan is not None
        room.page.start(plan)
        assert wants(awake)
        room.wait(12)
        room.toggle()
        assert wants(awake)
        room.runner.stop()
        assert not wants(awake)
    awake.close()
    assert lock.calls == ["hold", "release"]


def test_wakepy_holds_and_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    from wakepy import modecount

    lock = WakepyLock()
    assert lock.hold() is None
    assert modecount() == 1
    lock.release()
    lock.release()
    assert modecount() == 0


def test_a_desktop_that_refuses_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    lock = WakepyLock()
    assert lock.hold() is WakeProblem.REFUSED
    lock.release()


def test_without_wakepy_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    assert WakepyLock().hold() is WakeProblem.NO_LIBRARY
