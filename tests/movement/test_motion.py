from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.body.pose import Pose
from app.errors import UserError
from app.movement.library import MovementLibrary
from app.movement.model import MoveKind, Movement
from app.movement.motion import Motion, Place, minimum_jerk
from app.movement.reader import read_movement
from tests.helpers.bodies import GRID

MOVES = """
title = "Moves"
label = "neutral"
pattern = "stand"
text = "Something moves."
{more}
[[phases]]
name = "first"
kind = "down"
seconds = 2
cue = "Down"
to = {{ knee = 20, thorax = 40 }}
[[phases]]
name = "second"
kind = "down"
seconds = 1
cue = "Deeper"
to = {{ {deeper} }}
{hold}
[[phases]]
name = "up"
kind = "up"
seconds = 3
cue = "Up"
to = "start"
"""
HOLD = '[[phases]]\nname = "stay"\nkind = "hold"\nseconds = 0.5\ncue = "Stay"\n'


def movement(
    tmp_path: Path, deeper: str = "thorax = 60", hold: str = "", more: str = ""
) -> Movement:
    file = tmp_path / "moves.toml"
    file.write_text(MOVES.format(deeper=deeper, hold=hold, more=more))
    return read_movement(file)


@pytest.fixture
def motion(tmp_path: Path) -> Motion:
    return Motion(movement(tmp_path), Body())


def test_minimum_jerk_starts_and_ends_at_rest() -> None:
    assert (minimum_jerk(0), minimum_jerk(0.5), minimum_jerk(1)) == (0, 0.5, 1)
    shares = [minimum_jerk(i / 1000) for i in range(1001)]
    assert shares == sorted(shares)
    # No speed and no acceleration at either end; fastest, 1.875, in the middle.
    assert shares[1] < 1e-7
    assert 1 - shares[-2] < 1e-7
    steps = [b - a for a, b in pairwise(shares)]
    assert max(steps) * 1000 == pytest.approx(1.875, rel=1e-3)


def test_phases_follow_each_other(motion: Motion) -> None:
    assert motion.ends == [2.0, 3.0, 6.0]
    assert motion.seconds == 6.0
    assert motion.movement.seconds == 6.0
    assert motion.pose_at(2.0) == Pose(20, 40, shoulder=40)
    assert motion.pose_at(3.0) == Pose(20, 60, shoulder=60)  # the knee stays as it was
    assert motion.pose_at(1.0).thorax == pytest.approx(20)  # half the time, half the way


@pytest.mark.parametrize(
    ("t", "place"),
    [
        (-5, Place(0, 0.0)),
        (0, Place(0, 0.0)),
        (1, Place(0, 0.5)),
        (2, Place(1, 0.0)),
        (2.5, Place(1, 0.5)),
        (5.25, Place(2, 0.75)),
        (6, Place(2, 1.0)),
        (99, Place(2, 1.0)),
    ],
)
def test_a_time_has_a_place_and_is_clamped_to_the_ends(
    motion: Motion, t: float, place: Place
) -> None:
    assert motion.place_at(t) == place
    assert motion.pose_at(t) == motion.pose_in(*place)


@pytest.mark.parametrize(
    ("name", "fraction", "t"),
    [("first", 0, 0), ("first", 1, 2), ("second", 0.5, 2.5), ("up", 1, 6)],
)
def test_a_phase_and_a_fraction_have_a_time(
    motion: Motion, name: str, fraction: float, t: float
) -> None:
    assert motion.time_of(name, fraction) == pytest.approx(t)


def test_an_unknown_phase_has_no_time(motion: Motion) -> None:
    with pytest.raises(KeyError):
        motion.time_of("sideways", 0.5)


def test_a_tempo_walks_through_all_phases_of_a_kind(tmp_path: Path) -> None:
    motion = Motion(movement(tmp_path, hold=HOLD), Body())
    down = [motion.time_in_kind(MoveKind.DOWN, i / 6) for i in range(7)]
    assert down == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5, 3])
    assert [motion.time_in_kind(MoveKind.HOLD, f) for f in (0, 0.5, 1)] == [3, 3.25, 3.5]
    assert [motion.time_in_kind(MoveKind.UP, f) for f in (0, 0.5, 1)] == [3.5, 5, 6.5]


def test_a_hold_the_movement_lacks_is_held_at_the_bottom(motion: Motion) -> None:
    assert [motion.time_in_kind(MoveKind.HOLD, f) for f in (0, 0.4, 1)] == [3, 3, 3]


def test_a_kind_that_is_lacking_otherwise_stands_upright(movements: MovementLibrary) -> None:
    motion = Motion(movements["standing"], Body())
    assert motion.time_in_kind(MoveKind.DOWN, 0.7) == 0
    assert motion.time_in_kind(MoveKind.UP, 0.7) == 0
    assert motion.time_in_kind(MoveKind.HOLD, 0.5) == 2


def test_arms_hang_or_lie_on_the_chest_until_told_otherwise(tmp_path: Path) -> None:
    motion = Motion(movement(tmp_path, 'thorax = 60, arms = "chest"'), Body())
    assert motion.pose_at(2).shoulder == 40
    crossed = motion.pose_at(3)
    assert (crossed.shoulder, crossed.elbow) == (30, 132)
    assert motion.pose_at(6) == motion.pose_at(0) == Pose()


