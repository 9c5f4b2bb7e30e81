from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.practice_window import answer_safety_questions
from tests.helpers.program import Program, ink, open_program

SIZES = [(1366, 768, 96), (1280, 720, 96), (1920, 1080, 144), (2560, 1440, 192)]


def reached(program: Program, name: str) -> bool:
    """Tell whether all of something is on the screen."""
    found = program.wait_for(name)
    return found.shown == found.area


@pytest.mark.parametrize(("width", "height", "dpi"), SIZES)
def test_the_first_window_fits_the_screen(
    screen: Screens, tmp_path: Path, width: int, height: int, dpi: int
) -> None:
    desktop = screen(width, height)
    desktop.set_text_dpi(dpi)
    with open_program(desktop, tmp_path) as program:
        assert program.window.scale == dpi / 96
        left, top, wide, high = program.window.frame
        assert left >= 0
        assert top >= 0
        assert left + wide <= width
        assert top + high <= height
        for name in ("Today", "Settings", "Begin: First five minutes", "Pause"):
            assert reached(program, name), name
        lowest = program.wait_for("Begin: First five minutes").area
        wait_for(lambda: ink(desktop.picture(), lowest) > 0.01, "the window, painted")
        program.click("Practice")
        answer_safety_questions(program)
        assert reached(program, "Start")
        program.close()
