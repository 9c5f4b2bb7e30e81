from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body, Sex
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton
from app.body.spine import TOUCH_BEHIND, touch_points
from tests.helpers.poses import seen_from


def test_the_stick_touches_each_part_where_that_part_is() -> None:
    for pose in (Pose(20, 60), Pose(20, 75, 40, 30, -20), Pose(8, 0, -10, 20, 30)):
        skeleton = build_skeleton(Body(), pose, Stance())
        tailbone, back, head = touch_points(skeleton)
        x, y, lean = skeleton.spine_at(0.72)
        upper = pose.thorax + pose.thoracic / 2
        found = (
            seen_from(tailbone, skeleton.hip, pose.pelvis),
            seen_from(back, Vec3(x, y, 0), math.degrees(lean)),
            seen_from(head, skeleton.joints["c7"], upper - pose.neck),
        )
        for (forward, up), along in zip(found, (-0.012, 0, 0.092), strict=True):
            assert forward == pytest.approx(-TOUCH_BEHIND * 1.75)
            assert up == pytest.approx(along * 1.75)


def off_the_line(skeleton: Skeleton) -> float:
    """Return how far (m) the upper back is off the line from tailbone to the back of the head."""
    tailbone, back, head = touch_points(skeleton)
    dx, dy = head.x - tailbone.x, head.y - tailbone.y
    return (dx * (back.y - tailbone.y) - dy * (back.x - tailbone.x)) / math.hypot(dx, dy)


@pytest.mark.parametrize("body", [Body(), Body(1.5, 50, Sex.FEMALE, 1.1, 0.9), Body(2.0, 95)])
@pytest.mark.parametrize("lean", [0, 30, 60, 85])
def test_a_stick_touches_a_neutral_back_in_three_points(body: Body, lean: float) -> None:
    skeleton = build_skeleton(body, Pose(20, lean), Stance())
    assert abs(off_the_line(skeleton)) < 1e-6
    tailbone, back, head = touch_points(skeleton)
    assert {point.z for point in (tailbone, back, head)} == {skeleton.hip.z}
    turn = math.radians(lean)
    for point in (tailbone, back, head):
        behind = (skeleton.hip.x - point.x) * math.cos(turn) - (
            skeleton.hip.y - point.y
        ) * math.sin(turn)
        assert behind == pytest.approx(TOUCH_BEHIND * body.stature_m)
    heights = [
        point.x * math.sin(turn) + point.y * math.cos(turn) for point in touch_points(skeleton)
    ]
    assert heights == sorted(heights)
    assert 0.4 < (heights[2] - heights[0]) / body.stature_m < 0.6


@pytest.mark.parametrize(
    ("pose", "least"),
    [
        (Pose(20, 60, 25), 0.01),
        (Pose(20, 60, 0, 25), 0.01),
        (Pose(20, 60, 0, 0, 30), 0.005),
        (Pose(20, 60, 40, 30), 0.04),
    ],
)
def test_a_back_that_rounds_or_a_head_that_nods_leaves_it(pose: Pose, least: float) -> None:
    skeleton = build_skeleton(Body(), pose, Stance())
    assert abs(off_the_line(skeleton)) > least
