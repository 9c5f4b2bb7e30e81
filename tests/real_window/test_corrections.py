"""What was done is deleted, corrected and brought back in a real window, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.sample_records import write_sample_records
from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import open_program

#: The code of the key that is Z there; on the last two it writes another script.
LAYOUTS = {"us": "52", "de": "29", "fr": "25", "ru": "52", "gr": "52"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_set_is_deleted_and_comes_back(screen: Screens, tmp_path: Path, layout: str) -> None:
    write_sample_records(tmp_path / "data")
    desktop = screen(1280, 720)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "progress") as program:
        program.wait_for("Progress")
        program.tab_to("Show sets: ")
        desktop.press("Return")
        first = program.tab_to("Delete: ")
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
        program.tab_to("Show sets: ")
        desktop.press("Return")
        edit = program.tab_to("Edit: ")
        desktop.press("Return")
        wait_for(lambda: program.is_active("SetDialog"), "the form")
        wait_for(lambda: program.focus == "Reps", "the first field, ready")
        wait_for(lambda: program.is_painted("SetDialog"), "the form, painted")
        desktop.press("4", "Tab")  # in the field itself Escape only brings its number back
        wait_for(lambda: program.focus == "Time", "the next field")
        desktop.press("Escape")
        wait_for(lambda: program.is_active("QMessageBox"), "the question")
        desktop.press("Escape")
        wait_for(lambda: program.is_active("SetDialog"), "the form again")
        desktop.press("Return")
        program.wait_for("Corrected: Wall touches, set 1.")
        wait_for(lambda: program.is_active("MainWindow"), "the window again")
        wait_for(lambda: program.focus == edit, "the focus, where it was")
        desktop.press("ctrl+z")
        wait_for(lambda: program.find("Corrected: Wall touches, set 1.") is None, "it undone")
