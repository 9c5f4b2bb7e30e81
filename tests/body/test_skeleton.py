from __future__ import annotations

import math
from itertools import pairwise

import pytest

from app.body.anthropometry import Body, Sex
from app.body.pose import Aim, Foot, Grip, Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton, centre_of_mass
from tests.helpers.poses import both

POSES = {
    "upright": Pose(),
    "hinge": Pose(20, 65, 5),
    "round": Pose(2, 85, 45, 30),
    "squat": Pose(100, 45, 5),
    "arms crossed": both(Pose(20, 40), Aim(Grip.CROSSED)),
    "looking up": Pose(20, 65, 5, 0, 35, 0.6),
    "bent back": Pose(0, -20, -15, -10, -20),
    "laden": both(Pose(20, 70, 5, left_load=8, right_load=8), Aim(Grip.LEGS, fist=True)),
}
STANCES = [Stance(), Stance(0.100, 0), Stance(0.15, 15), Stance(0.05, 0), Stance(0.35, 40)]
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
        if not skeleton.pose.thoracic:
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
                assert at.z == pytest.approx(0, abs=1e-9), name
        assert centre_of_mass(skeleton).z == pytest.approx(0)


def test_joints_follow_the_angles_of_the_pose() -> None:
    for skeleton in every_skeleton():
        pose, joints = skeleton.pose, skeleton.joints

        def lean(one: Vec3, other: Vec3) -> float:
            return math.degrees(math.atan2(other.x - one.x, other.y - one.y))

        assert lean(joints["t12l1"], joints["c7"]) == pytest.approx(pose.thorax)
        assert lean(skeleton.hip, joints["l5s1"]) == pytest.approx(pose.pelvis)
        nod = pose.thorax + pose.thoracic / 2 - pose.neck
        assert lean(joints["c7"], joints["head"]) == pytest.approx(nod)
        if skeleton.stance == Stance(0.100, 0):  # there the legs stand in upright planes
            shin = lean(joints["ankle_left"], joints["knee_left"])
            thigh = lean(joints["knee_left"], joints["hip_left"])
            assert shin == pytest.approx(skeleton.shin)
            assert shin - thigh == pytest.approx(pose.knee, abs=1e-4)
            assert skeleton.hip_flexion == pytest.approx(pose.pelvis - thigh)


def test_the_trunks_line_runs_through_its_joints_and_keeps_its_length() -> None:
    for skeleton in every_skeleton():
        lengths, joints, pose = skeleton.lengths, skeleton.joints, skeleton.pose
        length = lengths.lumbar + lengths.thorax
        shares = {"l5s1": 0.0, "t12l1": lengths.lumbar / length, "c7": 1.0}
        leans = (pose.pelvis, pose.thorax - pose.thoracic / 2, pose.thorax + pose.thoracic / 2)
        for (name, share), lean in zip(shares.items(), leans, strict=True):
            x, y, turned = skeleton.spine_at(share)
            assert (x, y) == pytest.approx(joints[name][:2]), name
            assert math.degrees(turned) == pytest.approx(lean), name
        line = [skeleton.spine_at(i / 60)[:2] for i in range(61)]
        along = sum(math.dist(one, other) for one, other in pairwise(line))
        assert along == pytest.approx(length, rel=1e-3)
        for share in (0.1, 0.2, 0.5, 0.8):
            (x, y, turned), (above_x, above_y, _) = (
                skeleton.spine_at(part) for part in (share, share + 1e-5)
            )
            assert math.atan2(above_x - x, above_y - y) == pytest.approx(turned, abs=1e-3)
        shoulders = (lengths.lumbar + lengths.t12_to_shoulder) / length
        assert skeleton.spine_at(shoulders)[:2] == pytest.approx(joints["shoulder_left"][:2])


def test_what_the_hands_hold_hangs_at_the_palms() -> None:
    empty = build_skeleton(Body(), Pose(20, 60), Stance())
    laden = build_skeleton(Body(), Pose(20, 60, left_load=3, right_load=7), Stance())
    assert len(laden.masses) == len(empty.masses) + 2
    held = [
        mass
        for mass in laden.masses
        if mass.at in (laden.joints["palm_left"], laden.joints["palm_right"])
    ]
    assert [(mass.kg, mass.at.z > 0, mass.above_l5s1) for mass in held] == [
        (3, False, True),
        (7, True, True),
    ]


def test_the_angles_told_are_those_of_the_leg_that_bears_the_weight() -> None:
    lifted = Foot(up=0.12, pitch=-20)
    for side, pose in (
        ("left", Pose(weight=-1, right_foot=lifted)),
        ("right", Pose(weight=1, left_foot=lifted)),
    ):
        skeleton = build_skeleton(Body(), pose, Stance())
        leg = skeleton.legs[side]
        told = (skeleton.shin, skeleton.knee, leg.thigh, skeleton.hip_flexion)
        assert told == leg
        assert skeleton.knee == pytest.approx(8)


@pytest.mark.parametrize(("sex", "share"), [(Sex.MALE, 0.52), (Sex.FEMALE, 0.51)])
def test_about_half_the_body_is_above_l5s1(sex: Sex, share: float) -> None:
    body = Body(sex=sex, mass_kg=80)
    for pose in POSES.values():
        masses = build_skeleton(body, pose, Stance()).masses
        above = sum(mass.kg for mass in masses if mass.above_l5s1)
        above -= pose.left_load + pose.right_load
        assert above / 80 == pytest.approx(share, abs=0.01)
        held = 16 if pose.left_load else 0
        assert sum(mass.kg for mass in masses) == pytest.approx(80 + held, rel=2e-4)


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
