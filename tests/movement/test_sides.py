"""Movements that hold on one leg and then on the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.movement.model import MoveKind
from app.movement.reader import read_movement
from tests.helpers.content import LOCATIONS, Writer, expected_at, movement_problems
from tests.helpers.motions import motion_of

STAND = (LOCATIONS.animations / "single-leg-stand.toml").read_text("utf-8")
LIFT = 'name = "lift-right"\nkind = "step"\n'
LEFT, RIGHT = 'side = "left"\n', 'side = "right"\n'


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(text: str) -> Path:
        file = tmp_path / "stand.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_phase_says_whose_turn_it_is(written: Writer) -> None:
    movement = read_movement(written(STAND))
    assert movement.has_sides
    assert [phase.side for phase in movement.phases] == ["right"] * 3 + ["left"] * 3
    bare = read_movement(written(STAND.replace(LEFT, "").replace(RIGHT, "")))
    assert not bare.has_sides


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (STAND.replace(LEFT, ""), "phases[0].side", "phases of the left side too"),
        (STAND.replace(RIGHT, ""), "phases[3].side", "phases of the right side too"),
        (STAND.replace(LEFT, 'side = "both"\n', 1), "phases[3].side", "'left'"),
        (STAND.replace(RIGHT, LEFT, 1), "phases[1].side", "expected 'left', as before it"),
        (
            STAND.replace(f'name = "hold-left"\nkind = "hold"\n{LEFT}',
                          'name = "hold-left"\nkind = "hold"\n'),
            "phases[4].side",
            "expected 'left', as before it",
        ),
        (
            STAND.replace(f'{LIFT}{LEFT}', LIFT).replace(
                f'name = "hold-left"\nkind = "hold"\n{LEFT}', 'name = "hold-left"\nkind = "hold"\n'
            ),
            "phases[5].side",
            "expected a hold among the phases of the left side",
        ),
    ],
)  # fmt: skip
def test_the_phases_of_a_side_are_one_way_into_a_hold_and_out(
    written: Writer, text: str, key: str, expected: str
) -> None:
    assert expected in expected_at(movement_problems(written(text)), key)


def test_a_side_is_gone_into_up_to_its_hold_and_out_of_to_its_end() -> None:
    motion = motion_of("single-leg-stand")
    # Lift 2.5 s, hold 3 s, lower 2.5 s: first on the right, from 8 s on, on the left.
    assert [motion.time_into_side("right", s) for s in (0, 1, 2.5, 30)] == [0, 1, 2.5, 2.5]
    assert [motion.time_out_of_side("right", s) for s in (0, 1, 2.5, 30)] == [5.5, 6.5, 8, 8]
    assert [motion.time_into_side("left", s) for s in (0, 1, 2.5, 30)] == [8, 9, 10.5, 10.5]
    assert [motion.time_out_of_side("left", s) for s in (0, 2.5, 30)] == [13.5, 16, 16]


def test_the_hold_of_a_side_stands_on_that_leg() -> None:
    motion = motion_of("single-leg-stand")
    left, right = (motion.pose_at(motion.time_into_side(side, 30)) for side in ("left", "right"))
    assert (left.left_foot.up, right.right_foot.up) == (0, 0)
    assert min(left.right_foot.up, right.left_foot.up) > 0.1
    assert (left.weight, right.weight) == (-1, 1)
    # The stretched leg is the one in front; the other one bears the weight.
    stretch = motion_of("hamstring-stretch")
    pose = stretch.pose_at(stretch.time_into_side("left", 30))
    assert pose.left_foot.forward > pose.right_foot.forward
    assert pose.weight == 1


def test_without_sides_it_holds_at_once() -> None:
    motion = motion_of("wall-touch")
    assert motion.time_into_side("left", 0) == motion.time_in_kind(MoveKind.HOLD, 0)
    assert motion.time_out_of_side("left", 1) == 0
