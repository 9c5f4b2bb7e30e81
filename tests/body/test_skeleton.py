from __future__ import annotations

import math
from itertools import pairwise

import pytest

from app.body.anthropometry import Body, Sex
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton, centre_of_mass, lumbar_arc

POSES = {
    "upright": Pose(),
    "hinge": Pose(20, 65, 5, 0, 65),
    "round": Pose(2, 85, 45, 0, 85),
    "squat": Pose(100, 45, 5, 0, 45),
    "arms crossed": Pose(20, 40, 0, 0, 30, 132),
    "looking up": Pose(20, 65, 5, 35, 65, 8, 0.6),
    "bent back": Pose(0, -20, -15, -20, 10),
}
STANCES = [Stance(), Stance(0.15, 15), Stance(0.05, 0), Stance(0.35, 40)]
BODIES = [Body(), Body(1.5, 55, Sex.FEMALE, 1.1, 0.9), Body(2.0, 100, Sex.MALE, 0.9, 1.1)]
SIDES = ("left", "right")


def every_skeleton() -> list[Skeleton]:
    return [
        build_skeleton(body, pose, stance)
        for body in BODIES
        for pose in POSES.values()
        for stance in STANCES
    ]


def distance(skeleton: Skeleton, one: str, other: str) -> float:
    return math.dist(skeleton.joints[one], skeleton.joints[other])


def test_no_pose_changes_the_length_of_a_segment() -> None:
    for skeleton in every_skeleton():
        lengths = skeleton.lengths
        for side in SIDES:
            for one, other, length in (
                ("ankle", "knee", lengths.shank),
                ("knee", "hip", lengths.thigh),
                ("shoulder", "elbow", lengths.upper_arm),
                ("elbow", "wrist", lengths.forearm),
                ("wrist", "hand", lengths.hand),
                ("heel", "toe", lengths.foot),
            ):
                measured = distance(skeleton, f"{one}_{side}", f"{other}_{side}")
                assert measured == pytest.approx(length), (one, skeleton.pose)
        assert distance(skeleton, "hip_left", "hip_right") == pytest.approx(lengths.hip_breadth)
        assert distance(skeleton, "shoulder_left", "shoulder_right") == pytest.approx(
            lengths.shoulder_breadth
        )
        assert math.dist(skeleton.hip, skeleton.joints["l5s1"]) == pytest.approx(
            lengths.hip_to_l5s1
        )
        assert distance(skeleton, "t12l1", "c7") == pytest.approx(lengths.thorax)
        assert distance(skeleton, "c7", "vertex") == pytest.approx(lengths.head)


def test_the_feet_do_not_move() -> None:
    for body in BODIES:
        for stance in STANCES:
            seen = {
                tuple(
                    skeleton.joints[f"{name}_{side}"]
                    for name in ("heel", "toe", "ankle")
                    for side in SIDES
                )
                for skeleton in (build_skeleton(body, pose, stance) for pose in POSES.values())
            }
            assert len(seen) == 1


def test_the_feet_stand_as_wide_and_turned_as_the_stance_says() -> None:
    joints = build_skeleton(Body(stature_m=2.0), Pose(), Stance(0.15, 20)).joints
    assert joints["ankle_right"].z - joints["ankle_left"].z == pytest.approx(0.30)
    for side, sign in (("left", -1), ("right", 1)):
        heel, toe = joints[f"heel_{side}"], joints[f"toe_{side}"]
        assert heel.y == toe.y == 0
        turned = math.degrees(math.atan2(toe.z - heel.z, toe.x - heel.x))
        assert turned == pytest.approx(sign * 20)
    assert joints["ankle_left"].x == 0


def test_left_and_right_mirror_each_other() -> None:
    for skeleton in every_skeleton():
        for name, at in skeleton.joints.items():
            if name.endswith("_left"):
                other = skeleton.joints[name.replace("_left", "_right")]
                assert (at.x, at.y, -at.z) == pytest.approx(other), name
            elif not name.endswith("_right"):
                assert at.z == 0, name
        assert centre_of_mass(skeleton).z == pytest.approx(0)


