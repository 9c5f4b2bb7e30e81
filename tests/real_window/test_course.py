"""A session is done elsewhere, undone and started in a real window, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import Program, open_program

#: The code of the key that is Z there.
LAYOUTS = {"us": "52", "de": "29", "ru": "52"}


def go_to(program: Program, name: str) -> None:
    """Press the Tab key until something whose name begins like this has the focus."""
    for _ in range(40):
        before = program.focus
        if before.startswith(name):
            return
        program.desktop.press("Tab")
        wait_for(lambda before=before: program.focus != before, "the focus, moved")  # type: ignore[misc]
    raise AssertionError(f"Tab does not come to {name}")


def is_active(program: Program, kind: str) -> bool:
    return any(one.kind == kind and one.active for one in program.windows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_course_is_followed_by_keyboard(screen: Screens, tmp_path: Path, layout: str) -> None:
    desktop = screen(1366, 768)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "today") as program:
        program.wait_for("Your course")
        go_to(program, "Your course…")
        desktop.press("Return")
        wait_for(lambda: is_active(program, "CourseDialog"), "the course")
        wait_for(lambda: program.focus == "Sessions", "the list, ready")
        wait_for(lambda: program.is_painted("CourseDialog"), "the course, painted")
        desktop.press("Down")
        program.wait_for("Week 1, day 2: Bodyweight basics")
        go_to(program, "Done elsewhere")
        desktop.press("Return")
        program.wait_for("Week 1, day 2 counts as done.")
        desktop.press(f"ctrl+{LAYOUTS[layout]}")
        wait_for(lambda: program.find("Week 1, day 2 counts as done.") is None, "it undone")
        go_to(program, "Start")
        desktop.press("Return")
        wait_for(lambda: is_active(program, "MainWindow"), "the window again")
        # Practice asks the safety questions first.
        program.wait_for("Before you practise")
