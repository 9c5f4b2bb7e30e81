from __future__ import annotations

from pathlib import Path

import pytest

from app.records.feedback import Felt
from app.ui.messages import say
from tests.helpers.desktop import Screens, wait_for
from tests.helpers.practice_window import answer_safety_questions, write_short_exercise
from tests.helpers.program import open_program

LAYOUTS = ["us", "de", "fr", "ru", "gr"]
#: Codes of keys. The letters are in the same place on all of these but for the script.
ONE, TWO, THREE, FOUR, FIVE, SIX = "10", "11", "12", "13", "14", "15"
S, F, B, T = "39", "41", "56", "28"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_keys_drive_the_figure_and_the_pages(screen: Screens, tmp_path: Path, layout: str) -> None:
    desktop = screen(1366, 768)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--page", "learn") as program:
        program.wait_for("Rotate: Side")
        for key, name in [
            (F, "Rotate: Front"),
            (B, "Rotate: Back"),
            (S, "Rotate: Side"),
            (ONE, "Overlays: Shin guide, Back line"),  # the step begins with the second
            (TWO, "Overlays: Shin guide"),
            (TWO, "Overlays: Shin guide, Back line"),
            (ONE, "Overlays: Back line"),
        ]:
            desktop.press(key)
            program.wait_for(name)
        desktop.press(T)
        wait_for(lambda: any(one.kind == "TextPanel" for one in program.widgets), "words")
        for key, page in [(SIX, "Settings"), (THREE, "Compare"), (TWO, "Learn")]:
            desktop.press(f"ctrl+{key}")
            wait_for(
                lambda page=page: any(  # type: ignore[misc]
                    one.name == page and one.checked for one in program.widgets
                ),
                page,
            )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_keys_lead_a_session_and_answer_its_question(
    screen: Screens, tmp_path: Path, layout: str
) -> None:
    write_short_exercise(tmp_path)
    desktop = screen(1920, 1080)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--exercise", "short") as program:
        answer_safety_questions(program)
        program.click("Start")
        program.wait_for("Pause")
        desktop.press("space")
        program.wait_for("Resume")
        desktop.press("space")
        program.wait_for("Short one – done")
        chosen = say(list(Felt)[1].message)

        def is_chosen() -> bool:
            desktop.press(TWO)  # which counts once the end has been shown for a moment
            found = program.find(chosen)
            return found is not None and bool(found.checked)

        wait_for(is_chosen, chosen)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_letters_lead_a_session(screen: Screens, tmp_path: Path, layout: str) -> None:
    desktop = screen(1920, 1080)
    desktop.use_layout(layout)
    with open_program(desktop, tmp_path, "--exercise", "slow-motion") as program:
        answer_safety_questions(program)
        program.click("Start")
        program.wait_for("Pause")
        desktop.press(S)
        wait_for(lambda: not program.find("Pause"), "the end of the session, or a question")
