"""A leg that goes back in line with the trunk, whatever the body."""

from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body
from app.body.pose import Foot, Pose, Stance
from app.body.skeleton import build_skeleton
from tests.helpers.bodies import COVERING
from tests.helpers.poses import mirrored

LEANING = Pose(knee=30, thorax=60, weight=-1.0, trail=1.0)


@pytest.mark.parametrize("body", COVERING)
def test_it_is_in_line_with_the_trunk(body: Body) -> None:
    skeleton = build_skeleton(body, LEANING, Stance())
    hip, ankle = skeleton.joints["hip_right"], skeleton.joints["ankle_right"]
    assert math.degrees(math.atan2(hip.x - ankle.x, hip.y - ankle.y)) == pytest.approx(60, abs=0.1)
    assert 0 < skeleton.legs["right"].knee < 40
    assert skeleton.legs["left"].knee == pytest.approx(30, abs=0.01)


def test_either_leg_does_it() -> None:
    one = build_skeleton(Body(), LEANING, Stance()).joints
    other = build_skeleton(Body(), mirrored(LEANING), Stance()).joints
    for joint in ("ankle", "knee", "hip", "toe"):
        at, there = one[f"{joint}_right"], other[f"{joint}_left"]
        assert math.dist(at, (there.x, there.y, -there.z)) < 1e-5


def test_it_leaves_the_floor_little_by_little() -> None:
    places = [
        build_skeleton(Body(), LEANING._replace(trail=share / 10, thorax=6 * share), Stance())
        for share in range(11)
    ]
    heights = [skeleton.joints["heel_right"].y for skeleton in places]
    assert heights == sorted(heights)
    assert heights[0] == pytest.approx(0, abs=1e-9)
    assert min(skeleton.joints["toe_right"].y for skeleton in places) > -1e-9
    assert places[0].pose.right_foot == Foot()
