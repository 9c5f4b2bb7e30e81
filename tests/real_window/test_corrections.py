"""What was done is deleted, corrected and brought back in a real window, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.sample_records import write_sample_records
from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import Program, open_program

#: The code of the key that is Z there; on the last two it writes another script.
LAYOUTS = {"us": "52", "de": "29", "fr": "25", "ru": "52", "gr": "52"}


def go_to(program: Program, name: str) -> str:
    """Press the Tab key until something whose name begins like this has the focus."""
    for _ in range(40):
        before = program.focus
        if before.startswith(name):
            return before
        program.desktop.press("Tab")
        wait_for(lambda before=before: program.focus != before, "the focus, moved")  # type: ignore[misc]
    raise AssertionError(f"Tab does not come to {name}")


def is_active(program: Program, kind: str) -> bool:
    return any(one.kind == kind and one.active for one in program.windows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_set_is_deleted_and_comes_back(screen: Screens, tmp_path: Path, layout: str) -> None:
    write_sample_records(tmp_path / "data")
    desktop = screen(1280, 720)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "progress") as program:
        program.wait_for("Progress")
        go_to(program, "Show sets: ")
        desktop.press("Return")
        first = go_to(program, "Delete: ")
        desktop.press("Delete")
        program.wait_for("Deleted: Wall touches, set 1.")
        # The neighbour has the focus; the set is gone.
        assert wait_for(lambda: program.focus, "the focus") == first.replace("set 1", "set 2")
        assert program.find(first) is None
        desktop.press(f"ctrl+{LAYOUTS[layout]}")
        program.wait_for(first)
        assert wait_for(lambda: program.focus, "the focus") == first.replace("Delete", "Edit")


def test_a_half_typed_correction_is_asked_for(screen: Screens, tmp_path: Path) -> None:
    write_sample_records(tmp_path / "data")
    desktop = screen(1280, 720)
    with open_program(desktop, tmp_path, "--page", "progress") as program:
        program.wait_for("Progress")
        go_to(program, "Show sets: ")
        desktop.press("Return")
        edit = go_to(program, "Edit: ")
        desktop.press("Return")
        wait_for(lambda: is_active(program, "SetDialog"), "the form")
        wait_for(lambda: program.focus == "Reps", "the first field, ready")
        wait_for(lambda: program.is_painted("SetDialog"), "the form, painted")
        desktop.press("4", "Tab")  # in the field itself Escape only brings its number back
        wait_for(lambda: program.focus == "Time", "the next field")
        desktop.press("Escape")
        wait_for(lambda: is_active(program, "QMessageBox"), "the question")
        desktop.press("Escape")
        wait_for(lambda: is_active(program, "SetDialog"), "the form again")
        desktop.press("Return")
        program.wait_for("Corrected: Wall touches, set 1.")
        wait_for(lambda: is_active(program, "MainWindow"), "the window again")
        wait_for(lambda: program.focus == edit, "the focus, where it was")
        desktop.press("ctrl+z")
        wait_for(lambda: program.find("Corrected: Wall touches, set 1.") is None, "it undone")
