"""Hands at points in the room and along the legs, and hands on their way."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.body.anthropometry import Body, Sex
from app.body.arms import soft_length
from app.body.legs import SIDES
from app.body.limits import elbow_flexion
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.body.vectors import Vec3
from tests.helpers.patience import examples
from tests.helpers.poses import GRIPS, both, gripping

BODIES = [Body(), Body(1.5, 50, Sex.FEMALE, 1.1, 0.9), Body(2.0, 95, thigh=0.9, trunk=1.1)]
LEANS = (0, 15, 30, 45, 60, 75)


def at_point(point: Vec3, pose: Pose, body: Body) -> Skeleton:
    return build_skeleton(body, both(pose, Aim(Grip.POINT, point=point)), Stance())


@settings(max_examples=examples(60), phases=[Phase.generate])
@given(
    st.sampled_from(BODIES),
    st.floats(10, 100),
    st.floats(0, 85),
    st.floats(-1.0, 0.9),
    st.floats(15, 145),
    st.floats(-0.1, 0.05),
)
def test_a_hand_is_at_its_point(
    body: Body, knee: float, lean: float, swing: float, elbow: float, aside: float
) -> None:
    pose = Pose(knee, lean, 5)
    hanging = build_skeleton(body, pose, Stance())
    shoulder = hanging.joints["shoulder_right"]
    reach = soft_length(hanging.lengths, elbow)
    flat = math.sqrt(reach**2 - aside**2) if abs(aside) < reach else reach
    # A reach that moves the weight moves the shoulders a few cm: leave as much to spare.
    point = Vec3(
        shoulder.x + 0.8 * flat * math.sin(swing),
        shoulder.y - 0.8 * flat * math.cos(swing),
        shoulder.z + aside,
    )
    skeleton = at_point(point, pose, body)
    flexion = elbow_flexion(skeleton, "right")
    for side, sign in SIDES:
        palm = skeleton.joints[f"palm_{side}"]
        if 4.01 < flexion < 149.9:
            assert math.dist(palm, Vec3(point.x, point.y, sign * point.z)) < 1e-4


def test_a_hand_reaches_towards_a_point_that_is_too_far() -> None:
    point = Vec3(1.5, 1.0, 0.2)
    skeleton = at_point(point, Pose(20, 30), Body())
    shoulder, palm = skeleton.joints["shoulder_right"], skeleton.joints["palm_right"]
    assert 4 - 1e-6 <= elbow_flexion(skeleton, "right") <= 8 + 1e-6
    ahead = math.atan2(point.x - shoulder.x, point.y - shoulder.y)
    assert math.atan2(palm.x - shoulder.x, palm.y - shoulder.y) == pytest.approx(ahead)


def test_an_elbow_bends_no_farther_than_elbows_do() -> None:
    shoulder = build_skeleton(Body(), Pose(), Stance()).joints["shoulder_right"]
    skeleton = at_point(shoulder._replace(y=shoulder.y - 0.03), Pose(), Body())
    for side, _ in SIDES:
        assert elbow_flexion(skeleton, side) == pytest.approx(150, abs=0.01)


def test_no_arm_is_pulled_quite_straight() -> None:
    skeleton = build_skeleton(Body(), both(Pose(), Aim(elbow=0)), Stance())
    assert elbow_flexion(skeleton, "left") == pytest.approx(4)


def test_a_point_stays_where_it_is_when_the_body_goes_aside() -> None:
    aim = Aim(Grip.POINT, point=Vec3(0.35, 0.9, 0.1))
    for weight in (-1.0, 0.5):
        skeleton = build_skeleton(Body(), both(Pose(20, 20, weight=weight), aim), Stance())
        assert abs(skeleton.hip.z) > 0.02
        for side, sign in SIDES:
            assert math.dist(skeleton.joints[f"palm_{side}"], Vec3(0.35, 0.9, sign * 0.1)) < 1e-4


def before_leg(skeleton: Skeleton, side: str) -> float:
    """Return how far the palm is before the line of the leg at its height, m."""
    hip, knee, ankle, palm = (
        skeleton.joints[f"{part}_{side}"] for part in ("hip", "knee", "ankle", "palm")
    )
    low, high = (knee, hip) if palm.y >= knee.y else (ankle, knee)
    share = (palm.y - low.y) / (high.y - low.y)
    return palm.x - (low.x + (high.x - low.x) * share)


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_a_bar_goes_down_close_to_the_legs_and_not_through_them(body: Body) -> None:
    for lean in LEANS:
        skeleton = gripping(Grip.LEGS, Pose(8 + lean / 5, lean), body)
        for side, sign in SIDES:
            palm = skeleton.joints[f"palm_{side}"]
            away = before_leg(skeleton, side) / body.stature_m
            # Half a thigh is about .045 of stature thick, half a shin .03; then the bar.
            assert (0.044 if palm.y > skeleton.joints["knee_left"].y else 0.034) < away < 0.065
            assert palm.z == pytest.approx(sign * 0.129 * body.stature_m)
            assert elbow_flexion(skeleton, side) == pytest.approx(8, abs=0.01)


def test_what_is_thicker_than_a_bar_is_held_farther_away() -> None:
    for lean in LEANS[1:]:
        pose = Pose(8 + lean / 5, lean)
        bar, bell = (
            build_skeleton(Body(), both(pose, Aim(Grip.LEGS, 0.025, room=room)), Stance())
            for room in (0.0, 0.06)
        )
        assert before_leg(bell, "left") - before_leg(bar, "left") == pytest.approx(0.06, abs=0.004)


def test_the_bar_is_nearer_than_hands_that_hang_plumb() -> None:
    """At the bottom of a lift the arms lean back to keep what they hold over the foot."""
    pose = Pose(20, 75, left_load=10, right_load=10)
    close, plumb = (
        build_skeleton(Body(), both(pose, Aim(grip)), Stance()) for grip in (Grip.LEGS, Grip.HANG)
    )
    assert close.joints["palm_left"].x < plumb.joints["palm_left"].x - 0.05


@pytest.mark.parametrize("pose", [Pose(40, 60), Pose(90, 70), Pose(60, 45, 10)])
def test_a_hand_on_the_thigh_lies_on_its_front_near_the_knee(pose: Pose) -> None:
    for body in BODIES:
        skeleton = gripping(Grip.THIGH, pose, body)
        hip, knee, palm = (skeleton.joints[f"{part}_left"] for part in ("hip", "knee", "palm"))
        along = (palm.x - hip.x) * (knee.x - hip.x) + (palm.y - hip.y) * (knee.y - hip.y)
        length = math.dist(hip[:2], knee[:2])
        assert 0.7 < along / length**2 < 0.9
        beside = (knee.x - hip.x) * (palm.y - hip.y) - (knee.y - hip.y) * (palm.x - hip.x)
        assert 0.035 < beside / length / body.stature_m < 0.060


def on_the_way(start: Aim, end: Aim, share: float, pose: Pose) -> Skeleton:
    arm = Arm(start, end, share)
    return build_skeleton(Body(), pose._replace(left_arm=arm, right_arm=arm), Stance())


@pytest.mark.parametrize("grip", GRIPS)
def test_a_hand_goes_in_an_arc_about_its_shoulder(grip: Grip) -> None:
    """It never jumps, and begins and ends where the two grips are."""
    pose, end = Pose(20, 30), Aim(grip, shoulder=60, elbow=30)
    way = [on_the_way(Aim(), end, i / 50, pose) for i in range(51)]
    assert way[0].joints["palm_left"] == gripping(Grip.HANG, pose).joints["palm_left"]
    for part, farthest in (("palm", 0.07), ("elbow", 0.09)):
        there = build_skeleton(Body(), both(pose, end), Stance()).joints[f"{part}_left"]
        assert way[-1].joints[f"{part}_left"] == pytest.approx(there, abs=1e-6)
        steps = [
            math.dist(one.joints[f"{part}_left"], other.joints[f"{part}_left"])
            for one, other in pairwise(way)
        ]
        assert max(steps) < farthest, part
    for one in way:
        assert 4 - 1e-6 <= elbow_flexion(one, "left") <= 150 + 1e-6


def test_half_way_the_arm_has_swung_and_bent_half_way() -> None:
    start, end = Aim(elbow=8), Aim(Grip.ANGLE, 0.129, 90, 8)
    half = on_the_way(start, end, 0.5, Pose())
    shoulder, palm = half.joints["shoulder_left"], half.joints["palm_left"]
    assert math.degrees(math.atan2(palm.x - shoulder.x, shoulder.y - palm.y)) == pytest.approx(45)
    # Along the straight line between the two places it would come nearer than an arm's length.
    assert elbow_flexion(half, "left") == pytest.approx(8)


def test_a_hand_behind_the_neck_is_reached_over_the_shoulder() -> None:
    """Not through the body: half way there it is in front of the trunk or above it."""
    for share in (0.3, 0.5, 0.7, 0.9):
        skeleton = on_the_way(Aim(), Aim(Grip.NECK), share, Pose())
        shoulder, palm = skeleton.joints["shoulder_left"], skeleton.joints["palm_left"]
        assert palm.x > shoulder.x or palm.y > shoulder.y
