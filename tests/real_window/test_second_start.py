from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.helpers.desktop import Desktop, Screens, wait_for
from tests.helpers.practice_window import open_far_view, write_short_exercise
from tests.helpers.program import Program, open_program, start_again


@pytest.fixture
def desktop(screen: Screens) -> Desktop:
    return screen(1366, 768)


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    with open_program(desktop, tmp_path, "--page", "learn") as started:
        started.wait_for("Play")
        yield started


def test_a_second_start_brings_back_a_minimised_window(
    program: Program, desktop: Desktop, tmp_path: Path
) -> None:
    desktop.minimise(program.window.title)
    wait_for(lambda: program.window.minimised, "a minimised window")
    assert start_again(desktop, tmp_path, "--page", "progress") == 0
    wait_for(lambda: program.window.active and not program.window.minimised, "the window again")
    wait_for(lambda: (found := program.find("Progress")) and found.checked, "the page asked for")
    wait_for(lambda: program.is_painted("MainWindow"), "the window, painted")
    assert len(program.windows) == 1


def test_a_second_start_brings_the_window_before_another(
    program: Program, desktop: Desktop, tmp_path: Path
) -> None:
    with ExitStack() as others:
        other = others.enter_context(open_program(desktop, tmp_path / "other"))
        wait_for(lambda: not program.window.active, "another window in front")
        assert start_again(desktop, tmp_path, "--lesson", "cues") == 0
        wait_for(lambda: program.window.active and not other.window.active, "the first in front")
        program.wait_for("Step 1 of 7")
        wait_for(lambda: program.is_painted("MainWindow"), "the first, not covered")


def test_a_second_start_leaves_the_far_view_in_front(desktop: Desktop, tmp_path: Path) -> None:
    write_short_exercise(tmp_path, ends=False)
    with open_program(desktop, tmp_path, "--exercise", "short") as program:
        open_far_view(program)
        assert start_again(desktop, tmp_path) == 0
        wait_for(lambda: program.window_of("FarView").active, "the far view in front")
        assert program.window_of("FarView").full_screen
