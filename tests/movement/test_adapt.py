"""What bodies do with a movement whose angles they do not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.body.hamstrings import most_hip_flexion
from app.body.limits import JointLimitError
from app.body.pose import Pose
from app.errors import UserError
from app.movement.adapt import Adapter
from app.movement.motion import Motion, PoseError
from tests.helpers.bodies import GRID
from tests.helpers.movements import written

DEEP = "down 2 { knee = 20, thorax = 110 }"


def over(motion: Motion, t: float) -> float:
    """Return how far (deg) the hips are past what the hamstrings allow."""
    legs, slr = motion.skeleton_at(t).legs.values(), motion.body.slr_deg
    return max(leg.hip_flexion - most_hip_flexion(slr, leg.knee) for leg in legs)


@pytest.mark.parametrize("slr", [60, 80, 110])
@pytest.mark.parametrize("knee", [2, 20, 60])
def test_the_hamstrings_stop_the_hip(tmp_path: Path, slr: float, knee: float) -> None:
    movement = written(tmp_path, f"down 2 {{ knee = {knee}, thorax = 110 }}", label="right")
    motion = Motion(movement, Body(slr_deg=slr))
    assert over(motion, 2.0) <= 0.01
    pose = motion.pose_at(2.0)
    assert (pose.knee, pose.lumbar, pose.thoracic) == (knee, 0, 0)
    if pose.thorax < 110:
        assert over(motion, 2.0) == pytest.approx(0, abs=0.01)


def test_the_belly_stops_the_hip_of_well_bent_knees(tmp_path: Path) -> None:
    movement = written(tmp_path, "down 2 { knee = 100, thorax = 115 }", label="right")
    motion = Motion(movement, Body(slr_deg=120))
    assert 130 < motion.skeleton_at(2.0).hip_flexion < 140


def test_at_knee_20_about_58_degrees_are_left_before_the_back_flexes(tmp_path: Path) -> None:
    motion = Motion(written(tmp_path, DEEP, label="right"), Body())
    assert motion.pose_at(2).thorax == pytest.approx(58, abs=1)
    rounded = written(tmp_path, "down 2 { knee = 20, thorax = 110, lumbar = 24 }", label="right")
    assert Motion(rounded, Body()).pose_at(2).thorax > 80


def test_who_bends_less_than_the_limit_is_left_alone(tmp_path: Path) -> None:
    movement = written(tmp_path, "down 2 { knee = 20, thorax = 55 }")
    assert Motion(movement, Body()).pose_at(2) == Pose(20, 55)


def test_the_leg_that_is_stretched_more_stops_the_lean(tmp_path: Path) -> None:
    """Be it in front, with the weight on the other."""
    ahead = (
        'step 2 { left_foot = { forward = 0.35, pitch = 15 }, weight = "right" }',
        "down 2 { thorax = 80, knee = 25 }",
    )
    movement = written(tmp_path, *ahead, label="right", more="moves_feet = true")
    for slr in (60, 80):
        motion = Motion(movement, Body(slr_deg=slr))
        legs = motion.skeleton_at(4.0).legs
        front, rear = (
            legs[side].hip_flexion - most_hip_flexion(slr, legs[side].knee)
            for side in ("left", "right")
        )
        assert front > rear + 5
        assert front == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(("breaks", "rounds"), [("flat_back", True), ("neck_in_line", False)])
def test_who_shows_a_round_back_rounds_on_where_the_hamstrings_end(
    tmp_path: Path, breaks: str, *, rounds: bool
) -> None:
    movement = written(tmp_path, DEEP, label="wrong", more=f'breaks = ["{breaks}"]')
    motion = Motion(movement, Body())
    pose = motion.pose_at(2.0)
    assert over(motion, 2.0) <= 0.01
    if rounds:
        assert pose.thorax == 110
        assert pose.lumbar > 30
    else:
        # No other mistake may round the back as well.
        assert 0 < pose.lumbar <= 27.5
        assert pose.thorax < 110


def test_who_rounds_on_rounds_the_upper_back_when_the_lower_one_is_at_its_end(
    tmp_path: Path,
) -> None:
    movement = written(tmp_path, DEEP, label="wrong", more='breaks = ["flat_back"]')
    pose = Motion(movement, Body(slr_deg=50, lumbar_deg=30)).pose_at(2.0)
    assert pose.lumbar == 30
    assert 0 < pose.thoracic <= 40


@pytest.mark.parametrize(("own", "lumbar"), [(27.5, 10), (44, 16), (55, 20), (80, 20)])
def test_a_right_movement_uses_less_than_half_of_the_own_lumbar_range(
    tmp_path: Path, own: float, lumbar: float
) -> None:
    movement = written(tmp_path, "down 2 { knee = 20, thorax = 50, lumbar = 20 }", label="right")
    assert Motion(movement, Body(lumbar_deg=own)).pose_at(2).lumbar == pytest.approx(lumbar)


@pytest.mark.parametrize(("own", "lumbar"), [(27.5, 20), (55, 40), (82.5, 60)])
def test_a_round_back_is_as_round_as_its_own_range_goes(
    tmp_path: Path, own: float, lumbar: float
) -> None:
    movement = written(
        tmp_path,
        "down 2 { knee = 20, thorax = 50, lumbar = 40 }",
        label="wrong",
        more='breaks = ["flat_back"]',
    )
    assert Motion(movement, Body(lumbar_deg=own)).pose_at(2).lumbar == pytest.approx(lumbar)


@pytest.mark.parametrize("body", GRID[::5], ids=str)
def test_knees_bend_no_farther_than_the_heels_stay_down(tmp_path: Path, body: Body) -> None:
    movement = written(tmp_path, "down 2 { knee = 125, thorax = 30 }", label="right")
    skeleton = Motion(movement, body).skeleton_at(2.0)
    assert skeleton.shin <= 39.6
    assert skeleton.knee == 125 or skeleton.shin == pytest.approx(39.5, abs=0.05)


def test_a_joint_that_is_stated_beyond_its_limit_is_refused(tmp_path: Path) -> None:
    movement = written(tmp_path, "down 2 { knee = 0, thorax = -30, lumbar = 20 }", label="right")
    with pytest.raises(JointLimitError, match=r"^expected hip left within -30 to 140 degrees"):
        Adapter(movement, Body()).pose(movement.phases[0].key)
    with pytest.raises(UserError, match=r"^moves at 2\.0 s: expected hip left within -30"):
        Motion(movement, Body())


def test_a_small_stiff_woman_and_a_tall_supple_man_do_what_they_can(tmp_path: Path) -> None:
    movement = written(tmp_path, DEEP, label="right")
    woman = Motion(movement, Body(1.5, 50, Sex.FEMALE, 1.1, 0.9, 60)).pose_at(2)
    man = Motion(movement, Body(2.0, 90, Sex.MALE, 0.9, 1.1, 100)).pose_at(2)
    assert man.thorax - woman.thorax == pytest.approx(21, abs=5)


@pytest.mark.parametrize(
    "key",
    [
        'step 2 { left_foot = { up = 0.2 }, weight = "left" }',
        "step 2 { left_foot = { up = 0.2 }, right_foot = { up = 0.2 } }",
        'step 2 { right_foot = { pitch = 20 }, weight = "right" }',
    ],
)
def test_nobody_stands_on_the_air(tmp_path: Path, key: str) -> None:
    floating = written(tmp_path, key, more="moves_feet = true")
    with pytest.raises(PoseError, match="which bears weight, flat on the floor") as caught:
        Motion(floating, Body())
    assert caught.value.key == "phases[0].to"


def test_a_point_no_hand_comes_to_is_named(tmp_path: Path) -> None:
    far = written(tmp_path, "down 2 { right_arm = { at = [1.2, 1.5, 0.2] } }")
    with pytest.raises(PoseError, match="a point the right hand reaches, it stays") as caught:
        Motion(far, Body())
    assert caught.value.key == "phases[0].to"