def test_joints_follow_the_angles_of_the_pose() -> None:
    for skeleton in every_skeleton():
        pose, joints = skeleton.pose, skeleton.joints

        def lean(one: Vec3, other: Vec3) -> float:
            return math.degrees(math.atan2(other.x - one.x, other.y - one.y))

        assert lean(joints["t12l1"], joints["c7"]) == pytest.approx(pose.thorax)
        assert lean(skeleton.hip, joints["l5s1"]) == pytest.approx(pose.thorax - pose.lumbar)
        assert lean(joints["c7"], joints["head"]) == pytest.approx(pose.thorax - pose.neck)
        elbow = lean(joints["elbow_left"], joints["wrist_left"])
        arm = lean(joints["shoulder_left"], joints["elbow_left"])
        assert (arm - elbow) % 360 == pytest.approx(pose.elbow)
        if skeleton.stance.width == 0.100:  # there the legs stand in upright planes
            shin = lean(joints["ankle_left"], joints["knee_left"])
            thigh = lean(joints["knee_left"], joints["hip_left"])
            assert shin == pytest.approx(skeleton.shin)
            assert shin - thigh == pytest.approx(pose.knee)
            assert skeleton.hip_flexion == pytest.approx(pose.thorax - pose.lumbar - thigh)


def test_arms_hang_plumb_when_the_shoulder_follows_the_lean() -> None:
    joints = build_skeleton(Body(), Pose(20, 65, 5, 0, 65, 0), Stance()).joints
    xs = [joints[f"{name}_right"].x for name in ("shoulder", "elbow", "wrist", "hand")]
    assert max(xs) - min(xs) < 1e-12


@pytest.mark.parametrize("flexion", [-20, -1e-12, 0, 5, 30, 60])
def test_the_lumbar_spine_keeps_its_length_however_it_bends(flexion: float) -> None:
    pelvis, thorax = math.radians(30), math.radians(30 + flexion)
    steps = 2000
    points = [lumbar_arc(0.15, pelvis, thorax, i / steps) for i in range(steps + 1)]
    along = sum(math.dist(one, other) for one, other in pairwise(points))
    assert along == pytest.approx(0.15, rel=1e-6)
    assert points[0] == Vec3(0, 0, 0)
    # It leaves the pelvis in the pelvis's direction and arrives in the thorax's.
    for index, lean in ((0, pelvis), (steps - 1, thorax)):
        one, other = points[index : index + 2]
        assert math.atan2(other.x - one.x, other.y - one.y) == pytest.approx(lean, abs=1e-3)


@pytest.mark.parametrize(("sex", "share"), [(Sex.MALE, 0.52), (Sex.FEMALE, 0.51)])
def test_about_half_the_body_is_above_l5s1(sex: Sex, share: float) -> None:
    body = Body(sex=sex, mass_kg=80)
    for pose in POSES.values():
        masses = build_skeleton(body, pose, Stance()).masses
        above = sum(mass.kg for mass in masses if mass.above_l5s1)
        assert above / 80 == pytest.approx(share, abs=0.01)
        assert sum(mass.kg for mass in masses) == pytest.approx(80, rel=2e-4)


def test_standing_straight_the_crown_is_at_the_stature() -> None:
    for sex in Sex:
        skeleton = build_skeleton(Body(stature_m=1.7, sex=sex), Pose(knee=0), Stance())
        crown = skeleton.joints["vertex"].y
        # The shin leans a little for balance, which costs a few millimetres.
        assert 1.69 < crown <= 1.7005


def test_balanced_standing_leans_as_people_do() -> None:
    for sex in Sex:
        skeleton = build_skeleton(Body(sex=sex), Pose(), Stance())
        assert skeleton.shin == pytest.approx(8, abs=1)
        assert 0.045 <= skeleton.hip.x <= 0.065
