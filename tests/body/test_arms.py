from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body, Sex
from app.body.arms import follows_legs, soft_length
from app.body.legs import SIDES
from app.body.limits import elbow_flexion
from app.body.pose import Aim, Arm, Foot, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.body.vectors import Vec3, between
from tests.helpers.poses import GRIPS, RESTS, both, gripping, mirrored, seen_from

POSES = {
    "upright": Pose(),
    "hinge": Pose(20, 65, 5),
    "level": Pose(40, 90, 10),
    "squat": Pose(100, 45, 5),
    "rounded": Pose(5, 80, 40, 30, 20),
    "leaning back": Pose(8, -20, -10),
}
BODIES = [
    Body(),
    Body(1.5, 50, Sex.FEMALE, 1.1, 0.9, arm=0.85),
    Body(2.0, 95, trunk=1.1, arm=1.15, shin=0.9),
]


def girdle(skeleton: Skeleton) -> Vec3:
    return between(skeleton.joints["shoulder_left"], skeleton.joints["shoulder_right"], 0.5)


@pytest.mark.parametrize("grip", GRIPS)
def test_no_grip_changes_the_length_of_a_bone_or_bends_an_elbow_as_none_bends(grip: Grip) -> None:
    for body in BODIES:
        for pose in POSES.values():
            skeleton = gripping(grip, pose, body)
            lengths, joints = skeleton.lengths, skeleton.joints
            for side, _ in SIDES:
                shoulder, elbow, wrist, palm, tip = (
                    joints[f"{part}_{side}"]
                    for part in ("shoulder", "elbow", "wrist", "palm", "hand")
                )
                assert math.dist(shoulder, elbow) == pytest.approx(lengths.upper_arm)
                assert math.dist(elbow, wrist) == pytest.approx(lengths.forearm)
                assert math.dist(wrist, palm) == pytest.approx(lengths.palm)
                assert math.dist(wrist, tip) == pytest.approx(lengths.hand)
                # The hand continues the line of the forearm.
                assert math.dist(elbow, tip) == pytest.approx(lengths.forearm + lengths.hand)
                flexion = elbow_flexion(skeleton, side)
                assert 4 - 1e-6 <= flexion <= 150 + 1e-6
                bent = math.dist(shoulder, palm)
                assert bent == pytest.approx(soft_length(lengths, flexion))


@pytest.mark.parametrize("grip", GRIPS)
def test_hands_at_the_same_grip_mirror_each_other(grip: Grip) -> None:
    for pose in POSES.values():
        even = gripping(grip, pose)
        # A foot turned by next to nothing makes the program place each side on its own.
        uneven = build_skeleton(Body(), even.pose._replace(left_foot=Foot(pitch=1e-9)), even.stance)
        for skeleton in (even, uneven):
            for part in ("shoulder", "elbow", "wrist", "palm", "hand"):
                left, right = (skeleton.joints[f"{part}_{side}"] for side, _ in SIDES)
                assert (left.x, left.y, -left.z) == pytest.approx(right, abs=1e-7), part
                assert right == pytest.approx(even.joints[f"{part}_right"], abs=1e-7), part


def test_arms_that_differ_are_mirrored_when_they_are_exchanged() -> None:
    pose = Pose(20, 50, 5, left_arm=Arm(Aim(Grip.NECK), Aim(Grip.NECK)), right_load=6.0)
    pose = pose._replace(right_arm=Arm(Aim(Grip.HANG), Aim(Grip.THIGH), 0.6))
    one = build_skeleton(Body(), pose, Stance())
    other = build_skeleton(Body(), mirrored(pose), Stance())
    for side, opposite in (("left", "right"), ("right", "left")):
        for part in ("shoulder", "elbow", "palm", "hand", "knee"):
            at = one.joints[f"{part}_{side}"]
            assert other.joints[f"{part}_{opposite}"] == pytest.approx((at.x, at.y, -at.z))


@pytest.mark.parametrize("pose", POSES.values(), ids=POSES)
def test_an_arm_that_hangs_hangs_plumb_with_the_elbow_behind(pose: Pose) -> None:
    for apart, elbow in ((0.129, 8.0), (0.05, 40.0)):
        skeleton = build_skeleton(Body(), both(pose, Aim(apart=apart, elbow=elbow)), Stance())
        for side, sign in SIDES:
            shoulder, joint, palm = (
                skeleton.joints[f"{part}_{side}"] for part in ("shoulder", "elbow", "palm")
            )
            assert palm.x == pytest.approx(shoulder.x)
            assert palm.y < shoulder.y
            assert palm.z == pytest.approx(sign * apart * 1.75)
            assert joint.x < shoulder.x
            assert elbow_flexion(skeleton, side) == pytest.approx(elbow)


