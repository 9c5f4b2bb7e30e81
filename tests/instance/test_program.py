"""The hold on a folder moves along with the window."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.instance.claim import Claim, HeldError, is_held, read_address
from app.instance.client import pass_on
from app.instance.request import Request
from app.startup import Options, Program
from app.ui.rail import PageId
from tests.helpers.patience import HANG_S
from tests.helpers.window import a_program


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    with a_program(qapp) as made:
        yield made


def test_the_window_that_replaces_another_holds_its_own_folder(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    ada, ben = tmp_path / "ada", tmp_path / "ben"
    program.open(Options(data_dir=ada)).show()
    qtbot.waitUntil(lambda: bool(read_address(ada)))
    assert program.replace(Options(data_dir=ben))
    assert not is_held(ada)
    assert is_held(ben)
    qtbot.waitUntil(lambda: bool(read_address(ben)))
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(pass_on, ben, Request(page="today"), HANG_S, HANG_S)
        qtbot.waitUntil(asked.done)
    assert asked.result()
    qtbot.waitUntil(lambda: program.window.current_page is PageId.TODAY)
    program.close()
    assert not is_held(ben)


def test_a_folder_that_another_window_has_is_not_taken(program: Program, tmp_path: Path) -> None:
    ada, ben = tmp_path / "ada", tmp_path / "ben"
    theirs = Claim(ben)
    program.open(Options(data_dir=ada)).show()
    with pytest.raises(HeldError, match="in another window of this program"):
        program.replace(Options(data_dir=ben))
    assert program.window.workspace.locations.data == ada
    assert is_held(ada)
    theirs.close()


def test_a_second_window_is_refused_before_it_touches_anything(
    program: Program, tmp_path: Path
) -> None:
    theirs = Claim(tmp_path)
    (tmp_path / "crash.log").write_text("what the first has to say so far")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(HeldError):
        program.open(Options(data_dir=tmp_path))
    assert sorted(tmp_path.iterdir()) == before
    theirs.close()
