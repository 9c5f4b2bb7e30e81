from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.program import open_program

ELSEWHERE = ["[-1200, -700, 1280, 800]", "[1365, 300, 1280, 800]", "[0, 0, 5000, 4000]"]


def save_place(folder: Path, place: str) -> None:
    data = folder / "data"
    data.mkdir()
    (data / "settings.toml").write_text(f"window = {place}\n", encoding="utf-8")


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_window_saved_out_of_reach_comes_back(
    screen: Screens, tmp_path: Path, place: str
) -> None:
    save_place(tmp_path, place)
    with open_program(screen(1366, 768), tmp_path) as program:
        left, top, width, height = program.window.frame
        assert left >= 0
        assert top >= 0
        assert left + width <= 1366
        assert top + height <= 768


def test_the_window_opens_where_it_was_closed(screen: Screens, tmp_path: Path) -> None:
    save_place(tmp_path, "[120, 90, 1000, 600]")
    desktop = screen(1366, 768)
    for _ in range(2):
        with open_program(desktop, tmp_path) as program:
            assert program.window.area == (120, 90, 1000, 600)
            program.close()


def test_a_maximised_window_comes_back_maximised(screen: Screens, tmp_path: Path) -> None:
    save_place(tmp_path, "[120, 90, 1000, 600]")
    desktop = screen(1366, 768)
    with open_program(desktop, tmp_path) as program:
        window = program.window
        left, top, width, _ = window.frame
        desktop.click((left, top, width, window.area[1] - top), times=2)
        wait_for(lambda: program.window.maximised, "a maximised window")
        program.close()
    with open_program(desktop, tmp_path) as program:
        assert program.window.maximised
