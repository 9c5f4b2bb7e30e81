from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.practice_window import DONE, TITLE, open_far_view, write_short_exercise
from tests.helpers.program import Program, ink, open_program


@pytest.fixture
def program(screen: Screens, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    """Return the program with a session in the far view, by default one that does not end."""
    write_short_exercise(tmp_path, ends=getattr(request, "param", False))
    desktop = screen(1920, 1080)
    with open_program(desktop, tmp_path, "--exercise", "short") as started:
        open_far_view(started)
        yield started


@pytest.mark.parametrize("program", [True], indirect=True, ids=["short"])
def test_the_end_of_a_session_is_shown_in_the_far_view(program: Program) -> None:
    ending = program.wait_for("Press any key to continue.")
    wait_for(lambda: program.is_painted("FarView"), "the end, painted whole")
    assert ink(program.desktop.picture(), ending.area) > 0.01
    assert program.find(DONE)

    def is_left() -> bool:
        program.desktop.press("space")  # which counts once the end has been shown for a moment
        return not program.has_window("FarView")

    wait_for(is_left, "the window again")
    program.wait_for(f"{TITLE} – done")
    wait_for(lambda: program.is_painted("MainWindow"), "what was done")


def test_the_window_is_painted_when_the_far_view_is_left(program: Program) -> None:
    program.desktop.press("Escape")
    wait_for(lambda: not program.has_window("FarView"), "the window again")
    wait_for(lambda: any(one.active for one in program.windows), "the window, ready for keys")
    program.desktop.press("space")
    program.wait_for("Resume")
    wait_for(lambda: program.is_painted("MainWindow"), "the session, paused")


def test_escape_twice_loses_no_session(program: Program) -> None:
    program.desktop.press("Escape")
    wait_for(lambda: not program.has_window("FarView"), "the window again")
    program.desktop.press("Escape")
    wait_for(lambda: not program.find("Pause"), "the session, held up")
    names = [one.name for one in program.widgets if one.shown and one.enabled]
    assert any(name.startswith("Resume") for name in names)


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_f_ends_what_lasts_until_it_is_far_enough(
    screen: Screens, tmp_path: Path, layout: str
) -> None:
    write_short_exercise(tmp_path, ends=False, open_ended=True)
    desktop = screen(1920, 1080)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--exercise", "short") as program:
        open_far_view(program)
        program.wait_for("F: far enough · Space: pause · F11 or Escape: exit full screen")
        desktop.press("41")  # the code of the key that is F there
        program.wait_for("Press any key to continue.")
