from __future__ import annotations

import math
from itertools import pairwise

import pytest

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.body.spine import bulge, spine_curve


def bent(lumbar: float) -> Skeleton:
    return build_skeleton(Body(), Pose(20, 75, lumbar, 0, 75), Stance())


@pytest.mark.parametrize("lumbar", [-20, 0, 40, 60])
def test_the_curve_runs_from_the_tailbone_to_the_neck(lumbar: float) -> None:
    skeleton = bent(lumbar)
    points = spine_curve(skeleton)
    steps = [math.dist(one, other) for one, other in pairwise(points)]
    assert all(0.01 < step < 0.2 for step in steps)
    assert math.dist(points[-1], skeleton.joints["c7"]) < 0.04
    assert math.dist(points[0], skeleton.hip) < 0.08
    assert {point.z for point in points} == {0.0}


def test_standing_the_spine_lies_behind_the_trunks_line_and_keeps_its_curves() -> None:
    skeleton = build_skeleton(Body(), Pose(), Stance())
    behind = [skeleton.hip.x - point.x for point in spine_curve(skeleton)]
    assert all(0.02 < b < 0.10 for b in behind)
    lumbar, thoracic = min(behind[2:5]), max(behind[4:7])
    assert lumbar < behind[1]  # hollow at the waist
    assert thoracic > lumbar  # and out again at the ribs


def test_only_a_rounded_back_bulges() -> None:
    assert bulge(bent(-10), 0.5) == 0
    assert bulge(bent(0), 0.5) == 0
    assert 0 < bulge(bent(20), 0.5) < bulge(bent(40), 0.5)
    assert bulge(bent(60), 0.5) == bulge(bent(55), 0.5)  # no farther than the own range
    assert bulge(bent(40), 0.0) == 0
    assert bulge(bent(40), 1.0) == pytest.approx(0)
