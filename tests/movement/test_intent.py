from __future__ import annotations

from pathlib import Path

import pytest

from app.body.anthropometry import Body
from app.body.pose import Aim, Foot, Grip, Pose
from app.movement.motion import Motion
from tests.helpers.movements import written

DOWN = "down 2 { knee = 20, thorax = 40 }"


def after(folder: Path, phase: str, more: str = "", fraction: float = 1.0) -> Pose:
    return Motion(written(folder, phase, more=more), Body()).pose_in(0, fraction)


def test_a_movement_starts_standing_with_the_arms_hanging(tmp_path: Path) -> None:
    assert after(tmp_path, DOWN, fraction=0.0) == Pose()


def test_all_that_a_key_can_say_is_done(tmp_path: Path) -> None:
    key = """down 2 { knee = 15, thorax = 20, lumbar = 3, thoracic = 6, neck = -4, pressure = 0.5,
        weight = "left", right_foot = { forward = 0.1, up = 0.05, pitch = -10 } }"""
    pose = after(tmp_path, key.replace("\n", " "), "moves_feet = true")
    assert pose[:7] == (15, 20, 3, 6, -4, 0.5, -1)
    assert pose.right_foot == Foot(0.1, 0.05, -10)
    assert pose.left_foot == Foot()


@pytest.mark.parametrize("grip", [grip for grip in Grip if grip not in ("angle", "point")])
def test_arms_go_where_they_are_told(tmp_path: Path, grip: Grip) -> None:
    pose = after(tmp_path, f'down 2 {{ arms = "{grip}" }}')
    assert pose.left_arm.end == pose.right_arm.end == Aim(grip)
    one = after(tmp_path, f'down 2 {{ right_arm = "{grip}" }}')
    assert (one.left_arm.end, one.right_arm.end) == (Aim(), Aim(grip))


def test_an_arm_can_be_stated_by_its_angles(tmp_path: Path) -> None:
    pose = after(tmp_path, "down 2 { left_arm = { shoulder = 90, elbow = 20 } }")
    assert pose.left_arm.end == Aim(Grip.ANGLE, shoulder=90, elbow=20)
    assert pose.right_arm.end == Aim()


def test_a_hand_can_be_at_a_point_in_the_room(tmp_path: Path) -> None:
    wall = "down 2 { knee = 20, thorax = 40, left_arm = { at = [0.5, 1.1, 0.2] } }"
    motion = Motion(written(tmp_path, wall), Body())
    pose = motion.pose_at(2.0)
    assert pose.right_arm.end == Aim()
    palm = motion.skeleton(pose).joints["palm_left"]
    assert palm == pytest.approx((0.5, 1.1, -0.2), abs=1e-4)


def test_what_one_arm_does_goes_before_what_both_do(tmp_path: Path) -> None:
    pose = after(tmp_path, 'down 2 { arms = "chest", left_arm = "hips" }')
    assert pose.left_arm.end.grip is Grip.HIPS
    assert pose.right_arm.end.grip is Grip.CHEST


@pytest.mark.parametrize(
    ("hands", "left", "right"), [("both", 5, 5), ("left", 10, 0), ("right", 0, 10)]
)
def test_what_is_held_weighs_on_the_hands_that_hold_it(
    tmp_path: Path, hands: str, left: float, right: float
) -> None:
    prop = f'[[props]]\nkind = "bag"\nkg = 10\nhands = "{hands}"\napart = 0.2'
    pose = after(tmp_path, DOWN, prop)
    assert (pose.left_load, pose.right_load) == (left, right)
    for arm, kg in ((pose.left_arm, left), (pose.right_arm, right)):
        assert arm.fist is (kg > 0)
        assert arm.end.apart == (0.2 if kg else 0.129)


def test_two_things_weigh_together(tmp_path: Path) -> None:
    props = '[[props]]\nkind = "bag"\nhands = "left"\n[[props]]\nkind = "dumbbell"\nhands = "both"'
    pose = after(tmp_path, DOWN, props)
    assert (pose.left_load, pose.right_load) == (8, 3)


def test_a_thing_to_pick_up_weighs_nothing_until_it_is_carried(tmp_path: Path) -> None:
    prop = '[[props]]\nkind = "kettlebell"\nhands = "both"\nrest = 0'
    light = after(tmp_path, DOWN, prop)
    assert (light.left_load, light.left_arm.fist) == (0, False)
    heavy = after(tmp_path, DOWN, f"{prop}\n[start]\ncarry = 1")
    assert (heavy.left_load, heavy.left_arm.fist) == (6, True)


def test_thick_things_are_held_farther_before_the_legs(tmp_path: Path) -> None:
    for kind, room in (("bar", 0.0), ("dumbbell", 0.06)):
        prop = f'[[props]]\nkind = "{kind}"\nhands = "both"'
        aim = after(tmp_path, 'down 2 { arms = "legs" }', prop).left_arm.end
        assert aim.room == room


def test_a_band_pulls_the_hips(tmp_path: Path) -> None:
    assert after(tmp_path, DOWN, '[[props]]\nkind = "band"\nnewtons = 30').pull == 30
    assert after(tmp_path, DOWN).pull == 0


def test_the_stance_is_the_files(tmp_path: Path) -> None:
    movement = written(tmp_path, DOWN, more="stance = { width = 0.2, toe_out = 15 }")
    joints = Motion(movement, Body(stature_m=2.0)).skeleton_at(0).joints
    assert joints["ankle_right"].z - joints["ankle_left"].z == pytest.approx(0.4)