@pytest.mark.parametrize(("lean", "angle"), [(0, 0), (60, 60), (60, -20), (-10, 100), (0, 175)])
def test_an_arm_at_an_angle_keeps_it_against_the_thorax(lean: float, angle: float) -> None:
    aim = Aim(Grip.ANGLE, 0.129, angle, 25)
    skeleton = build_skeleton(Body(), both(Pose(20, lean), aim), Stance())
    shoulder, palm = skeleton.joints["shoulder_left"], skeleton.joints["palm_left"]
    # From hanging plumb it has swung by its angle less the lean of the thorax.
    swung = math.degrees(math.atan2(palm.x - shoulder.x, shoulder.y - palm.y))
    assert swung == pytest.approx(angle - lean)
    assert elbow_flexion(skeleton, "left") == pytest.approx(25)


@pytest.mark.parametrize("grip", RESTS)
def test_hands_on_the_trunk_go_with_it(grip: Grip) -> None:
    poses = [Pose(), Pose(20, 40), Pose(20, 80), Pose(30, 60)]
    skeletons = [gripping(grip, pose) for pose in poses]
    for part in ("palm_right", "elbow_right"):
        seen = []
        for skeleton in skeletons:
            root = skeleton.hip if grip is Grip.HIPS else girdle(skeleton)
            at = skeleton.joints[part]
            seen.append((*seen_from(at, root, skeleton.pose.thorax), at.z))
        for later in seen[1:]:
            assert later == pytest.approx(seen[0], abs=1e-6), part


@pytest.mark.parametrize(
    ("grip", "forward", "up", "out"),
    [
        (Grip.CHEST, (0.08, 0.13), (-0.14, -0.04), (0.0, 0.06)),
        (Grip.CROSSED, (0.03, 0.11), (-0.10, 0.0), (-0.13, -0.04)),
        (Grip.HIPS, (-0.02, 0.08), (0.03, 0.10), (0.08, 0.13)),
        (Grip.NECK, (-0.10, -0.03), (0.03, 0.12), (0.0, 0.05)),
        (Grip.BACK, (-0.10, -0.03), (-0.26, -0.14), (0.0, 0.05)),
        (Grip.RACK, (-0.09, 0.0), (-0.03, 0.06), (0.18, 0.27)),
        (Grip.RIBS, (0.0, 0.09), (-0.20, -0.09), (0.09, 0.17)),
    ],
)
def test_hands_rest_where_their_grip_says(
    grip: Grip, forward: tuple[float, float], up: tuple[float, float], out: tuple[float, float]
) -> None:
    """Before or behind, above or below shoulders or hips, to the side; fractions of stature."""
    for body in BODIES:
        skeleton = gripping(grip, Pose(20, 50), body)
        root = skeleton.hip if grip is Grip.HIPS else girdle(skeleton)
        for side, sign in SIDES:
            palm = skeleton.joints[f"palm_{side}"]
            ahead, above = seen_from(palm, root, 50)
            got = (ahead, above, sign * palm.z)
            for value, (least, most) in zip(got, (forward, up, out), strict=True):
                assert least <= value / body.stature_m <= most, (grip, got)


@pytest.mark.parametrize(
    ("grip", "forward", "up", "out"),
    [
        (Grip.CHEST, 0, -1, 1),
        (Grip.HIPS, -1, 0, 1),
        (Grip.NECK, 0, 0, 1),
        (Grip.BACK, 0, 0, 1),
        (Grip.RACK, 0, -1, 0),
        (Grip.RIBS, -1, 0, 0),
        (Grip.THIGH, 0, 0, 1),
    ],
)
def test_an_elbow_points_where_people_hold_it(grip: Grip, forward: int, up: int, out: int) -> None:
    """From the middle of the line between shoulder and palm, seen from the thorax."""
    for pose in (Pose(), Pose(20, 50)):
        skeleton = gripping(grip, pose)
        for side, sign in SIDES:
            shoulder, elbow, palm = (
                skeleton.joints[f"{part}_{side}"] for part in ("shoulder", "elbow", "palm")
            )
            middle = between(shoulder, palm, 0.5)
            ahead, above = seen_from(elbow, middle, pose.thorax)
            for want, got in ((forward, ahead), (up, above), (out, sign * (elbow.z - middle.z))):
                assert got * want > 0.02 or not want, (grip, side, ahead, above)


def test_a_hand_is_closed_when_what_it_goes_to_is_nearer() -> None:
    arm = Arm(Aim(), Aim(fist=True), 0.4)
    assert not arm.fist
    assert arm._replace(share=0.6).fist
    assert Arm(Aim(fist=True), Aim()).fist
    skeleton = build_skeleton(Body(), Pose(right_arm=arm._replace(share=1.0)), Stance())
    assert skeleton.fist("right")
    assert not skeleton.fist("left")


@pytest.mark.parametrize("grip", Grip)
def test_hands_in_the_room_or_at_the_legs_follow_where_these_are(grip: Grip) -> None:
    outside = grip in (Grip.POINT, Grip.LEGS, Grip.THIGH)
    assert follows_legs(Arm(Aim(grip), Aim())) is outside
    assert follows_legs(Arm(Aim(), Aim(grip), 0.2)) is outside
