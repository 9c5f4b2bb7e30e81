"""A session is done elsewhere, undone and started in a real window, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import open_program

#: The code of the key that is Z there.
LAYOUTS = {"us": "52", "de": "29", "ru": "52"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_course_is_followed_by_keyboard(screen: Screens, tmp_path: Path, layout: str) -> None:
    desktop = screen(800, 600)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "today") as program:
        program.wait_for("Your course")
        program.tab_to("Your course…")
        desktop.press("Return")
        wait_for(lambda: program.is_active("CourseDialog"), "the course")
        wait_for(lambda: program.focus == "Sessions", "the list, ready")
        wait_for(lambda: program.is_painted("CourseDialog"), "the course, painted")
        desktop.press("Down")
        program.wait_for("Week 1, day 2: Bodyweight basics")
        program.tab_to("Done elsewhere")
        desktop.press("Return")
        program.wait_for("Week 1, day 2 counts as done.")
        desktop.press(f"ctrl+{LAYOUTS[layout]}")
        wait_for(lambda: program.find("Week 1, day 2 counts as done.") is None, "it undone")
        program.tab_to("Start")
        desktop.press("Return")
        wait_for(lambda: program.is_active("MainWindow"), "the window again")
        # Practice asks the safety questions first.
        program.wait_for("Before you practise")
