"""Ctrl with a letter works where only another script is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.desktop import HANG_S, Screens, wait_for
from tests.helpers.program import open_program

#: Codes of the keys that are Q and S on an American keyboard.
Q, S = "24", "39"


@pytest.mark.parametrize("layout", ["us", "ru", "gr"])
def test_the_program_shares_and_ends_by_key(screen: Screens, tmp_path: Path, layout: str) -> None:
    desktop = screen(1366, 768)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "learn") as program:
        program.wait_for("Play")
        desktop.press(f"ctrl+{S}")
        wait_for(lambda: program.has_window("ShareDialog"), "what there is to share")
        wait_for(
            lambda: any(one.kind == "ShareDialog" and one.active for one in program.windows),
            "it, ready",
        )
        desktop.press("Escape")
        wait_for(lambda: program.window.active, "the window again")
        if layout != "gr":  # where that key writes a semicolon, as others do with other keys
            desktop.press(f"ctrl+{Q}")
            assert program._process.wait(HANG_S) == 0
