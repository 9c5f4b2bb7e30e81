from __future__ import annotations

from typing import Any

import pytest

from app.body.anthropometry import Body
from app.body.legs import SIDES, Leg
from app.body.limits import JOINT_LIMITS, JointLimitError, check_limits, joint_angles
from app.body.pose import Aim, Foot, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.errors import UserError
from tests.helpers.poses import both

BODY = Body(lumbar_deg=50)
UPRIGHT = build_skeleton(BODY, Pose(), Stance())
SPINE = [("lumbar", -20, 50), ("thoracic", -25, 50), ("neck", -60, 60)]
LEGS = [("knee", 0, 150), ("hip", -30, 140), ("ankle", -45, 40)]
FIELDS = {"knee": "knee", "hip": "hip_flexion", "ankle": "shin"}


def with_leg(side: str, **angles: float) -> Skeleton:
    legs: dict[str, Leg] = {**UPRIGHT.legs, side: UPRIGHT.legs[side]._replace(**angles)}
    return UPRIGHT._replace(legs=legs)


def refused(skeleton: Skeleton) -> str:
    with pytest.raises(JointLimitError) as caught:
        check_limits(skeleton)
    assert isinstance(caught.value, UserError)
    return str(caught.value)


def posed(name: str, angle: float) -> Skeleton:
    changed: dict[str, Any] = {name: angle}
    return UPRIGHT._replace(pose=Pose(**changed))


@pytest.mark.parametrize(("name", "least", "most"), SPINE)
def test_the_spine_bends_so_far_and_no_farther(name: str, least: int, most: int) -> None:
    for limit, beyond in ((least, least - 0.01), (most, most + 0.01)):
        check_limits(posed(name, limit))
        message = refused(posed(name, beyond))
        assert message == f"expected {name} within {least} to {most} degrees, got {limit}"


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(("name", "least", "most"), LEGS)
def test_each_legs_joints_bend_so_far_and_no_farther(
    side: str, name: str, least: int, most: int
) -> None:
    for limit, beyond in ((least, least - 0.6), (most, most + 0.6)):
        check_limits(with_leg(side, **{FIELDS[name]: limit}))
        message = refused(with_leg(side, **{FIELDS[name]: beyond}))
        assert message.startswith(f"expected {name} {side} within {least} to {most} degrees, got ")
        assert message.endswith(f"{beyond:.0f}")


def test_an_elbow_bends_to_where_the_hand_meets_the_shoulder() -> None:
    for elbow in (4.0, 8.0, 90.0, 150.0):
        skeleton = build_skeleton(BODY, both(Pose(), Aim(elbow=elbow)), Stance())
        check_limits(skeleton)
        angles = joint_angles(skeleton)
        for side, _ in SIDES:
            assert angles[f"elbow_{side}"] == pytest.approx(elbow, abs=0.01)
    joints = dict(UPRIGHT.joints)
    joints["palm_left"] = joints["shoulder_left"]._replace(y=joints["shoulder_left"].y - 0.05)
    message = refused(UPRIGHT._replace(joints=joints))
    assert message.startswith("expected elbow left within 0 to 151 degrees")


def test_lumbar_flexion_has_the_persons_own_range() -> None:
    rounded = build_skeleton(Body(lumbar_deg=40), Pose(20, 60, 40.1), Stance())
    assert refused(rounded) == "expected lumbar within -20 to 40 degrees, got 40"
    check_limits(rounded._replace(body=Body(lumbar_deg=41)))


def test_an_ankle_counts_the_pitch_of_its_foot_and_not_at_all_off_the_floor() -> None:
    toes_up = UPRIGHT._replace(pose=Pose(left_foot=Foot(pitch=30)))
    assert joint_angles(toes_up)["ankle_left"] == pytest.approx(UPRIGHT.shin + 30)
    assert joint_angles(toes_up)["ankle_right"] == pytest.approx(UPRIGHT.shin)
    lifted = UPRIGHT._replace(pose=Pose(left_foot=Foot(up=0.1)))
    assert "ankle_left" not in joint_angles(lifted)
    assert "ankle_right" in joint_angles(lifted)


def test_every_angle_that_has_a_limit_is_told() -> None:
    names = {name.partition("_")[0] for name in joint_angles(UPRIGHT)}
    assert names == {*JOINT_LIMITS, "lumbar"}


@pytest.mark.parametrize(
    "pose",
    [Pose(), Pose(20, 65, 5), Pose(100, 45, 5), both(Pose(8, -15, -15), Aim(Grip.HIPS))],
)
def test_what_people_do_is_within_the_limits(pose: Pose) -> None:
    check_limits(build_skeleton(BODY, pose, Stance()))
