"""A session in the real window: an exercise of a few seconds, and the way to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.locations import find_locations
from tests.helpers.desktop import wait_for
from tests.helpers.program import Program

TITLE = "Short one"
DONE = "That was the last set."
_EXERCISE = """
[[exercise]]
id = "short"
title = "%s"
summary = "Over before long."
movement = "hinge"
sets = %d
reps = %d
tempo = { down = 0.5, hold = 0.5, up = 0.5 }
rest_s = 5
open_ended = %s
equipment = "Nothing."
place = "Anywhere."
[exercise.cues]
prepare = "Stand."
down = "Down"
hold = "Hold"
up = "Up"
top = "Stand tall"
halfway = "Halfway"
last = "Last one"
rest = "Rest."
done = "%s"
"""


def write_short_exercise(folder: Path, *, ends: bool = True, open_ended: bool = False) -> None:
    """Put the exercise among the user's own, with a set of seconds, or minutes where none `ends`.

    One that is `open_ended` has one set, which lasts until it is far enough. A busy machine may
    take longer than the first to do what a test does meanwhile.
    """
    own = find_locations(folder / "data").own_exercises
    own.mkdir(parents=True)
    sets, reps = (1 if ends or open_ended else 10), (1 if ends else 30)
    text = _EXERCISE % (TITLE, sets, reps, str(open_ended).lower(), DONE)
    (own / "short.toml").write_text(text, encoding="utf-8")


def answer_safety_questions(program: Program) -> None:
    """Answer no to all that stands before the first practice."""
    program.wait_for("Continue")
    for one in [one for one in program.widgets if one.name.endswith("? No")]:
        if one.shown == one.area:
            program.click(one.name)
        else:  # it is scrolled into view
            program.tab_to(one.name)
            wait_for(partial(_is_chosen, program, one.name), f"{one.name}, chosen")
    program.click("Continue")


def _is_chosen(program: Program, name: str) -> bool:
    """Press Space, and tell whether what has the focus is chosen: a new page is deaf at first."""
    program.desktop.press("space")
    found = program.find(name)
    return found is not None and found.checked


def open_far_view(program: Program) -> None:
    """Start the exercise that is shown, and fill the screen with it."""
    answer_safety_questions(program)
    program.click("Start")
    program.wait_for("Pause")
    program.desktop.press("F11")
    # Before that its keys would go to the window behind it, where Escape stops the session.
    wait_for(lambda: program.is_active("FarView"), "the far view, ready for keys")
