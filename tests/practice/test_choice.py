from __future__ import annotations

from typing import Any

import msgspec
import pytest

from app.errors import UserError
from app.messages.message import Message
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.limits import LIMITS


@pytest.fixture
def held(exercises: dict[str, Exercise]) -> Exercise:
    return msgspec.structs.replace(exercises["slow-motion"], reps=None, tempo=None, hold_s=30.0)


def test_the_exercises_own_numbers_stand_unless_changed(exercises: dict[str, Exercise]) -> None:
    wall = exercises["wall-touches"]
    assert Choice.of(wall) == Choice(3, 10, 2.0, 1.0, 2.0, 45.0, 10.0)
    assert Choice.of(wall, sets=1, reps=5, rest_s=None) == Choice(1, 5, 2.0, 1.0, 2.0, 45.0, 10.0)


@pytest.mark.parametrize("name", list(LIMITS))
def test_limits_are_included_and_what_lies_beyond_is_a_sentence(
    exercises: dict[str, Exercise], name: str
) -> None:
    wall = exercises["single-leg-stand" if name == "switch_s" else "wall-touches"]
    limit = LIMITS[name]
    for value in (limit.low, limit.high):
        good: dict[str, Any] = {name: value}
        assert getattr(Choice.of(wall, **good), name) == value
    named, low, high = Message(f"practice.number.{name}"), f"{limit.low:g}", f"{limit.high:g}"
    for value in (limit.low - 0.25, limit.high + 1, -1, float("nan"), float("inf")):
        bad: dict[str, Any] = {name: value}
        with pytest.raises(UserError, match=rf"^{named} must be from {low} to {high}, not .*\.$"):
            Choice.of(wall, **bad)


def test_a_way_down_is_neither_taken_away_nor_added(
    exercises: dict[str, Exercise], held: Exercise
) -> None:
    with pytest.raises(UserError, match=r"Seconds down must be from 0\.5 to 15, not 0"):
        Choice.of(exercises["slow-motion"], down_s=0)
    with pytest.raises(UserError, match="Slow motion has no seconds up to change"):
        Choice.of(held, up_s=2)
    with pytest.raises(UserError, match="Slow motion has no reps to change"):
        Choice.of(held, reps=3)


def test_a_hold_can_be_added_and_taken_away(exercises: dict[str, Exercise]) -> None:
    assert Choice.of(exercises["slow-motion"], hold_s=2).hold_s == 2
    assert Choice.of(exercises["wall-touches"], hold_s=0).hold_s == 0


def test_a_stand_at_the_top_can_be_added_to_repetitions_alone(
    exercises: dict[str, Exercise], held: Exercise
) -> None:
    assert Choice.of(exercises["slow-motion"], top_s=2).top_s == 2
    assert Choice.of(exercises["kettlebell-deadlift"], top_s=0).top_s == 0
    with pytest.raises(UserError, match="Slow motion has no seconds at the top to change"):
        Choice.of(held, top_s=2)


def test_sides_are_neither_taken_away_nor_added(exercises: dict[str, Exercise]) -> None:
    stand = exercises["single-leg-stand"]
    assert Choice.of(stand, hold_s=20, switch_s=5).switch_s == 5
    with pytest.raises(UserError, match="Seconds to switch must be from 3 to 60, not 0"):
        Choice.of(stand, switch_s=0)
    with pytest.raises(UserError, match="Wall touches has no seconds to switch to change"):
        Choice.of(exercises["wall-touches"], switch_s=5)


def test_what_is_held_has_no_pace_of_ones_own(exercises: dict[str, Exercise]) -> None:
    assert Choice.of(exercises["wall-touches"], own_pace=True).own_pace
    assert not Choice.of(exercises["single-leg-stand"], own_pace=True).own_pace


def test_a_held_set_is_one_repetition(held: Exercise) -> None:
    assert Choice.of(held, hold_s=40, sets=2) == Choice(2, 1, 0.0, 40.0, 0.0, 45.0, 10.0)


def test_a_repetition_takes_time() -> None:
    with pytest.raises(UserError, match="must last longer than 0 s"):
        Choice(3, 10, 0, 0, 0, 45)
