from __future__ import annotations

import pytest

from app.body.pose import Aim, Arm, Foot, Grip, Pose, Stance

CHEST, NECK = Aim(Grip.CHEST), Aim(Grip.NECK)
ONE = Pose()
OTHER = Pose(
    28, 60, 10, 8, -20, 0.65, 1.0, 0.8, 4.0, 6.0, 20.0,
    Foot(0.2, 0.1, -30), Foot(-0.1), Arm(CHEST, CHEST), Arm(NECK, NECK),
)  # fmt: skip


def test_a_pose_half_way_is_half_way_in_every_number() -> None:
    half = ONE.towards(OTHER, 0.5)
    assert half[:11] == (18, 30, 5, 4, -10, 0.55, 0.5, 0.4, 2, 3, 10)
    assert half.left_foot == Foot(0.1, 0.05, -15)
    assert half.right_foot == Foot(-0.05)
    assert half.left_arm == Arm(Aim(), CHEST, 0.5)
    assert half.right_arm == Arm(Aim(), NECK, 0.5)


def test_both_ends_are_reached() -> None:
    assert ONE.towards(OTHER, 0) == ONE
    assert ONE.towards(OTHER, 1) == OTHER
    nearly = ONE.towards(OTHER, 1 - 1e-12)
    assert nearly[:11] == pytest.approx(OTHER[:11])
    assert (nearly.left_arm.end, nearly.right_arm.end) == (CHEST, NECK)


def test_who_stays_stays_the_same() -> None:
    assert OTHER.towards(OTHER, 0.3) is OTHER
    nodding = OTHER.towards(OTHER._replace(neck=0), 0.3)
    assert nodding == OTHER._replace(neck=-14)


def test_the_next_way_begins_where_the_last_one_ended() -> None:
    crossed = Aim(Grip.CROSSED)
    arrived = Pose(left_arm=Arm(Aim(), CHEST, 1.0), right_arm=Arm(Aim(), NECK, 1.0))
    on = arrived.towards(OTHER._replace(left_arm=Arm(crossed, crossed)), 0.25)
    assert on.left_arm == Arm(CHEST, crossed, 0.25)
    assert on.right_arm == Arm(NECK, NECK)
    back = arrived.towards(ONE, 0.25)
    assert (back.left_arm, back.right_arm) == (Arm(CHEST, Aim(), 0.25), Arm(NECK, Aim(), 0.25))


@pytest.mark.parametrize(
    ("weight", "side"), [(-1, "left"), (-0.2, "left"), (0, "left"), (0.2, "right"), (1, "right")]
)
def test_the_stance_leg_bears_the_weight(weight: float, side: str) -> None:
    assert Pose(weight=weight).stance_side == side


def test_the_pelvis_is_what_the_spine_leaves_over() -> None:
    assert Pose(thorax=60, lumbar=10, thoracic=30).pelvis == 35
    assert Pose(left_foot=Foot(0.3)).foot("left") == Foot(0.3)
    assert Pose(left_foot=Foot(0.3)).foot("right") == Foot()


def test_feet_stand_below_the_hip_joints_unless_told_otherwise() -> None:
    assert Stance() == (0.100, 7.0)
