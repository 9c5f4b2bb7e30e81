from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.helpers.desktop import Screens, wait_for
from tests.helpers.practice_window import answer_safety_questions
from tests.helpers.program import Program, open_program

#: Where Plasma's users choose their font; Qt reads it from there.
PLASMA = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "5", "KDE_FULL_SESSION": "true"}
PIXELS_PER_POINT = 96 / 72


def use_font(folder: Path, points: int) -> None:
    config = folder / "config"
    config.mkdir()
    text = f"[General]\nfont=DejaVu Sans,{points},-1,5,50,0,0,0,0,0\n"
    (config / "kdeglobals").write_text(text, encoding="utf-8")


def text_px(program: Program, name: str) -> float:
    return program.wait_for(name).text_px


@pytest.mark.parametrize("points", [9, 11, 18])
def test_every_text_follows_the_system_font(screen: Screens, tmp_path: Path, points: int) -> None:
    use_font(tmp_path, points)
    with open_program(
        screen(1920, 1080), tmp_path, "--page", "learn", environment=PLASMA
    ) as program:
        step = next(one for one in program.widgets if one.name.startswith("Compare the two"))
        count, head = program.wait_for("Step 1 of 4"), program.wait_for("Two ways to bend forward")
        plain = round(points * PIXELS_PER_POINT)
        assert count.text_px == plain
        assert step.text_px == pytest.approx(1.25 * plain, abs=0.5)
        assert head.text_px == pytest.approx(1.58 * plain, abs=0.5)
        assert text_px(program, "Next") == plain
        rail = [one for one in program.widgets if one.kind == "_PageButton"]
        assert len(rail) == 6
        for one in rail:
            # As broad as its name in bold is at least; what does not fit is written "C...e".
            assert one.area[2] >= len(one.name) * plain * 0.6, one.name
        for name in ("Settings", "Next", "Play"):
            found = program.wait_for(name)
            assert found.shown == found.area, name


def is_whole(program: Program, name: str) -> bool:
    found = program.find(name)
    return found is not None and found.shown == found.area


@pytest.mark.parametrize("points", [11, 18])
def test_text_of_any_size_fits_a_common_laptop(
    screen: Screens, tmp_path: Path, points: int
) -> None:
    def reached(*names: str) -> None:
        for name in names:
            wait_for(partial(is_whole, program, name), f"{name}, whole")

    use_font(tmp_path, points)
    with open_program(
        screen(1366, 768), tmp_path, "--page", "learn", environment=PLASMA
    ) as program:
        reached("Settings", "Next", "Play", "Practise")
        program.click("Compare")
        reached("Numbers", "Graph", "Your body", "Side by side", "Overlaid", "Save or share")
        for name in ("Numbers", "Graph", "Your body"):
            found = program.wait_for(name)
            assert found.area[2] >= len(name) * found.text_px / 2, name
        program.click("Graph")
        reached("Play", "Save or share")
        program.click("Practice")
        reached("Do you have severe sciatica? Yes", "Continue")
        answer_safety_questions(program)
        reached("Start")
        if points == 11:  # in larger text they are farther down
            program.click("New exercise")
            reached("Save", "Cancel", "Movement")