@pytest.mark.parametrize("slr", [60, 80, 110])
@pytest.mark.parametrize("knee", [2, 20, 60])
def test_the_hamstrings_stop_the_hip_at_the_leg_raise_and_half_the_knee(
    tmp_path: Path, slr: float, knee: float
) -> None:
    body = Body(slr_deg=slr)
    motion = Motion(movement(tmp_path, f"knee = {knee}, thorax = 110"), body)
    skeleton = motion.skeleton_at(3.0)
    limit = slr + 0.5 * knee
    assert skeleton.hip_flexion <= limit + 1e-5
    if skeleton.pose.thorax < 110:
        assert skeleton.hip_flexion == pytest.approx(limit, abs=1e-4)
    # Arms go on hanging plumb where the lean was cut.
    assert skeleton.pose.shoulder == skeleton.pose.thorax


def test_at_knee_20_about_68_degrees_are_left_before_the_back_must_round(tmp_path: Path) -> None:
    motion = Motion(movement(tmp_path, "thorax = 110"), Body())
    assert motion.pose_at(3).thorax == pytest.approx(68, abs=2)
    rounded = Motion(movement(tmp_path, "thorax = 110, lumbar = 30"), Body())
    assert rounded.pose_at(3).thorax > 90


def test_who_bends_less_than_the_limit_is_left_alone(tmp_path: Path) -> None:
    assert Motion(movement(tmp_path), Body(slr_deg=80)).pose_at(3).thorax == 60


def gap(motion: Motion, t: float) -> float:
    """Return how far the buttocks are from the wall, m."""
    skeleton = motion.skeleton_at(t)
    assert motion.wall_x is not None
    return skeleton.hip.x - 0.055 * skeleton.body.stature_m - motion.wall_x


@pytest.mark.parametrize("body", [*GRID[::3], Body(1.4, 40), Body(2.3, 150)], ids=str)
def test_the_wall_is_touched_and_never_entered(movements: MovementLibrary, body: Body) -> None:
    motion = Motion(movements["wall-touch"], body)
    for t in (motion.time_of("touch", fraction) for fraction in (0, 0.5, 1)):
        assert abs(gap(motion, t)) < 0.001
    gaps = [gap(motion, motion.seconds * i / 80) for i in range(81)]
    assert min(gaps) > -0.0001
    assert gaps[0] > 0.1
    lean = motion.pose_at(motion.time_of("touch", 0)).thorax
    assert 25 < lean < 75


def test_the_wall_stands_behind_the_heels(movements: MovementLibrary) -> None:
    motion = Motion(movements["wall-touch"], Body())
    heel = motion.skeleton_at(0).joints["heel_left"]
    assert motion.wall_x == pytest.approx(heel.x - 0.15)
    assert Motion(movements["hinge"], Body()).wall_x is None


@pytest.mark.parametrize("body", [Body(1.2, 30, Sex.FEMALE, 0.8, 0.8), Body(slr_deg=40)], ids=str)
def test_a_wall_out_of_reach_is_stopped_short_of(movements: MovementLibrary, body: Body) -> None:
    motion = Motion(movements["wall-touch"], body)
    assert min(gap(motion, motion.seconds * i / 80) for i in range(81)) > 0.005
    assert motion.skeleton_at(motion.time_of("touch", 0)).hip_flexion <= body.slr_deg + 7.5 + 1e-5


def test_without_tight_hamstrings_it_is_stopped_short_of_with_the_trunk_level(
    movements: MovementLibrary,
) -> None:
    motion = Motion(movements["wall-touch"], Body(1.2, 30, Sex.FEMALE, 0.8, 0.8, slr_deg=130))
    assert motion.pose_at(motion.time_of("touch", 0)).thorax == 90


def test_leaning_by_a_number_ends_the_touch(tmp_path: Path) -> None:
    walled = movement(
        tmp_path,
        'touch = "wall"',
        HOLD.replace("hold", "down") + "to = { thorax = 70 }\n",
        "wall = { heel_gap = 0.15 }",
    )
    motion = Motion(walled, Body(slr_deg=110))
    assert abs(gap(motion, 3.0)) < 0.001
    assert motion.pose_at(3.5).thorax == 70


def test_a_wall_that_is_touched_already_is_not_leaned_away_from(tmp_path: Path) -> None:
    deeper = 'touch = "wall", knee = 15, pressure = 0.1'
    walled = movement(tmp_path, deeper, more="wall = { heel_gap = 0.02 }")
    motion = Motion(walled, Body(2.3, 130))
    assert gap(motion, 3) < 0
    assert motion.pose_at(3).thorax == 0


def test_a_pose_that_cannot_stand_names_movement_and_time(tmp_path: Path) -> None:
    falling = movement(tmp_path, "knee = 150, thorax = -30, pressure = 1.0")
    with pytest.raises(UserError, match=r"^moves at 3\.0 s: the weight cannot be brought over"):
        Motion(falling, Body())


def test_every_pose_between_the_keys_stands_in_balance(movements: MovementLibrary) -> None:
    for one in movements.values():
        motion = Motion(one, Body())
        for i in range(41):
            assert motion.skeleton_at(motion.seconds * i / 40).shin == pytest.approx(0, abs=40)
