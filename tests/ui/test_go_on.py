"""The offer to go on with a session, after its process was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.programme.safety import QUESTIONS
from app.records.model import SafetyAnswers, local_now
from app.records.records import Records
from app.records.store import Store
from app.startup import Options
from app.ui.go_on_bar import GoOnBar
from app.ui.main_window import MainWindow
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId
from tests.helpers.patience import HANG_S
from tests.helpers.practice_page import click, find_button, visible_text
from tests.helpers.window import a_program

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Lead a session of today in a process of its own and kill it in its fourth set."""
    path = tmp_path / "records.sqlite3"
    store = Store.open(path)
    records = Records(store)
    no = {question.value: False for question in QUESTIONS}
    records.put(SafetyAnswers(local_now(), no))
    records.close()
    store.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.session_process", str(path), "today"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        for _ in range(3):
            while not process.stdout.readline().startswith("finished"):
                pass
        os.kill(process.pid, signal.SIGKILL)
    return tmp_path


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, data: Path) -> Iterator[MainWindow]:
    with a_program(qapp) as program:
        made = program.open(Options(data_dir=data))
        made.show()
        yield made
        made.leave()  # closing would ask, where a session runs


def the_place(data: Path) -> tuple[str, int, int]:
    """Return the exercise, the set and the number of sets done that the records tell."""
    with closing(Records.open(data / "records.sqlite3")) as records:
        running = records.session_in_progress(local_now())
        assert running is not None
        part = running.parts[running.part]
        return part.exercise, running.set, len(records.sets_of(part.session_id))


def test_a_killed_session_is_offered_and_gone_on_with(window: MainWindow, data: Path) -> None:
    exercise, number, performed = the_place(data)
    assert number == performed + 1
    bar = window.findChild(GoOnBar)
    assert isinstance(bar, GoOnBar)
    assert not bar.isVisible()  # Today makes the same offer
    window.show_page(PageId.LEARN)
    assert bar.isVisible()
    title = window.workspace.library.exercises[exercise].title
    told = f"Your “A day” session stopped at {title}, in set {number} of 8."
    assert told in visible_text(bar)
    button = find_button(bar, f"Resume at set {number}")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert window.current_page is PageId.PRACTICE
    page = window.page(PageId.PRACTICE)
    assert isinstance(page, PracticePage)
    assert page.shown is page.session
    assert page.runner is not None
    first = page.runner.plan.phases[0]
    assert (page.runner.plan.parts[first.part].exercise.id, first.set) == (exercise, number)
    assert page.runner.plan.routine == "week-1-day-1"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChild(GoOnBar) is None


def test_records_that_cannot_be_read_stop_no_start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "records.sqlite3")
    with closing(store), closing(store.connect()) as connection:
        connection.execute("DROP TABLE running")
    with a_program(qapp) as program:
        (line,) = program.open(Options(data_dir=tmp_path))._parts.notices.lines
        assert "could not be read" in line


def test_the_practice_page_offers_it_itself(window: MainWindow, data: Path) -> None:
    bar = window.findChild(GoOnBar)
    page = window.show_page(PageId.PRACTICE)
    assert isinstance(page, PracticePage)
    assert isinstance(bar, GoOnBar)
    assert not bar.isVisible()
    QApplication.processEvents()
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text().startswith("Resume at set")
    click(page.choice.go_on, "Not now")
    assert not page.choice.go_on.isVisible()
    assert window.workspace.records.flush(HANG_S)
    with closing(Records.open(data / "records.sqlite3")) as records:
        assert records.session_in_progress(local_now()) is None
    window.show_page(PageId.LEARN)
    assert not bar.isVisible()


def test_what_is_stopped_later_is_not_offered_beside_other_pages(window: MainWindow) -> None:
    page = window.show_page(PageId.PRACTICE)
    assert isinstance(page, PracticePage)
    click(page.choice.go_on, "Not now")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.choose(Offer("wall-touches", 2, 2))
    click(page.choice, "Start")
    page.leave()
    assert window.flow.unfinished is not None
    window.show_page(PageId.LEARN)
    assert window.findChild(GoOnBar) is None


def test_another_session_takes_its_place(window: MainWindow, data: Path) -> None:
    page = window.show_page(PageId.PRACTICE)
    assert isinstance(page, PracticePage)
    plan = page.choice.plan()
    assert plan is not None
    page.start(plan)
    assert page.flow.unfinished is None
    assert page.runner is not None
    assert window.workspace.records.flush(HANG_S)
    with closing(Records.open(data / "records.sqlite3")) as records:
        found = records.session_in_progress(local_now())
        assert found is not None
        assert found.title != "A day"


def test_nothing_is_offered_where_nothing_was_broken_off(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with a_program(qapp) as program:
        assert program.open(Options(data_dir=tmp_path)).findChild(GoOnBar) is None


def test_where_practice_is_closed_it_is_not_offered(
    qapp: QApplication, qtbot: QtBot, data: Path
) -> None:
    with closing(Records.open(data / "records.sqlite3")) as records:
        answers = {question.value: True for question in QUESTIONS}
        records.put(SafetyAnswers(local_now(), answers))
    with a_program(qapp) as program:
        window = program.open(Options(data_dir=data))
        window.show()
        window.show_page(PageId.LEARN)  # beside which it would be offered
        bar = window.findChild(GoOnBar)
        assert bar is None or not bar.isVisible()
        assert window.flow.unfinished is None
