from __future__ import annotations

import math

import msgspec
import pytest

from app.library import read_library
from app.movement.model import Label, MoveKind, Movement
from app.practice.choice import Choice
from app.practice.draft import (
    Fault,
    FirstTexts,
    SetForm,
    begin_exercise,
    cues_of,
    form_of,
    forms_of,
    longest,
    number_faults,
    number_of,
    numbers_of,
    text_fault,
    texts_of,
    with_numbers,
    with_texts,
)
from app.practice.exercise import Cues
from app.practice.library import mistakes
from app.practice.timeline import build_plan
from tests.helpers.content import LOCATIONS

LIBRARY = read_library(LOCATIONS)
WORDS = FirstTexts(
    Cues(**{name: f"say {name}" for name in Cues.__struct_fields__}), "say equipment", "say place"
)
MOVEMENTS = list(LIBRARY.movements.values())


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: str(movement.id))
def test_every_movement_makes_an_exercise_that_can_be_practised(movement: Movement) -> None:
    assert bool(forms_of(movement)) is (movement.label is not Label.WRONG)
    for form in forms_of(movement):
        made = msgspec.structs.replace(begin_exercise(movement, form, WORDS), id="mine")
        assert form_of(made) is form
        assert list(mistakes(made, LIBRARY.movements.names, ())) == []
        values = {name: number_of(made, name) for name in numbers_of(made)}
        assert number_faults(made, values) == {}
        assert with_numbers(made, values) == made
        assert msgspec.convert(msgspec.to_builtins(made), type(made)) == made
        assert build_plan(made, Choice.of(made)).total_s > 0


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: str(movement.id))
def test_a_repetition_takes_as_long_as_the_movement_in_halves_of_a_second(
    movement: Movement,
) -> None:
    tempo = begin_exercise(movement, SetForm.REPS, WORDS).tempo
    assert tempo is not None
    for kind in (MoveKind.DOWN, MoveKind.HOLD, MoveKind.UP):
        own = sum(phase.seconds for phase in movement.phases if phase.kind is kind)
        chosen = getattr(tempo, kind.value)
        if own == 0:
            assert chosen == 0, "what the movement does not have is not added"
        elif 0.5 <= own <= 15:
            assert chosen * 2 == round(chosen * 2)
            assert abs(chosen - own) <= 0.25


def test_what_is_said_is_what_the_form_can_come_to() -> None:
    wall, stand = LIBRARY.exercises["wall-touches"], LIBRARY.exercises["single-leg-stand"]
    assert cues_of(wall)[1:5] == ("down", "hold", "up", "top")
    assert cues_of(stand)[1:4] == ("hold_left", "switch", "hold_right")
    texts = {"title": " Mine ", "down": "Back we go"}
    changed = with_texts(wall, texts)
    assert (changed.title, changed.cues.down, changed.cues.up) == (
        "Mine", "Back we go", wall.cues.up,
    )  # fmt: skip


def test_a_text_is_neither_empty_nor_too_long_nor_in_strange_braces() -> None:
    assert text_fault("title", "  ") is Fault.EMPTY
    assert text_fault("title", "x" * longest("title")) is None
    assert text_fault("title", "x" * (longest("title") + 1)) is Fault.LONG
    assert text_fault("place", "About {cm:15} away") is None
    assert text_fault("place", "About {feet:15} away") is Fault.BRACES


def test_a_part_is_called_by_its_own_name_or_the_usual_word() -> None:
    wall = LIBRARY.exercises["wall-touches"]
    texts = texts_of(wall)
    called = [texts[f"called_{part}"] for part in ("down", "hold", "up")]
    assert called == ["Back", "Touch", ""]
    changed = with_texts(wall, {**texts, "called_hold": " Meet it ", "called_down": ""})
    assert (changed.names.down, changed.names.hold, changed.names.up) == (None, "Meet it", None)
    assert with_texts(wall, texts) == wall
    assert text_fault("called_up", "") is None
    assert text_fault("called_up", "x" * 17) is Fault.LONG


def test_a_number_is_within_its_limits_and_a_repetition_takes_time() -> None:
    wall = LIBRARY.exercises["wall-touches"]
    good = {name: number_of(wall, name) for name in numbers_of(wall)}
    assert number_faults(wall, {**good, "sets": 0, "hold_s": 0, "up_s": 0.2}) == {
        "sets": Fault.RANGE, "up_s": Fault.RANGE_OR_NONE,
    }  # fmt: skip
    none = dict.fromkeys(("down_s", "hold_s", "up_s", "top_s"), 0.0)
    assert number_faults(wall, {**good, **none}) == {"down_s": Fault.NO_TIME}
    assert number_faults(wall, {**good, "rest_s": math.nan}) == {"rest_s": Fault.RANGE}
    stand = LIBRARY.exercises["single-leg-stand"]
    held = {name: number_of(stand, name) for name in numbers_of(stand)}
    assert number_faults(stand, {**held, "hold_s": 0}) == {"hold_s": Fault.RANGE}
