from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import Program, open_program


@pytest.fixture
def program(screen: Screens, tmp_path: Path) -> Iterator[Program]:
    with open_program(screen(1366, 768), tmp_path, "--page", "learn") as started:
        started.wait_for("Play")
        yield started


@pytest.mark.parametrize("clicked", ["Step forward", "Next phase", "Next"])
def test_space_plays_whatever_was_clicked(program: Program, clicked: str) -> None:
    program.click(clicked)
    step = "Step 2 of 4" if clicked == "Next" else "Step 1 of 4"
    program.wait_for(step)
    # Some steps play by themselves.
    first, second = ("Pause", "Play") if program.find("Play") else ("Play", "Pause")
    program.desktop.press("space")
    program.wait_for(first)
    program.desktop.press("space")
    program.wait_for(second)
    assert program.find(step)


def test_enter_presses_what_has_the_focus(program: Program) -> None:
    program.tab_to("Practise")
    program.desktop.press("Return")
    program.wait_for("Before you practise")


def test_enter_presses_the_rail(program: Program) -> None:
    program.tab_to("Learn")
    program.desktop.press("Down", "Return")
    wait_for(lambda: (found := program.find("Compare")) and found.checked, "another page")


def test_text_can_be_copied_and_leaves_space_to_the_figure(program: Program) -> None:
    text = next(one for one in program.widgets if one.name.startswith("Compare the two"))
    assert text.shown is not None
    left, top, _, _ = text.shown
    program.desktop.click((left, top, 24, 24), times=2)
    program.desktop.press("ctrl+c", "space")
    program.wait_for("Pause")
    assert program.clipboard == "Compare"
